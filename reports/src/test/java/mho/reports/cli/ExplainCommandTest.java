package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mho explain} of a run that another call wrote. */
class ExplainCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path runs;

    @BeforeAll
    static void simulate() {
        CommandRun run = CommandRun.mho(
                "run", "--chip", "isaac-ce", "--network", "lenet5", "--set", "tile.core.adc.count=4", "--out", at());
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static String at() {
        return runs.resolve("a").toString();
    }

    private static JsonNode explained(String figure) throws IOException {
        CommandRun told = CommandRun.mho("explain", at(), figure, "--json");
        assertThat(told.err()).isEmpty();
        assertThat(told.code()).isZero();
        return new ObjectMapper().readTree(told.out());
    }

    private static JsonNode report() throws IOException {
        return new ObjectMapper().readTree(Files.readString(runs.resolve("a").resolve("report.json")));
    }

    @Test
    void itIsTheFigureOfTheReportAndItsLeavesGiveIt() throws IOException {
        for (String figure : List.of("energy_j", "leakage_j", "latency_s", "interval_s", "area_m2")) {
            JsonNode tree = explained(figure).get("tree");
            double value = report().at("/totals/" + figure).asDouble();
            assertThat(tree.get("value").asDouble()).as(figure).isEqualTo(value);
            double leaves = 0;
            for (JsonNode leaf : leaves(tree)) {
                leaves += leaf.get("count").asDouble() * leaf.get("price").asDouble();
                assertThat(leaf.get("source").asText()).as(figure).isNotBlank();
            }
            assertThat(leaves).as(figure).isCloseTo(value, within(1e-12 * value));
        }
    }

    private static List<JsonNode> leaves(JsonNode tree) {
        List<JsonNode> leaves = new ArrayList<>();
        if (!tree.has("parts")) {
            leaves.add(tree);
        } else {
            tree.get("parts").forEach(part -> leaves.addAll(leaves(part)));
        }
        return leaves;
    }

    @Test
    void theCriticalPathLeadsFromTheInputToTheLatencyWithoutAGap() throws IOException {
        JsonNode path = explained("latency_s").get("path");
        double at = 0;
        for (JsonNode stretch : path) {
            assertThat(stretch.get("from_s").asDouble()).isEqualTo(at);
            at = stretch.get("to_s").asDouble();
        }
        assertThat(at).isEqualTo(report().at("/totals/latency_s").asDouble());
        assertThat(path.get(0).get("reason").asText()).isEqualTo("input");
        assertThat(path.get(path.size() - 1).get("layer").asText()).isEqualTo("output");
    }

    @Test
    void aPersonReadsSharesSourcesAndWhatLimits() {
        CommandRun told = CommandRun.mho("explain", at(), "latency_s");
        assertThat(told.out())
                .startsWith("latency_s = ")
                .containsSubsequence(
                        "lenet5 on isaac-ce",
                        "share",
                        "C1",
                        "waits for",
                        "What limits the steady state:",
                        "Were it and its like twice as fast",
                        "Critical path of the first input",
                        "had made what it needs",
                        "sources",
                        "[1] simulated; set by");
        assertThat(CommandRun.mho("explain", at(), "energy_j").out())
                .containsSubsequence(
                        "energy of an input", " x ", "Nothing of it rests on an assumption", "sources", "[1] ");
    }

    @Test
    void anotherNameIsRefusedWithTheNearest() {
        CommandRun told = CommandRun.mho("explain", at(), "layers.C1.enrgy_j");
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err())
                .startsWith(
                        "no figure is called \"layers.C1.enrgy_j\", did you mean \"layers.C1.energy_j\"?\nthere are energy_j,");
    }
}
