package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands make of machines without tiles. */
class ReferenceMachinesTest {
    @TempDir
    private Path folder = Path.of("");

    private CommandRun mho(String... words) {
        CommandRun run = CommandRun.mho(words);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run;
    }

    private Path run(String name, String... more) {
        List<String> words = new java.util.ArrayList<>(
                List.of("run", "--network", "mlp", "--out", folder.resolve(name).toString()));
        words.addAll(List.of(more));
        mho(words.toArray(String[]::new));
        return folder.resolve(name);
    }

    private static JsonNode json(Path run) throws IOException {
        return new ObjectMapper().readTree(Files.readString(run.resolve("report.json")));
    }

    @Test
    void aRunWritesTheSameFilesAndLeavesOutWhatTheMachineHasNot() throws IOException {
        Path directory = run("a", "--chip", "k80", "--trace");
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder(
                            "config.yaml",
                            "report.json",
                            "layers.csv",
                            "components.csv",
                            "report.html",
                            "host.json",
                            "trace.json.gz");
        }
        JsonNode report = json(directory);
        for (String path : List.of(
                "/chip/tiles",
                "/chip/arrays",
                "/chip/temperature_k",
                "/chip/adc_bits_short",
                "/totals/tiles",
                "/totals/arrays",
                "/layers/1/copies",
                "/layers/1/buffer_bytes",
                "/layers/1/least_interval_s")) {
            assertThat(report.at(path).isNull()).as(path).isTrue();
        }
        assertThat(report.at("/programming").isMissingNode()).isTrue();
        assertThat(report.at("/run/images").asInt() % 16).isZero();
        assertThat(report.at("/totals/bottleneck").asText()).isIn("compute", "on-chip");
        double intervalS = report.at("/totals/interval_s").asDouble();
        assertThat(report.at("/totals/energy_j").asDouble()).isEqualTo(98 * intervalS, within(1e-9 * intervalS));
        assertThat(report.at("/totals/leakage_j").asDouble()).isEqualTo(25 * intervalS, within(1e-9 * intervalS));
        assertThat(report.at("/totals/latency_s").asDouble()).isEqualTo(16 * intervalS, within(1e-6 * intervalS));
        assertThat(directory.resolve("report.html"))
                .content()
                .doesNotContain("0 arrays", "Writing once", "id=\"roofline\"");
        assertThat(directory.resolve("layers.csv")).content().contains("dense1,dense,392000");
    }

    @Test
    void aConfigurationRepeatsItsRunToTheByte() throws IOException {
        Path first = run("a", "--chip", "haswell-2699v3", "--set", "mapping.batch=64");
        mho(
                "run",
                "--config",
                first.resolve("config.yaml").toString(),
                "--out",
                folder.resolve("b").toString());
        for (String file : List.of("config.yaml", "report.json", "layers.csv", "components.csv", "report.html")) {
            assertThat(folder.resolve("b").resolve(file)).hasSameTextualContentAs(first.resolve(file));
        }
    }

    @Test
    void machinesOfBothKindsCompare() {
        Path tiles = run("a", "--chip", "isaac-ce");
        Path machine = run("b", "--chip", "k80");
        String page = folder.resolve("page.html").toString();
        assertThat(mho("compare", tiles.toString(), machine.toString(), "--html", page)
                        .out())
                .contains("isaac-ce", "k80", "energy", "interval");
        assertThat(mho("compare", machine.toString(), tiles.toString(), "--json")
                        .out())
                .contains("k80");
    }

    @Test
    void batchesAndMachinesAreSwept() throws IOException {
        String out = folder.resolve("s").toString();
        CommandRun sweep = mho(
                "sweep",
                "--network",
                "mlp",
                "--vary",
                "chip=k80,haswell-2699v3",
                "--vary",
                "mapping.batch=1,16,64",
                "--out",
                out);
        assertThat(sweep.out()).contains("6 points: 6 computed");
        assertThat(Files.readAllLines(Path.of(out, "points.csv"))).hasSize(7);
        CommandRun prices = mho(
                "sweep",
                "--network",
                "mlp",
                "--chip",
                "k80",
                "--vary",
                "power.busy=50 W,98 W",
                "--out",
                folder.resolve("p").toString());
        assertThat(prices.out()).contains("1 simulated");
    }

    @Test
    void theyAreListedAndShown() {
        assertThat(mho("list", "chips").out()).contains("haswell-2699v3", "k80", "2.8 TOP/s");
        String shown = mho("show", "k80").out();
        assertThat(shown)
                .contains("reference machine", "gddr5", "160 GB/s", "25 W at rest, 98 W at work")
                .doesNotContain("arrays");
        assertThat(mho("show", "k80", "--json").out()).contains("\"storage_bytes\" : null", "\"idle_power_w\" : 25");
        assertThat(mho("list", "parameters", "k80").out())
                .contains("efficiency.from-batch")
                .doesNotContain("tile.core");
        assertThat(mho("list", "parameters", "efficiency").out()).contains("kind = roofline");
    }

    @Test
    void inputsComeOneByOneToABatchOfOne() throws IOException {
        JsonNode report =
                json(run("a", "--chip", "k80", "--set", "mapping.batch=1", "--arrivals", "1 kHz", "--images", "50"));
        assertThat(report.at("/arrivals/images").asInt()).isEqualTo(50);
    }
}
