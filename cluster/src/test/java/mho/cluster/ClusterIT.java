package mho.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps on a master and two workers, beside the same on one machine. */
class ClusterIT {
    private static final String CELL =
            """
            device: mine
            about: a cell that errs
            source: none, for a test
            on-conductance: 20 uS
            off-conductance: 1 uS
            levels: 16
            programming-error: {of: 1 uS, per: 1 uS, curve: {kind: polynomial, coefficients: [0.4]}}
            """;

    /** A device file that workers have to find where the command was given, and data that come with mho. */
    private static final List<String> VALUES = List.of(
            "sweep",
            "--network",
            "fmnist-lenet",
            "--data",
            "fashion-mnist-1000",
            "--images",
            "150",
            "--vary",
            "seed=1..10",
            "--set",
            "tile.core.array.cell.on-conductance=null",
            "--set",
            "tile.core.array.cell.off-conductance=null",
            "--set",
            "tile.core.array.cell.mean-conductance=null",
            "--set",
            "tile.core.array.cell.device=cell.yaml",
            "--keep");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private Process mho(List<String> words, String out, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                LocalCluster.java(),
                "@" + LocalCluster.HOME.resolve("java-options"),
                "-Xmx1g",
                "--add-exports",
                "java.base/jdk.internal.module=ALL-UNNAMED",
                "-cp",
                String.join(
                        File.pathSeparator,
                        LocalCluster.HOME.resolve("target/spark/jars") + "/*",
                        LocalCluster.HOME.resolve("../reports/target/mho.jar").toString(),
                        LocalCluster.HOME.resolve("target/mho-cluster.jar").toString()),
                "mho.reports.cli.Main"));
        command.addAll(words);
        command.addAll(List.of("--out", out));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        LocalCluster.environment(builder);
        return builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve(out + ".said").toFile())
                .start();
    }

    private String said(String out) throws IOException {
        return Files.readString(directory.resolve(out + ".said"));
    }

    private void ends(Process process, String out, int code) throws IOException, InterruptedException {
        assertThat(process.waitFor()).as(said(out)).isEqualTo(code);
    }

    private long finished(String out) throws IOException {
        Path store = directory.resolve(out).resolve("points.jsonl");
        if (!Files.exists(store)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(store)) {
            return lines.count();
        }
    }

    /** All files but that of the machine. */
    private List<String> files(String out) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve(out))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("host.json") && !file.endsWith(".lock"))
                    .map(file -> directory.resolve(out).relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private void assertSameBytes(String out, String other) throws IOException {
        assertThat(files(out)).isEqualTo(files(other)).hasSizeGreaterThan(4);
        for (String file : files(out)) {
            assertThat(directory.resolve(out).resolve(file))
                    .hasSameBinaryContentAs(directory.resolve(other).resolve(file));
        }
    }

    @Test
    void a_sweep_that_loses_a_worker_leaves_the_same_bytes_as_one_machine() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("cell.yaml"), CELL);
        ends(mho(VALUES, "here"), "here", 0);
        try (LocalCluster cluster = new LocalCluster(Files.createDirectory(directory.resolve("logs")), 2)) {
            Process sweep = mho(VALUES, "there", "--on", cluster.address());
            while (sweep.isAlive() && finished("there") < 2) {
                Thread.sleep(20);
            }
            assertThat(finished("there")).as("points when a worker is lost").isLessThan(10);
            cluster.kill(0);
            ends(sweep, "there", 0);
            assertThat(said("there")).contains("note: a worker is lost");
            assertSameBytes("there", "here");
        }
    }

    @Test
    void trainings_and_failures_come_back_as_they_are() throws IOException, InterruptedException {
        List<String> trainings = List.of(
                "sweep",
                "--train",
                "--network",
                "mlp",
                "--data",
                "fashion-mnist-1000",
                "--images",
                "60",
                "--tests",
                "20",
                "--vary",
                "rate=0.01,0.02",
                "--vary",
                "tile.core.array.rows=256,3");
        ends(mho(trainings, "here"), "here", 0);
        ends(mho(trainings, "there", "--on", "local-cluster[2,1,1024]"), "there", 0);
        assertSameBytes("there", "here");
    }

    @Test
    void a_search_finds_there_what_it_finds_here() throws IOException, InterruptedException {
        Files.writeString(
                directory.resolve("search.yaml"),
                """
                search: rows
                base: {chip: isaac-ce, network: mlp}
                vary: {tile.core.adc.count: [2, 4, 8, 16], tile.buffer.leakage: [1 mW, 2 mW, 3 mW], tile.core.array.rows: [64, 128, 256]}
                pareto: [energy_j min, area_m2 min]
                budget: 20 points
                """);
        List<String> search = List.of("search", "search.yaml");
        ends(mho(search, "here"), "here", 0);
        ends(mho(search, "there", "--on", "local-cluster[2,1,1024]"), "there", 0);
        assertSameBytes("there", "here");
    }

    @Test
    void an_address_without_a_master_is_told_at_once() throws IOException, InterruptedException {
        ends(mho(VALUES, "nowhere", "--on", "spark://127.0.0.1:1"), "nowhere", 2);
        assertThat(said("nowhere")).contains("--on spark://127.0.0.1:1: no master answers there");
    }

    @Test
    void the_java_machine_is_asked_for_what_spark_wants() throws IOException {
        List<String> ours = Files.readAllLines(LocalCluster.HOME.resolve("java-options")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> wanted = Stream.of(JavaModuleOptions.defaultModuleOptionArray())
                .filter(option -> !option.contains("jdk.incubator.vector") && !option.contains("sun.security.action"))
                .toList();
        assertThat(ours).containsExactlyElementsOf(wanted);
    }
}
