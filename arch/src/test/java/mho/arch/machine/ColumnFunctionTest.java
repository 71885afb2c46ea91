package mho.arch.machine;

import static mho.arch.machine.OneLayer.fine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Tile;
import mho.arch.element.crossbar.CrossbarCore;
import mho.arch.run.RunResult;
import mho.core.yaml.BadInput;
import mho.workloads.network.Activation;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Circuits behind the columns that bend a sum before it is converted: 200 inputs and 60 outputs in one pair of arrays. */
class ColumnFunctionTest {
    private static final long NS = 1_000_000L; // ticks
    private static final String CIRCUIT = "tile.core.column-function={function: %s, energy: 1 pJ, area: 1 um2}";

    private static ChipSpec chip(String function, String... settings) {
        return fine(Stream.concat(
                        Stream.of(
                                "tile.core.array.rows=256",
                                "tile.core.weights.sign=array-pair",
                                "tile.core.weights.bias=array",
                                CIRCUIT.formatted(function)),
                        Stream.of(settings))
                .toArray(String[]::new));
    }

    /** The codes of a converter of n bits that covers 0 to 1, or -1 to 1. */
    @ParameterizedTest
    @CsvSource({
        "sigmoid, SIGMOID, 6, 0.015873015873",
        "sigmoid, SIGMOID, 3, 0.142857142857",
        "tanh, TANH, 6, 0.031746031746"
    })
    void what_is_converted_is_the_activation(String function, Activation activation, int bits, double step) {
        OneLayer layer = new OneLayer(activation);
        float[] made = layer.computed(
                        chip(function, "tile.core.adc.bits=" + bits, "tile.core.adc.range=full-scale"), 0, 1)
                .values();
        float[] wanted = layer.wanted.values();
        double fine = 0.003; // of 14 bits, before and behind
        for (int i = 0; i < made.length; i++) {
            assertThat((double) made[i]).isCloseTo(wanted[i], within(step / 2 + fine));
            assertThat(Math.abs(made[i] / step - Math.rint(made[i] / step))).isLessThan(fine / step);
        }
    }

    /** Of a layer that is cut into two blocks of rows no column has the whole sum. */
    @Test
    void sums_that_are_put_together_behind_the_converters_pass_by() {
        OneLayer layer = new OneLayer(Activation.SIGMOID);
        float[] with = layer.computed(chip("sigmoid", "tile.core.array.rows=128"), 0, 1)
                .values();
        float[] without = layer.computed(
                        chip("sigmoid", "tile.core.array.rows=128", "tile.core.column-function=null"), 0, 1)
                .values();
        assertThat(with).isEqualTo(without);
    }

    /** A converter of few bits spends them on what the next layer reads, not on the far ends of a sum. */
    @Test
    void few_bits_are_worth_more_behind_the_function() {
        OneLayer layer = new OneLayer(Activation.SIGMOID);
        double behind = deviation(layer, chip("sigmoid", "tile.core.adc.bits=4"));
        double before = deviation(layer, chip("sigmoid", "tile.core.adc.bits=4", "tile.core.column-function=null"));
        assertThat(behind).isLessThan(before / 2);
    }

    private static double deviation(OneLayer layer, ChipSpec chip) {
        return layer.tally(chip, 0, 1).error;
    }

    private static final String[] WHOLE = {
        "precision.values=3 bit", "tile.core.weights.bits=4", "tile.core.adc.bits=3", "tile.core.composed=false"
    };

    private static RunResult prime(String activation, int inputs, String... settings) {
        Network network =
                Given.network(String.valueOf(inputs), "dense: {out: 100, activation: %s}".formatted(activation));
        String[] all = Stream.concat(Stream.of(WHOLE), Stream.of(settings)).toArray(String[]::new);
        return Given.run(Given.chip("prime", all), network, 1);
    }

    @Test
    void prime_bends_a_layer_of_sigmoids_whose_inputs_fit_a_mat() {
        RunResult bent = prime("sigmoid", 200);
        assertThat(bent.perImage(1, CrossbarCore.BEND)).isEqualTo(100);
        assertThat(bent.perImage(1, Tile.ACTIVATE)).isZero();
        Stream.of(
                        prime("sigmoid", 300),
                        prime("relu", 200),
                        prime("sigmoid", 200, "tile.core.composed=true", "tile.core.driver.bits=3"))
                .forEach(passed -> {
                    assertThat(passed.perImage(1, CrossbarCore.BEND)).isZero();
                    assertThat(passed.perImage(1, Tile.ACTIVATE)).isEqualTo(100);
                });
    }

    @Test
    void conversions_wait_for_the_circuit() {
        for (int inputs : new int[] {200, 300}) { // a sum that is bent nowhere waits as well
            long without = latency(prime("sigmoid", inputs));
            assertThat(latency(prime("sigmoid", inputs, "tile.core.column-function.delay=70 ns")) - without)
                    .isCloseTo(70 * NS, within(NS)); // a multiply ends with a cycle of 1 ns
        }
    }

    private static long latency(RunResult run) {
        return run.timeline().finish(1, 0) - run.timeline().start(1, 0);
    }

    @Test
    void what_learns_or_stays_a_voltage_has_no_such_circuits() {
        assertThatThrownBy(() -> Given.chip("reno", CIRCUIT.formatted("sigmoid")))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Given.chip("rpu", CIRCUIT.formatted("sigmoid")))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Given.chip("prime", "tile.core.column-function.function=relu"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("sigmoid or tanh");
    }
}
