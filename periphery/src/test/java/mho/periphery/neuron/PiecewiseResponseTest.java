package mho.periphery.neuron;

import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecewiseResponseTest {

    private static Neuron neuron(String keys) {
        return part(
                Neuron.class,
                "{kind: piecewise-linear, count: 1, delay: 1 ns, energy: 1 pJ, area: 1 um2%s}".formatted(keys));
    }

    /** The largest error anywhere. */
    private static double error(NeuronResponse activation, NeuronFunction curve) {
        double worst = 0;
        float[] value = new float[1];
        for (double x = -30; x <= 30; x += 1e-3) {
            value[0] = (float) x;
            activation.apply(value, 0, 1);
            worst = Math.max(worst, Math.abs(value[0] - curve.of((float) x)));
        }
        return worst;
    }

    @ParameterizedTest(name = "{0} in {1} pieces")
    @CsvSource({
        "SIGMOID, 1",
        "SIGMOID, 2",
        "SIGMOID, 3",
        "SIGMOID, 4",
        "SIGMOID, 8",
        "SIGMOID, 16",
        "SIGMOID, 32",
        "SIGMOID, 64",
        "TANH, 1",
        "TANH, 2",
        "TANH, 3",
        "TANH, 5",
        "TANH, 8",
        "TANH, 16",
        "TANH, 32",
        "TANH, 64"
    })
    void theErrorFallsWithTheSquareOfThePieces(NeuronFunction curve, int pieces) {
        double error = error(neuron(", segments: " + pieces).activation(curve, 1), curve);
        double bound = (curve == NeuronFunction.TANH ? 2 : 1) * 0.83 / (pieces * (double) pieces);
        assertThat(error).isLessThanOrEqualTo(bound);
        if (pieces >= 16) {
            assertThat(error).as("and the bound is no idle one").isGreaterThan(bound / 2);
        }
    }

    @Test
    void aReluIsExactWithIdealComparators() {
        NeuronResponse relu = neuron(", segments: 2").activation(NeuronFunction.RELU, 100);
        float[] values = {-3, -0.0f, 0, 0.25f, 1e6f};
        relu.apply(values, 0, 5);
        assertThat(values).containsExactly(0, 0, 0, 0.25f, 1e6f);
    }

    @Test
    void afiniteGainRoundsTheCornerByAnEighthOfFullScaleOverGain() {
        NeuronResponse relu = neuron(", segments: 2, gain: 50").activation(NeuronFunction.RELU, 100);
        assertThat(error(relu, NeuronFunction.RELU)).isCloseTo(100 / (8.0 * 50), within(1e-6));
        float[] values = {-1.01f, 0, 1.01f};
        relu.apply(values, 0, 3);
        assertThat(values).as("exact beyond 1 / 2 gain of full scale").containsExactly(0, 0.25f, 1.01f);
    }

    @Test
    void aHigherGainIsNeverWorse() {
        double before = 1;
        for (int gain = 1; gain <= 1024; gain *= 2) {
            double error = error(
                    neuron(", segments: 2, gain: " + gain).activation(NeuronFunction.RELU, 1), NeuronFunction.RELU);
            assertThat(error).isLessThan(before);
            before = error;
        }
    }

    @Test
    void whatIsApproximatedStaysWithinBoundsAndRises() {
        NeuronResponse sigmoid = neuron(", segments: 5, gain: 20").activation(NeuronFunction.SIGMOID, 4);
        float before = 0;
        float[] value = new float[1];
        for (double x = -30; x <= 30; x += 0.01) {
            value[0] = (float) x;
            sigmoid.apply(value, 0, 1);
            assertThat(value[0]).isBetween(before, 1f);
            before = value[0] - 1e-6f;
        }
    }

    @Test
    void digitalLogicAndCircuitsWithoutSegmentsAreExact() {
        Neuron digital = part(Neuron.class, "{kind: digital, clock: 1 GHz, energy: 1 pJ, area: 1 um2}");
        for (NeuronFunction curve : NeuronFunction.values()) {
            assertThat(error(digital.activation(curve, 1), curve)).isLessThan(1e-6);
            assertThat(error(neuron("").activation(curve, 1), curve)).isLessThan(1e-6);
        }
    }

    @Test
    void onlyTheAskedRangeIsReplaced() {
        float[] values = {-1, -1, -1};
        neuron(", segments: 2").activation(NeuronFunction.RELU, 1).apply(values, 1, 2);
        assertThat(values).containsExactly(-1, 0, -1);
    }

    @Test
    void aGainWithoutSegmentsIsRefused() {
        assertThatThrownBy(() -> neuron(", gain: 5"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("state segments with it");
        assertThatThrownBy(() -> neuron(", segments: 0")).isInstanceOf(BadInput.class);
    }
}
