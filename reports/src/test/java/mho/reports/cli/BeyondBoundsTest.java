package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is out of all proportion is refused where it is read, with its path and its bound, before anything is computed. */
class BeyondBoundsTest {
    /** Of one refusal on a machine with other work; each takes a fraction of a second on a quiet one. */
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    private Path folder = Path.of("");

    private void refuses(int code, String message, String... command) {
        List<String> all = new ArrayList<>(Arrays.asList(command));
        if (!command[0].equals("show")) {
            all.addAll(List.of("--out", folder.resolve("out").toString()));
        }
        long began = System.nanoTime();
        CommandRun said = CommandRun.mho(all.toArray(new String[0]));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(said.err()).contains(message);
        assertThat(said.code()).isEqualTo(code);
        assertThat(took).isLessThan(SOON);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "link.delay=4.294968 ms|2|link.delay: must be at most 1 ms, found \"4.294968 ms\"",
                "link.delay=5 ms|2|link.delay: must be at most 1 ms, found \"5 ms\"",
                "link.bandwidth=1e-3 B/s|1|layer input: link: a single step would take 1.568E18 cycles, more than the 2147483647 a step may take: give a faster link (link.bandwidth)",
                "tile.buffer.clock=0.0001 Hz|2|tile.buffer.clock: must be at least 1 mHz",
                "tile.buffer.clock=1 mHz|1|in layer input; what takes longest is tile[0].buffer: make it faster (tile.buffer.clock)",
                "tile.buffer.banks=65537|2|tile.buffer.banks: must be at most 65536",
                "tile.buffer.size=1e300 B|2|tile.buffer.size: must be at most 1024 TiB",
                "tile.core.adc.energy=1e300 J|2|tile.core.adc.energy: must be at most 1 kJ",
                "tile.core.adc.count=2147483647|2|at most 1024 (tile.core.adc.count=1024)",
                "cycle=1000 s|2|cycle: must be at most 1 s",
                "cycle=1e-20 s|2|cycle: must be at least 1 as",
                "tile.bus.latency-cycles=2147483647|2|tile.bus.latency-cycles: must be at most 65536",
                "mesh.router.delay-cycles=2147483647|2|mesh.router.delay-cycles: must be at most 65536",
                "tile.cores=2147483647|2|tile.cores: must be at most 268435455",
                "tiles=2147483647|2|tiles: must be at most 524288",
                "chips=2147483647|2|chips: must be at most 399457",
                "tile.core.array.rows=1048577|2|tile.core.array.rows: must be at most 1048576",
                "precision.values=1e9 bit|2|precision.values: must be at most 32 bit"
            })
    void aParameterOfABitSerialChip(String setting, int code, String message) {
        refuses(code, message, "run", "--chip", "isaac-ce", "--network", "mlp", "--set", setting);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mesh.segment.delay=5 ms|2|mesh.segment.delay: must be at most 1 ms",
                "mesh.segment.reconfiguration=1 s|2|mesh.segment.reconfiguration: must be at most 1.049 ms",
                "mesh.planes=100000|2|mesh.planes: must be at most 65536",
                "tile.core.driver.phases=65537|2|tile.core.driver.phases: must be at most 65536",
                "mesh.unit=2 s|2|mesh.unit: must be at most 1 s",
                "mesh.unit=1 s|1|make it faster (mesh.unit), or ask for fewer images",
                "tile.core.driver.unit=1 s|1|tile.core: a single step would take"
            })
    void aParameterOfAPulseDurationChip(String setting, int code, String message) {
        refuses(code, message, "run", "--network", "mlp", "--set", setting);
    }

    /** Longer delays are slower, whatever the delay; at 2^32 ps they were fast again. */
    @Test
    void aDelayUpToItsBoundIsThatDelay() throws IOException {
        double[] latencies = new double[2];
        String[] delays = {"0 s", "1 ms"};
        for (int i = 0; i < 2; i++) {
            Path out = folder.resolve("run" + i);
            CommandRun said = CommandRun.mho(
                    "run",
                    "--chip",
                    "isaac-ce",
                    "--network",
                    "mlp",
                    "--set",
                    "link.delay=" + delays[i],
                    "--out",
                    out.toString());
            assertThat(said.err()).isEmpty();
            var report = new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(out.resolve("report.json").toFile());
            latencies[i] = report.get("totals").get("latency_s").asDouble();
        }
        assertThat(latencies[1] - latencies[0]).isCloseTo(1e-3, org.assertj.core.data.Offset.offset(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 8, 8]|conv: {out: 2, kernel: 3, pad: 1000000000}|2|is not possible: every extent is 1 or more",
                "[1, 8, 8]|conv: {out: 2, kernel: 2147483647, pad: 2147483647}|2|conv1: its sizes go beyond what can be counted",
                "[1, 100, 100]|conv: {out: 2, kernel: 3, dilation: 2147483647, pad: 2147483647}|2|conv1: its sizes go beyond",
                "[1, 8000, 8000]|conv: {out: 2, kernel: 4000}|1|layer input has 64000000 windows, more than the 4194304",
                "[1, 100000, 100000]|conv: {out: 2, kernel: 3}|2|positions up to 2^31 - 1",
                "[2147483647, 1, 1]|dense: {out: 2}|1|layer dense1 has 2147483647 rows, more than the 16777216",
                "10|dense: {out: 2147483647}|1|layer dense1 has 2147483647 columns, more than the 16777216",
                "16777216|dense: {out: 16777216}|1|weights, more than the 17179869184",
                "[1, 1, 7]|lstm: {hidden: 8000000, steps: 7}|1|layer lstm1 has 32000000 columns, more than the 16777216",
                "10|gru: {hidden: 1000000000, steps: 1}|2|gru1: its sizes go beyond what can be counted",
                "[4, 1, 16777216]|lstm: {hidden: 4, steps: 16777216}|1|has 16777216 windows, more than the 4194304",
                "8|repeat: {times: 2000000000, layers: [{dense: {out: 8}}]}|2|times: must be at most 10000",
                "[1, 8, 8]|resize: {scale: 100000, mode: linear}|2|resize1: a shape of 1 x 800000 x 800000 is not possible"
            })
    void aLayer(String input, String layer, int code, String message) throws IOException {
        Path file = Files.writeString(
                folder.resolve("net.yaml"), "network: n\ninput: " + input + "\nlayers:\n  - " + layer + "\n");
        refuses(code, message, "run", "--chip", "isaac-ce", "--network", file.toString(), "--images", "1");
    }

    @Test
    void aTextOfMegabytes() throws IOException {
        Path file = Files.writeString(
                folder.resolve("net.yaml"),
                "network: " + "a".repeat(3 << 20) + "\ninput: 4\nlayers: [{dense: {out: 2}}]\n");
        refuses(
                2,
                "net.yaml:1:10: network: a text of 3,145,728 letters, more than the 65,536",
                "run",
                "--network",
                file.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --network mlp --images 2000000|images: 2000000 inputs one behind another are more than the 1048576",
                "sweep --network mlp --vary seed=1,2 --jobs 2147483647|--jobs 2147483647: at most 1024 threads",
                "sweep --network mlp --vary seed=1,2 --images 2000000|images: 2000000 inputs one behind another",
                "sweep --network mlp --vary seed=1..2000000000|more than 100,000 values"
            })
    void anOption(String line, String message) {
        refuses(2, message, line.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"1e-309, 1e309", "1e-200, 1e200", "1e-400, 0.1"})
    void anAxisOfASweep(String from, String to) throws IOException {
        Path file = Files.writeString(
                folder.resolve("sweep.yaml"),
                """
                sweep: s
                base: {network: mlp}
                vary:
                  tile.core.array.cell.programming-error: {from: %s, to: %s, count: 3, scale: log}
                """
                        .formatted(from, to));
        refuses(
                2,
                "programming-error: from " + from + " to " + to + ": beyond the range of numbers",
                "sweep",
                file.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "extends: \"a\\0b\"|show",
                "sweep: s\\nbase: {network: mlp, chip: \"a\\0b\"}\\nvary: {seed: [1, 2]}|sweep",
                "sweep: s\\nbase: {network: NET, data: \"a\\0b\"}\\nvary: {seed: [1, 2]}|sweep",
                "sweep: s\\nbase: {network: \"a\\0b.yaml\"}\\nvary: {seed: [1, 2]}|sweep"
            })
    void aPathWithNulIsNamedAndNotOpened(String text, String command) throws IOException {
        Path file = Files.writeString(
                folder.resolve("file.yaml"), text.replace("\\n", "\n").replace("NET", trained()) + "\n");
        refuses(2, "a\\u{0}b", command, file.toString());
    }

    /** Wherever an option or a file takes a path: it is shown with its NUL, and nothing is opened. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --network mlp --out N",
                "run --network N.yaml",
                "run --network N.onnx",
                "run --chip N.yaml --network mlp",
                "run --config N",
                "run --network NET --data N",
                "run --network NET --data fashion-mnist-1000 --calibration-data N",
                "run --network NET --data DATA --labels N",
                "run --network NET --data fashion-mnist-1000 --images 1 --set tile.core.array.cell.device=N.yaml",
                "sweep N.yaml",
                "sweep --network mlp --vary seed=1,2 --out N",
                "sweep --network NET --vary seed=1,2 --data DATA --labels N",
                "sweep --network NET --vary seed=1,2 --data N",
                "sweep --network mlp --vary chip=isaac-ce,N.yaml",
                "show N.yaml",
                "compare N N",
                "compare N N --html N"
            })
    void aPathWithNulAsAnOption(String line) throws IOException {
        Path data = Files.writeString(folder.resolve("x.csv"), "0,".repeat(783) + "0\n");
        String[] words = line.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace("NET", trained()).replace("DATA", data.toString());
            words[i] = words[i].replaceAll("^N$|^N(?=\\.)|(?<=[=,])N", "a\0b");
        }
        CommandRun said = CommandRun.mho(words);
        assertThat(said.code()).as(said.err()).isEqualTo(2);
        assertThat(said.out()).doesNotContain("\0");
        assertThat(said.err()).contains("a\\u{0}b").doesNotContain("\0").doesNotContain("Exception");
    }

    /** The same in files: devices, labels, chips that extend others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "extends: isaac-ce; tile: {core: {array: {cell: {device: \"a\\0b.yaml\"}}}}|run --network NET --data fashion-mnist-1000 --images 1 --chip FILE",
                "extends: \"a\\0b.yaml\"|run --network mlp --chip FILE",
                "sweep: s; base: {network: NET, data: DATA, labels: \"a\\0b\"}; vary: {seed: [1, 2]}|sweep FILE",
                "sweep: s; base: {network: NET, data: DATA, calibration-data: \"a\\0b\"}; vary: {seed: [1, 2]}|sweep FILE",
                "sweep: s; base: {network: NET, data: DATA, set: {tile.core.array.cell.device: \"a\\0b.yaml\"}}; vary: {seed: [1, 2]}|sweep FILE",
                "sweep: s; base: {network: mlp}; vary: {chip: [isaac-ce, \"a\\0b.yaml\"]}|sweep FILE"
            })
    void aPathWithNulInAFile(String text, String line) throws IOException {
        Path data = Files.writeString(folder.resolve("x.csv"), "0,".repeat(783) + "0\n");
        Path file = Files.writeString(
                folder.resolve("file.yaml"),
                text.replace("; ", "\n").replace("NET", trained()).replace("DATA", data.toString()) + "\n");
        CommandRun said = CommandRun.mho(
                line.replace("NET", trained()).replace("FILE", file.toString()).split(" "));
        assertThat(said.code()).as(said.err()).isEqualTo(2);
        assertThat(said.err()).contains("a\\u{0}b").doesNotContain("\0").doesNotContain("Exception");
    }

    /** Layers, each within its own bound, that are too many together; and as many as run. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 64, 64]|conv: {out: 1, kernel: 3, pad: 1}|9000|1|the network has more than 16777216 windows in all, layer ",
                "4096|dense: {out: 4096}|4000|1|parts, and with the layers before it these are more than the 4194304",
                "4|dense: {out: 4}|9000|1|9001 layers times up to 16448 inputs are more than the 33554432"
            })
    void allLayersTogether(String input, String layer, int times, int code, String message) throws IOException {
        Path file = Files.writeString(
                folder.resolve("net.yaml"),
                "network: n\ninput: " + input + "\nlayers:\n  - repeat: {times: " + times + ", layers: [{" + layer
                        + "}]}\n");
        refuses(
                code,
                message,
                "run",
                "--chip",
                "isaac-ce",
                "--network",
                file.toString(),
                "--images",
                "16384",
                "--set",
                "chips=399457",
                "--set",
                "tile.core.array.rows=64",
                "--set",
                "tile.core.array.columns=16");
    }

    @Test
    void errorsThatWouldGiveEnergyBackAreNoReport() {
        refuses(
                1,
                "conductances are below zero or beyond all numbers",
                "run",
                "--network",
                trained(),
                "--data",
                "fashion-mnist-1000",
                "--images",
                "4",
                "--calibration",
                "4",
                "--set",
                "tile.core.array.cell.programming-error=1e30");
    }

    /** A quarter of a gigabyte of zeros in a quarter of a megabyte, in either order, and as one line. */
    @Test
    void aSmallFileThatUnpacksToALargeOne() throws IOException {
        for (boolean fortran : new boolean[] {false, true}) {
            refuses(
                    2,
                    "more than 100 times its size; give it unpacked",
                    "run",
                    "--network",
                    trained(),
                    "--data",
                    data(fortran, 256).toString());
        }
        Path line = gzipped("line.csv.gz", "1".repeat(1 << 20), 100);
        refuses(
                2,
                "line.csv.gz:1: a line of more than 8,388,608 characters",
                "run",
                "--network",
                trained(),
                "--data",
                line.toString());
    }

    private static String trained() {
        return "../workloads/src/main/resources/mho/workloads/zoo/fmnist_lenet.onnx";
    }

    private Path data(boolean fortran, int megabytes) {
        String header = "{'descr': '<f4', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': ("
                + megabytes * 330 + ", 28, 28), }\n";
        String magic = "\u0093NUMPY\u0001\u0000" + (char) header.length() + "\u0000";
        try {
            return gzipped("x" + fortran + ".npy.gz", magic + header, "\u0000".repeat(1 << 20), megabytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path gzipped(String name, String part, int times) throws IOException {
        return gzipped(name, "", part, times);
    }

    private Path gzipped(String name, String head, String part, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(head.getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < times; i++) {
                gzip.write(part.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return Files.write(folder.resolve(name), packed.toByteArray());
    }
}
