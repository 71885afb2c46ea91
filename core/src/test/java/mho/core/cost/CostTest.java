package mho.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.Yaml;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CostTest {
    private static final ResolvedFigures MODEL = new ResolvedFigures(7e-12, 3e-6, 5e-9, "Kull et al. 2013");

    private static Cost cost(String yaml) {
        return Binder.bind(Yaml.parse("chip.yaml", yaml), Cost.class);
    }

    private static ResolvedFigures resolve(String yaml, @Nullable ResolvedFigures model) {
        return cost(yaml).resolve("tile.adc", 1e9, () -> model);
    }

    @Test
    void statedFiguresStandByThemselves() {
        assertThat(resolve("{energy: 2 pJ, leakage: 1 uW, area: 0.001 mm2, source: Table 6}", null))
                .isEqualTo(new ResolvedFigures(2e-12, 1e-6, 1e-9, "direct: Table 6"));
        assertThat(resolve("{energy: 2 pJ, area: 0.001 mm2}", null))
                .isEqualTo(new ResolvedFigures(
                        2e-12, 0, 1e-9, Map.of("energy", "direct: chip file", "area", "direct: chip file")));
    }

    @Test
    void powerAtFullActivityBecomesEnergyPerAction() {
        assertThat(resolve("{power: 2 mW, area: 0.001 mm2, source: Table 6}", null)
                        .energyJ())
                .isEqualTo(2e-12);
    }

    @Test
    void aModelGivesWhatIsNotStated() {
        assertThat(resolve("{model: kull}", MODEL))
                .isEqualTo(new ResolvedFigures(7e-12, 3e-6, 5e-9, "model kull: Kull et al. 2013"));
    }

    @Test
    void statedFiguresOverrideTheModel() {
        assertThat(resolve("{model: kull, energy: 2 pJ, leakage: 0 W, source: Table 6}", MODEL))
                .isEqualTo(new ResolvedFigures(
                        2e-12,
                        0,
                        5e-9,
                        Map.of(
                                "energy",
                                "direct: Table 6",
                                "leakage",
                                "direct: Table 6",
                                "area",
                                "model kull: Kull et al. 2013")));
    }

    @Test
    void anAssumedFigureCarriesItsReasoning() {
        assertThat(resolve("{energy: 2 pJ, area: 0 mm2, source: Table 6, assumed: {area: inside the array's}}", null))
                .isEqualTo(new ResolvedFigures(
                        2e-12, 0, 0, Map.of("energy", "direct: Table 6", "area", "assumed: inside the array's")));
    }

    @Test
    void aMissingFigureIsBadInputThatNamesTheRemedy() {
        assertThatThrownBy(() -> resolve("{area: 1 mm2}", null))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "tile.adc: no figure for energy, state energy (\"energy: 5 pJ\") or power (\"power: 2 mW\") or name a model");
        assertThatThrownBy(() -> resolve("{energy: 1 pJ}", null))
                .isInstanceOf(BadInput.class)
                .hasMessage("tile.adc: no figure for area, state it (\"area: 100 um2\") or name a model");
        assertThatThrownBy(() -> cost("{energy: 1 pJ, model: kull}").resolve(1e9, () -> null))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "cost: no figure for area (model \"kull\" gives none), state it (\"area: 100 um2\") or name a model");
    }

    @Test
    void powerNeedsARate() {
        assertThatThrownBy(() -> cost("{power: 1 mW, area: 1 mm2}").resolve("adc", 0, () -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("adc: power needs a rate of actions above zero, is 0.0");
    }

    @Test
    void energyAndPowerExcludeEachOther() {
        assertThatThrownBy(() -> cost("{energy: 1 pJ, power: 1 mW}"))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "chip.yaml:1:1: energy and power are both stated, keep one (an inherited one is dropped by writing null)");
    }

    @Test
    void figuresAndPricesAreFiniteAndNotNegative() {
        assertThatThrownBy(() -> new ResolvedFigures(Double.NaN, 0, 0, "x"))
                .hasMessage("energy must be finite and not negative, is NaN");
        assertThatThrownBy(() -> new ResolvedFigures(0, -1, 0, "x"))
                .hasMessage("leakage must be finite and not negative, is -1.0");
        assertThatThrownBy(() -> new Price(Double.POSITIVE_INFINITY, "x"))
                .hasMessage("a price must be finite and not negative, is Infinity J");
        assertThat(MODEL.price()).isEqualTo(new Price(7e-12, "Kull et al. 2013"));
        assertThat(MODEL.leakagePrice()).isEqualTo(new Price(3e-6, "Kull et al. 2013"));
    }

    @Test
    void assumptionsKeepTheOrderOfTheFile() {
        assertThat(cost("{assumed: {leakage: c, energy: a, area: b}}").assumed())
                .containsExactly(Map.entry("leakage", "c"), Map.entry("energy", "a"), Map.entry("area", "b"));
    }

    @Test
    void figuresOfSeveralSourcesSayWhoseTheyAre() {
        ResolvedFigures figures = new ResolvedFigures(
                1, 1, 1, new java.util.TreeMap<>(Map.of("area", "a", "leakage", "b", "power", "b")));
        assertThat(figures.source()).isEqualTo("power, leakage: b; area: a");
        assertThat(figures.price().source()).isEqualTo("b");
        assertThat(new ResolvedFigures(1, 1, 1, "one").source()).isEqualTo("one");
    }
}
