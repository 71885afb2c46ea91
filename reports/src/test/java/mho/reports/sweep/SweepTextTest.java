package mho.reports.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mho.reports.form.sweep.IneffectiveAxes;
import mho.reports.form.sweep.SweepTable;
import mho.reports.form.sweep.SweepText;
import mho.reports.medium.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sweep tells people. */
class SweepTextTest {
    @TempDir
    private Path folder = Path.of("");

    private String told(String question, Terminal terminal) {
        return SweepText.of(ExampleSweeps.run(question, folder.resolve("a")), terminal);
    }

    @Test
    void everyNetworkHasAFrontOfItsOwn() {
        String told = told(
                "{sweep: a, base: {chip: isaac-ce}, vary: {network: [mlp, lenet5], tile.core.adc.count: [4, 8]}, pareto: [energy_j min]}",
                Terminal.PLAIN);
        assertThat(told).contains("2 on the Pareto front, each network's own,");
        assertThat(told.lines().filter(line -> line.startsWith("least energy"))).hasSize(2);
    }

    @Test
    void convertersTooShortForTheirRowsAreTold() {
        String told = told(
                "{sweep: a, base: {chip: isaac-ce, network: mlp, set: {tile.core.adc.model: isaac-scaled, tile.core.adc.power: null, tile.core.adc.area: null}}, vary: {tile.core.adc.bits: [6, 8]}}",
                Terminal.PLAIN);
        assertThat(told).contains("converters: 1 point has fewer bits", "by up to 2");
    }

    @Test
    void axesWithTheSameLastWordAreToldApart() {
        assertThat(told(
                        "{sweep: a, base: {network: mlp}, vary: {tile.core.adc.bits: [6, 8], tile.core.array.cell.bits: [1, 2]}}",
                        Terminal.PLAIN))
                .contains("point  adc.bits  cell.bits");
    }

    @Test
    void constraintsAreSpokenOfWhereTheyExclude() {
        String bits = "{sweep: a, base: {network: mlp}, vary: {tile.core.adc.bits: [6, 8]}%s}";
        assertThat(told(bits.formatted(""), Terminal.PLAIN)).contains("2 points; 1 on the Pareto front\n");
        assertThat(told(bits.formatted(", constraints: [area_mm2 < 130]"), Terminal.PLAIN))
                .contains("2 points; asked: area_mm2 < 130; 1 on the Pareto front of 1 that hold the constraints\n");
    }

    /** Every point is in the table, or counted beneath it. */
    @Test
    void pointsThatTheTableLeavesOutAreCountedWithWhereTheyStand() {
        String question =
                "{sweep: a, base: {network: mlp}, vary: {tile.core.adc.bits: [5, 6, 8]}, pareto: [energy_j min]%s}";
        assertThat(told(question.formatted(""), Terminal.PLAIN))
                .contains(
                        "\nnot shown: 2 points are dominated, or equal to one on the front: points.csv, sweep.html\n");
        assertThat(folder.resolve("a/points.csv")).exists();
        String constrained = told(question.formatted(", constraints: [area_mm2 < 130]"), Terminal.PLAIN);
        assertThat(constrained)
                .contains(
                        "\nnot shown: 1 point is dominated, or equal to one on the front, 1 point does not hold the constraints: points.csv, sweep.html\n");
        assertThat(told("{sweep: a, base: {network: mlp}, vary: {tile.core.adc.bits: [6]}}", Terminal.PLAIN))
                .doesNotContain("not shown");
    }

    @Test
    void objectivesHaveTheirUnits() {
        assertThat(told(
                        "{sweep: a, base: {network: mlp}, vary: {tile.core.adc.bits: [6]}, pareto: [edp_js min, tops_per_w max, utilization max]}",
                        Terminal.PLAIN))
                .containsPattern("[0-9] [a-z]J s +[0-9.]+ TOP/s/W +[0-9.]+ %");
    }

    @Test
    void onANarrowTerminalObjectivesStayAndLongNamesLoseTheirMiddle() throws IOException {
        Path chip = folder.resolve("a-chip-with-a-name-that-no-terminal-of-fifty-columns-holds.yaml");
        Files.writeString(chip, "{extends: isaac-ce, chip: mine}");
        String narrow = told(
                "{sweep: a, base: {network: mlp}, vary: {chip: [%s, isaac-ce]}, pareto: [interval_s min]}"
                        .formatted(chip),
                new Terminal(50, false));
        assertThat(narrow).contains("interval", "…", "holds.yaml", "Too narrow for: area in use");
        assertThat(narrow.lines().filter(line -> line.contains("─")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(50));
    }

    @Test
    void whereAxesHaveNoRoomThePointsKeepTheirNumbers() {
        String narrow = told(
                "{sweep: a, base: {network: mlp}, vary: {tile.core.adc.bits: [6, 8], tile.core.array.rows: [64], tile.core.array.columns: [64], tile.core.control.energy: [1 pJ]}}",
                new Terminal(55, false));
        assertThat(narrow).contains("least energy", "Too narrow for: control.energy,");
        assertThat(narrow.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(55));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "isaac-ce   | {tile.core.weights.flipped: [true, false], tile.core.array.rows: [64, 128]} | no figure changes with tile.core.weights.flipped",
                "analog-256 | {seed: [1, 2], images: 3}                                     | no figure changes with seed",
            })
    void anAxisThatChangesNothingIsNamed(String chip, String vary, String said) {
        String question = "{sweep: a, base: {network: mlp, chip: %s}, vary: %s}".formatted(chip, vary);
        assertThat(told(question, Terminal.PLAIN)).contains("\n" + said + "\n");
    }

    @Test
    void anAxisThatChangesAFigureAnywhereIsNot() {
        String both =
                "{sweep: a, base: {network: mlp}, vary: {chip: [isaac-ce, analog-256], tile.core.adc.bits: [6, 8]}}";
        assertThat(told(both, Terminal.PLAIN)).doesNotContain("no figure changes");
        assertThat(IneffectiveAxes.of(
                        new SweepTable("a", "", List.of("x"), List.of(), List.of(), List.of(), "", "", List.of())))
                .isEmpty();
    }
}
