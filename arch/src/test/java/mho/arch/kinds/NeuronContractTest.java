package mho.arch.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import mho.periphery.model.Site;
import mho.periphery.model.Technology;
import mho.periphery.neuron.Neuron;
import mho.periphery.neuron.NeuronFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every circuit that takes values and yields values owes those who ask it, whatever its kind. */
final class NeuronContractTest {

    static Stream<ChipKind> kinds() {
        return ChipKind.of(Neuron.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void more_values_take_longer_and_none_more_than_its_rate_allows(ChipKind kind) {
        Neuron neuron = Example.part(Neuron.class, kind);
        assertThat(neuron.busySeconds(0)).isZero();
        assertThat(neuron.latencySeconds()).isPositive();
        for (long values = 1; values < 1000; values++) {
            double busy = neuron.busySeconds(values);
            assertThat(busy).isGreaterThanOrEqualTo(neuron.busySeconds(values - 1));
            assertThat(values / busy).isLessThanOrEqualTo(neuron.valuesPerSecond() * neuron.count() * (1 + 1e-12));
        }
        assertThat(neuron.figures(new Site("tile.activation", Technology.ofNode(32e-9)))
                        .energyJ())
                .isCloseTo(1e-12, within(1e-20));
    }

    /** Four straight pieces and a gain of 20, or digital arithmetic: near enough to be told from another function. */
    @ParameterizedTest
    @MethodSource("kinds")
    void it_computes_every_function_that_neurons_are_built_for_within_reach_of_its_figures(ChipKind kind) {
        Neuron neuron = Example.part(Neuron.class, kind);
        for (NeuronFunction function : NeuronFunction.values()) {
            float[] values = new float[161];
            for (int i = 0; i < values.length; i++) {
                values[i] = -4 + i * 0.05f;
            }
            float[] in = values.clone();
            neuron.activation(function, 4).apply(values, 10, 160);
            for (int i = 0; i < values.length; i++) {
                boolean within = i >= 10 && i < 160;
                assertThat((double) values[i])
                        .as("%s of %s", function, in[i])
                        .isCloseTo(within ? function.of(in[i]) : in[i], within(within ? 0.2 : 0));
            }
        }
    }
}
