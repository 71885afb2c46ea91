package mho.periphery.neuron;

import static mho.periphery.Parts.AT_32_NM;
import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mho.core.cost.ResolvedFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeuronTest {

    @Test
    void twoUnitsOfFourValuesTakeEightACycle() {
        DigitalUnit unit = part(
                DigitalUnit.class,
                "{count: 2, clock: 1 GHz, values-per-cycle: 4, latency-cycles: 3, energy: 1 pJ, area: 1 um2}");
        assertThat(unit.cycles(0)).isZero();
        assertThat(unit.cycles(1)).isEqualTo(1);
        assertThat(unit.cycles(8)).isEqualTo(1);
        assertThat(unit.cycles(9)).isEqualTo(2);
        assertThat(unit.busySeconds(9)).isCloseTo(2e-9, within(1e-20));
        assertThat(unit.latencySeconds()).isCloseTo(3e-9, within(1e-20));
    }

    @Test
    void aUnitsPowerIsSharedAmongTheValuesItTakes() {
        DigitalUnit sigmoid = part(DigitalUnit.class, "{count: 2, clock: 1.28 GHz, power: 0.26 mW, area: 300 um2}");
        assertThat(sigmoid.figures(AT_32_NM).energyJ()).isCloseTo(0.26e-3 / 1.28e9, within(1e-22));
        assertThat(sigmoid.figures(AT_32_NM).energyJ() * sigmoid.valuesPerSecond())
                .isCloseTo(0.26e-3, within(1e-15));
    }

    @ParameterizedTest(name = "{0} {1}: {2} pJ")
    @CsvSource({
        "horowitz-45nm, add, 0.1",
        "horowitz-45nm, multiply, 3.1",
        "horowitz-45nm, add-float, 0.9",
        "horowitz-45nm, multiply-float, 3.7",
        "aladdin-40nm, add, 0.21",
        "aladdin-40nm, multiply, 12.68",
        "aladdin-40nm, compare, 0.02947",
        "aladdin-40nm, count, 0.25074",
    })
    void publishedArithmeticCostsWhatItsSourceSays(String model, String operation, double picojoules) {
        DigitalUnit unit = part(
                DigitalUnit.class,
                "{clock: 1 GHz, operation: %s, model: %s, area: 300 um2}".formatted(operation, model));
        assertThat(unit.figures(AT_32_NM).energyJ()).isCloseTo(picojoules * 1e-12, within(1e-22));
    }

    @Test
    void aladdinGivesAreasAndHorowitzNone() {
        DigitalUnit aladdin = part(DigitalUnit.class, "{clock: 1 GHz, operation: add, model: aladdin-40nm}");
        ResolvedFigures figures = aladdin.figures(AT_32_NM);
        assertThat(figures.areaM2()).isCloseTo(278e-12, within(1e-20));
        assertThat(figures.source()).endsWith("(40 nm figures on a 32 nm chip, not scaled)");
        DigitalUnit horowitz = part(DigitalUnit.class, "{clock: 1 GHz, operation: add, model: horowitz-45nm}");
        assertThatThrownBy(() -> horowitz.figures(AT_32_NM)).hasMessageContaining("model horowitz-45nm gives none");
    }

    @Test
    void anOperationTheModelLacksIsRefused() {
        DigitalUnit unit = part(DigitalUnit.class, "{clock: 1 GHz, operation: compare, model: horowitz-45nm}");
        assertThatThrownBy(() -> unit.figures(AT_32_NM))
                .hasMessage(
                        "part.model: horowitz-45nm does not cover operation compare (valid: operation add, multiply,"
                                + " add-float, multiply-float on 32 b, 45 nm figures); choose another model (aladdin-40nm, logic-22nm, logic-14nm, logic-7nm) or state"
                                + " energy and area directly; area is to be stated in any case, the model gives none (\"area: 60 um2\")");
        DigitalUnit silent = part(DigitalUnit.class, "{clock: 1 GHz, model: horowitz-45nm}");
        assertThatThrownBy(() -> silent.figures(AT_32_NM)).hasMessageContaining("a unit without operation");
    }

    @Test
    void piecewiseLinearCircuitsPassAsManyValuesAsThereAreOfThem() {
        Neuron neuron =
                part(Neuron.class, "{kind: piecewise-linear, count: 256, delay: 10 ns, power: 20 uW, area: 50 um2}");
        assertThat(neuron.busySeconds(256)).isCloseTo(10e-9, within(1e-20));
        assertThat(neuron.busySeconds(257)).isCloseTo(20e-9, within(1e-20));
        assertThat(neuron.latencySeconds()).isEqualTo(10e-9);
        assertThat(neuron.figures(AT_32_NM).energyJ()).isCloseTo(0.2e-12, within(1e-20));
    }

    @Test
    void noModelPricesAPiecewiseLinearCircuit() {
        Neuron neuron = part(Neuron.class, "{kind: piecewise-linear, count: 1, delay: 10 ns, model: aladdin-40nm}");
        assertThatThrownBy(() -> neuron.figures(AT_32_NM))
                .hasMessage(
                        "part.model: no neuron model \"aladdin-40nm\", nor any other: state energy (or power) and area");
    }

    @Test
    void aDigitalNeuronIsOneOfTheKinds() {
        Neuron neuron = part(Neuron.class, "{kind: digital, clock: 1 GHz, energy: 1 pJ, area: 1 um2}");
        assertThat(neuron).isInstanceOf(DigitalUnit.class);
        assertThat(neuron.count()).isEqualTo(1);
    }
}
