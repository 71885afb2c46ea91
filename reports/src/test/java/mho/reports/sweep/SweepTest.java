package mho.reports.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.figures.RunFigures;
import mho.reports.form.sweep.SweepJson;
import mho.reports.form.sweep.SweepResult;
import mho.reports.form.sweep.SweepTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    private static final String TWELVE =
            """
            sweep: twelve
            base: {network: mlp}
            vary: {chip: [isaac-ce, analog-256], tile.buffer.leakage: [1 mW, 2 mW], tile.core.array.rows: [64, 128, 256]}
            constraints: [area_mm2 < 120]
            """;
    private static final String SIX =
            """
            sweep: twelve
            base: {network: mlp}
            vary: {chip: [analog-256], tile.buffer.leakage: [1 mW, 2 mW], tile.core.array.rows: [64, 128, 256]}
            constraints: [area_mm2 < 120]
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path at(String name) {
        return folder.resolve(name);
    }

    @Test
    void theDirectoryIsTheSameForAnyNumberOfThreads() {
        ExampleSweeps.run(TWELVE, at("one"), 1, true, SweepProgress.NONE);
        ExampleSweeps.run(TWELVE, at("three"), 3, true, SweepProgress.NONE);
        assertThat(ExampleSweeps.files(at("three"))).isEqualTo(ExampleSweeps.files(at("one")));
        assertThat(ExampleSweeps.files(at("one")))
                .containsKeys("points.csv", "pareto.csv", "sweep.yaml", "points.jsonl")
                .hasSize(5 + 12 * 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void stoppedAfterAnyPointItGoesOnAndNothingIsComputedTwice(int points) {
        assertThatThrownBy(() -> ExampleSweeps.run(TWELVE, at("a"), 1, false, ExampleSweeps.stopAfter(points)))
                .isInstanceOf(ExampleSweeps.Stopped.class);
        SweepResult rest = ExampleSweeps.run(TWELVE, at("a"));
        assertThat(rest.tally().found()).isEqualTo(points);
        assertThat(rest.tally().computed()).isEqualTo(12 - points);
        ExampleSweeps.run(TWELVE, at("b"));
        assertThat(ExampleSweeps.files(at("a"))).isEqualTo(ExampleSweeps.files(at("b")));
    }

    @Test
    void againItComputesNothing() {
        ExampleSweeps.run(TWELVE, at("a"));
        Map<String, String> before = ExampleSweeps.files(at("a"));
        SweepResult again = ExampleSweeps.run(TWELVE, at("a"));
        assertThat(again.tally().computed()).isZero();
        assertThat(again.tally().found()).isEqualTo(12);
        assertThat(ExampleSweeps.files(at("a"))).isEqualTo(before);
    }

    @Test
    void aLargerSweepUsesWhatTheSmallerOneLeft() {
        ExampleSweeps.run(SIX, at("a"));
        SweepResult larger = ExampleSweeps.run(TWELVE, at("a"));
        assertThat(larger.tally().found()).isEqualTo(6);
        assertThat(larger.tally().computed()).isEqualTo(6);
        ExampleSweeps.run(TWELVE, at("b"));
        assertThat(ExampleSweeps.files(at("a"))).isEqualTo(ExampleSweeps.files(at("b")));
    }

    @Test
    void aSmallerSweepKeepsThePointsOfTheLargerOne() throws IOException {
        ExampleSweeps.run(TWELVE, at("a"));
        ExampleSweeps.run(SIX, at("a"));
        assertThat(Files.readAllLines(at("a").resolve("points.csv"))).hasSize(1 + 6);
        assertThat(Files.readAllLines(at("a").resolve("points.jsonl"))).hasSize(12);
        assertThat(ExampleSweeps.run(TWELVE, at("a")).tally().found()).isEqualTo(12);
    }

    @Test
    void reportsThatAreMissingAreMadeWhenTheyAreWanted() {
        ExampleSweeps.run(SIX, at("a"));
        SweepResult kept = ExampleSweeps.run(SIX, at("a"), 1, true, SweepProgress.NONE);
        assertThat(kept.tally().computed()).isEqualTo(6);
        ExampleSweeps.run(SIX, at("b"), 1, true, SweepProgress.NONE);
        assertThat(ExampleSweeps.files(at("a"))).isEqualTo(ExampleSweeps.files(at("b")));
    }

    @Test
    void itsOwnQuestionAsksTheSame() throws IOException {
        ExampleSweeps.run(TWELVE, at("a"));
        String yaml = Files.readString(at("a").resolve("sweep.yaml"));
        ExampleSweeps.run(yaml, at("b"));
        assertThat(ExampleSweeps.files(at("b"))).isEqualTo(ExampleSweeps.files(at("a")));
        assertThat(Yaml.parse("a", yaml)).isInstanceOf(MapNode.class);
    }

    @Test
    void pointsCsvHasTheAxesAndEveryMetric() throws IOException {
        ExampleSweeps.run(SIX, at("a"));
        List<String> head = new ArrayList<>(List.of("point", "chip", "tile.buffer.leakage_w", "tile.core.array.rows"));
        head.addAll(RunFigures.metricKeys());
        head.addAll(List.of("allowed", "pareto", "config", "failure"));
        List<String> lines = Files.readAllLines(at("a").resolve("points.csv"));
        assertThat(lines.get(0)).isEqualTo(String.join(",", head));
        assertThat(lines.get(6)).startsWith("6,analog-256,0.002,256,");
        assertThat(Files.readAllLines(at("a").resolve("pareto.csv"))).startsWith(lines.get(0));
    }

    @Test
    void axesThatAreTiedAdvanceTogetherAndTheOthersInAllCombinations() throws IOException {
        SweepResult swept = ExampleSweeps.run(
                """
                sweep: squares
                base: {network: mlp}
                vary: {tile.core.array.rows: [64, 128], tile.core.adc.bits: [6, 8], tile.core.array.columns: [64, 128]}
                tie: [[tile.core.array.rows, tile.core.array.columns]]
                """,
                at("a"));
        assertThat(swept.table().rows().stream().map(SweepTable.Row::settings))
                .containsExactly(
                        List.of("64", "6", "64"),
                        List.of("64", "8", "64"),
                        List.of("128", "6", "128"),
                        List.of("128", "8", "128"));
        assertThat(swept.table().about()).contains("together: tile.core.array.rows, tile.core.array.columns");
        ExampleSweeps.run(Files.readString(at("a").resolve("sweep.yaml")), at("b"));
        assertThat(ExampleSweeps.files(at("b"))).as("its own question").isEqualTo(ExampleSweeps.files(at("a")));
    }

    /** A point whose axis is a mapping is the point whose axes are its keys: the same question, found in the same store. */
    @Test
    void aMappingMergesIntoTheChipKeyByKey() throws IOException {
        String keys =
                "{sweep: a, base: {network: mlp}, vary: {tile.core.array.rows: 64, tile.core.array.columns: 128}}";
        String mapping = "{sweep: a, base: {network: mlp}, vary: {tile.core.array: [{rows: 64, columns: 128}]}}";
        SweepResult first = ExampleSweeps.run(keys, at("a"));
        SweepResult second = ExampleSweeps.run(mapping, at("a"));
        assertThat(first.table().rows().get(0).failure()).isNull();
        assertThat(second.tally().found()).isEqualTo(1);
        assertThat(second.table().rows().get(0).metrics())
                .isEqualTo(first.table().rows().get(0).metrics());
        assertThat(Files.readAllLines(at("a").resolve("points.csv")).get(0))
                .startsWith("point,tile.core.array.rows,tile.core.array.columns,latency_s,");
    }

    @Test
    void itSaysWhoSetWhatAndWhatOnlyFollowed() {
        SweepResult swept = ExampleSweeps.run(
                """
                sweep: a
                base: {chip: isaac-ce, network: mlp, set: {tile.buffer.leakage: 1 mW}}
                vary: {tile.core.array.rows: [64, 128]}
                """,
                at("a"));
        List<SweepTable.SetFigure> set = swept.table().set();
        assertThat(set)
                .contains(
                        new SweepTable.SetFigure(
                                "tile.buffer.leakage", "1 mW", "set by base of sweep a, tile.buffer.leakage", 2),
                        new SweepTable.SetFigure(
                                "tile.core.array.rows", "64", "set by sweep axis tile.core.array.rows", 1));
        assertThat(set).anyMatch(figure -> figure.by().startsWith("followed") && figure.points() == 1);
        assertThat(SweepJson.of(swept.table())).contains("\"by\" : \"set by sweep axis tile.core.array.rows\"");
    }

    @Test
    void everyNetworkHasAFrontAndABestOfItsOwn() {
        SweepResult swept = ExampleSweeps.run(
                "{sweep: a, base: {chip: isaac-ce}, vary: {network: [lenet5, mlp], tile.core.adc.count: [4, 8]}}",
                at("a"));
        SweepTable table = swept.table();
        assertThat(table.networks()).containsExactly("lenet5", "mlp");
        for (String network : table.networks()) {
            assertThat(table.rows().stream().filter(row -> table.network(row).equals(network)))
                    .as(network)
                    .anyMatch(SweepTable.Row::pareto);
        }
    }

    @Test
    void equalPointsAreComputedOnce() {
        SweepResult swept = ExampleSweeps.run(
                "{sweep: a, base: {network: mlp}, vary: {tile.core.adc.bits: [6, 6, 8, 6]}}", at("a"));
        assertThat(swept.tally().computed()).isEqualTo(2);
        assertThat(swept.tally().equal()).isEqualTo(2);
        assertThat(swept.table().rows()).hasSize(4);
        assertThat(swept.table().rows().get(3).metrics())
                .isEqualTo(swept.table().rows().get(0).metrics());
    }

    @Test
    void constraintsKeepPointsFromTheFrontButNotFromTheTable() {
        SweepResult swept = ExampleSweeps.run(TWELVE, at("a"));
        List<SweepTable.Row> rows = swept.table().rows();
        int area = 5;
        assertThat(swept.table().columns().get(area).key()).isEqualTo("area_m2");
        assertThat(rows).hasSize(12).anyMatch(row -> !row.allowed()).anyMatch(SweepTable.Row::pareto);
        assertThat(rows).allSatisfy(row -> {
            Double figure = row.metrics().get(area);
            assertThat(row.allowed()).isEqualTo(figure != null && figure < 120e-6);
            assertThat(row.pareto() && !row.allowed()).isFalse();
        });
    }

    @Test
    void aPointThatFailsIsRecordedAndStopsNothing() throws IOException {
        String some =
                "{sweep: a, base: {network: mlp, chip: isaac-ce}, vary: {chips: 1, tiles: [168, 1], tile.core.adc.bits: [8, 77]}}";
        SweepResult swept = ExampleSweeps.run(some, at("a"), 2, true, SweepProgress.NONE);
        List<SweepTable.Row> rows = swept.table().rows();
        assertThat(rows.get(0).failure()).isNull();
        assertThat(rows.stream().filter(row -> row.failure() != null))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.failure()).doesNotContain("\n").doesNotContain("internal error");
                    assertThat(row.metrics()).containsOnlyNulls();
                    assertThat(row.pareto()).isFalse();
                });
        assertThat(swept.isAllFailed()).isFalse();
        assertThat(ExampleSweeps.run(some, at("a"), 1, true, SweepProgress.NONE)
                        .tally()
                        .computed())
                .as("that the model says no is an answer")
                .isZero();
    }

    @Test
    void twoOfOneDirectoryRefuseEachOther() {
        try (SweepDirectory held = SweepDirectory.open(at("a"), ExampleSweeps.question(SIX))) {
            assertThat(held.path()).isEqualTo(at("a"));
            assertThatThrownBy(() -> ExampleSweeps.run(SIX, at("a")))
                    .isInstanceOf(BadInput.class)
                    .hasMessage(at("a") + ": another mho is at work on this sweep; wait for it, or give another --out");
        }
        assertThat(ExampleSweeps.run(SIX, at("a")).tally().computed()).isEqualTo(6);
    }

    @Test
    void anotherSweepsDirectoryIsRefused() {
        ExampleSweeps.run(SIX, at("a"));
        Map<String, String> before = ExampleSweeps.files(at("a"));
        assertThatThrownBy(() -> ExampleSweeps.run(SIX.replace("sweep: twelve", "sweep: other"), at("a")))
                .hasMessage(
                        at("a")
                                + ": holds the sweep \"twelve\", not \"other\"; give another --out, or another name to the sweep");
        assertThat(ExampleSweeps.files(at("a"))).isEqualTo(before);
    }

    @Test
    void aDirectoryOfOtherThingsIsRefused() throws IOException {
        Files.createDirectories(at("a"));
        Files.writeString(at("a").resolve("thesis.tex"), "x");
        assertThatThrownBy(() -> ExampleSweeps.run(SIX, at("a")))
                .hasMessage("--out " + at("a")
                        + ": holds other files and no sweep; nothing is written over, give another directory");
        assertThat(ExampleSweeps.files(at("a"))).containsOnlyKeys("thesis.tex");
    }

    @Test
    void draftsOfAKilledProcessAreSweptUp() throws IOException {
        Files.createDirectories(at("a").resolve("points/.mho-123"));
        Files.writeString(at("a").resolve("points/.mho-123/report.json"), "{");
        Files.writeString(at("a").resolve(".points.csv.draft"), "point,");
        Files.writeString(at("a").resolve("sweep.yaml"), "sweep: twelve");
        ExampleSweeps.run(SIX, at("a"), 1, true, SweepProgress.NONE);
        ExampleSweeps.run(SIX, at("b"), 1, true, SweepProgress.NONE);
        assertThat(ExampleSweeps.files(at("a"))).isEqualTo(ExampleSweeps.files(at("b")));
    }
}
