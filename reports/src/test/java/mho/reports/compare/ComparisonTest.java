package mho.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.compare.ConfigDifference.Kind;
import mho.reports.figures.LayerFigures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void ratiosAreToTheBase() {
        FigureOfRuns figures = new FigureOfRuns(Arrays.asList(4.0, 6.0, null, 4.0));

        assertThat(figures.ratio(1)).isEqualTo(1.5);
        assertThat(figures.ratio(2)).isNull();
        assertThat(figures.ratio(3)).isEqualTo(1);
    }

    @Test
    void nothingOverNothingIsTheSameAndSomethingOverNothingInfinite() {
        assertThat(new FigureOfRuns(List.of(0.0, 0.0)).ratio(1)).isEqualTo(1);
        assertThat(new FigureOfRuns(List.of(0.0, 2.0)).ratio(1)).isInfinite();
    }

    @Test
    void sharesAreOfTheWholeDifferenceTheLargestFirst() {
        EnergyShift shift =
                EnergyShift.of(Map.of("adc", 10.0, "bus", 5.0), Map.of("adc", 4.0, "bus", 6.0, "router", 1.0));

        assertThat(shift.totalJ()).isEqualTo(-4);
        assertThat(shift.parts().get(0)).isEqualTo(new EnergyShift.Part("adc", 10, 4, 1.5));
        assertThat(shift.parts().stream().mapToDouble(part -> part.share() == null ? 0 : part.share()))
                .containsExactly(1.5, -0.25, -0.25);
    }

    @Test
    void equalEnergiesHaveNoSharesThoughTheirPartsDiffer() {
        EnergyShift shift = EnergyShift.of(Map.of("adc", 2.0, "bus", 1.0), Map.of("adc", 1.0, "bus", 2.0));

        assertThat(shift.isNone()).isTrue();
    }

    @Test
    void theGeometricMeanIsOverTheLayersThatBothHave() {
        AlignedLayers layers = AlignedLayers.of(List.of(
                run(layer("a", 2), layer("b", 3), layer("c", 5), layer("(static)", 1)),
                run(layer("a", 4), layer("x", 9), layer("b", 24), layer("(static)", 100))));

        // sqrt(2 x 8)
        assertThat(layers.geometricMean(LayerFigures.TABLE.figure("energy_j"), 1))
                .isCloseTo(4.0, within(1e-12));
        assertThat(layers.geometricMean(LayerFigures.TABLE.figure("latency_s"), 1))
                .isNull();
        assertThat(layers.rows().stream().map(AlignedLayers.Aligned::name))
                .containsExactly("a", "x", "b", "c", "(static)");
    }

    @Test
    void settingsAreComparedAsQuantitiesAndNotesOnlyBesideThem() {
        List<ConfigDifference> found = ConfigDifference.between(List.of(
                map("{a: {clock: 1.2 GHz, source: x}, b: {bits: 8, source: x}, shape: [1, 2]}"),
                map("{a: {clock: 1200 MHz, source: y}, b: {bits: 6, source: y}, shape: [1, 3], more: 1}")));

        assertThat(found)
                .containsExactly(
                        difference("b.bits", "8", "6", Kind.SETTING),
                        difference("b.source", "x", "y", Kind.NOTE),
                        difference("shape", "[1, 2]", "[1, 3]", Kind.SETTING),
                        difference("more", null, "1", Kind.SETTING));
    }

    @Test
    void aSettingSaysInWhichRunWhoSetIt() {
        List<ConfigDifference> found = ConfigDifference.between(
                List.of(
                        map("{adc: {bits: 8, rate: 1 GS/s, source: x}}"),
                        map(
                                "{adc: {bits: 6, rate: 2 GS/s, source: x, set-by: {bits: set by --set adc.bits=6, rate: set by chip file v.yaml}}}")));

        assertThat(found)
                .extracting(ConfigDifference::path, ConfigDifference::kind, ConfigDifference::setters)
                .containsExactly(
                        tuple("adc.bits", Kind.SETTING, "B: set by --set adc.bits=6"),
                        tuple("adc.rate", Kind.SETTING, "B: set by chip file v.yaml"));
    }

    /** A power that follows becomes an energy: neither that it is gone nor that an energy has come is anybody's setting. */
    @Test
    void whatOnlyFollowedIsNoSetting() {
        List<ConfigDifference> found = ConfigDifference.between(List.of(
                map("{adc: {bits: 8, power: 2 mW, area: 10 um2}}"),
                map("{adc: {bits: 6, energy: 1 pJ, area: 5 um2, set-by: {bits: set by --set adc.bits=6,"
                        + " energy: 'direct: x, stated as 2 mW for bits 8, now 6 (law)',"
                        + " area: 'direct: x, stated as 10 um2 for bits 8, now 6 (law)'}}}")));

        assertThat(found)
                .extracting(ConfigDifference::path, ConfigDifference::kind)
                .containsExactly(
                        tuple("adc.bits", Kind.SETTING),
                        tuple("adc.power", Kind.FOLLOWED),
                        tuple("adc.area", Kind.FOLLOWED),
                        tuple("adc.energy", Kind.FOLLOWED));
    }

    @Test
    void whatFollowedFromAnotherStatedFigureIsASetting() {
        List<ConfigDifference> found = ConfigDifference.between(
                List.of(
                        map("{adc: {area: 10 um2}}"),
                        map(
                                "{adc: {area: 6 um2, set-by: {area: 'set by chip file v.yaml, stated as 12 um2 for bits 8, now 6 (law)'}}}")));

        assertThat(found).extracting(ConfigDifference::kind).containsExactly(Kind.SETTING);
    }

    private static ConfigDifference difference(String path, @Nullable String a, @Nullable String b, Kind kind) {
        return new ConfigDifference(path, Arrays.asList(a, b), Arrays.asList(null, null), kind);
    }

    private static MapNode map(String text) {
        return (MapNode) Yaml.parse("test", text);
    }

    private static SavedRun.Layer layer(String name, double energyJ) {
        return new SavedRun.Layer(name, "dense", Map.of("energy_j", energyJ));
    }

    private static SavedRun run(SavedRun.Layer... layers) {
        return new SavedRun("", "", "", 2, 1, "", "", "", Map.of(), List.of(layers), Map.of(), map("{x: 1}"));
    }
}
