package mho.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void ratiosAreToTheBase() {
        Figures figures = new Figures(Arrays.asList(4.0, 6.0, null, 4.0));

        assertThat(figures.ratio(1)).isEqualTo(1.5);
        assertThat(figures.ratio(2)).isNull();
        assertThat(figures.ratio(3)).isEqualTo(1);
    }

    @Test
    void nothingOverNothingIsTheSameAndSomethingOverNothingInfinite() {
        assertThat(new Figures(List.of(0.0, 0.0)).ratio(1)).isEqualTo(1);
        assertThat(new Figures(List.of(0.0, 2.0)).ratio(1)).isInfinite();
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
        Layers layers = Layers.of(List.of(
                run(layer("a", 2), layer("b", 3), layer("c", 5), layer("(static)", 1)),
                run(layer("a", 4), layer("x", 9), layer("b", 24), layer("(static)", 100))));

        // sqrt(2 x 8)
        assertThat(layers.geometricMean(LayerFigure.ENERGY, 1)).isCloseTo(4.0, within(1e-12));
        assertThat(layers.geometricMean(LayerFigure.LATENCY, 1)).isNull();
        assertThat(layers.rows().stream().map(Layers.Aligned::name)).containsExactly("a", "x", "b", "c", "(static)");
    }

    @Test
    void settingsAreComparedAsQuantitiesAndNotesOnlyBesideThem() {
        List<ConfigDifference> found = ConfigDifference.between(List.of(
                map("{a: {clock: 1.2 GHz, source: x}, b: {bits: 8, source: x}, shape: [1, 2]}"),
                map("{a: {clock: 1200 MHz, source: y}, b: {bits: 6, source: y}, shape: [1, 3], more: 1}")));

        assertThat(found)
                .containsExactly(
                        new ConfigDifference("b.bits", List.of("8", "6"), false),
                        new ConfigDifference("b.source", List.of("x", "y"), true),
                        new ConfigDifference("shape", List.of("[1, 2]", "[1, 3]"), false),
                        new ConfigDifference("more", Arrays.asList(null, "1"), false));
    }

    private static MapNode map(String text) {
        return (MapNode) Yaml.parse("test", text);
    }

    private static SavedRun.Layer layer(String name, double energyJ) {
        return new SavedRun.Layer(name, "dense", Map.of(LayerFigure.ENERGY, energyJ));
    }

    private static SavedRun run(SavedRun.Layer... layers) {
        return new SavedRun("", "", "", 2, 1, "", "", "", Map.of(), List.of(layers), Map.of(), map("{x: 1}"));
    }
}
