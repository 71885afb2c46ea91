package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.element.Tally;
import mho.core.yaml.BadInput;
import mho.workloads.network.Activation;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.api.Test;

/** Digits on the guess that nothing saturates, and weights beside a centre, in the values of a layer of 200 x 60. */
class SpeculationTest {
    private static final int CONVERTED = OneLayer.VECTORS * OneLayer.COLUMNS * 3; // cells a weight
    private static final String BIT_BY_BIT = "tile.core.speculation=null";

    private final OneLayer layer = new OneLayer(Activation.NONE);

    private static ChipSpec raella(int converterBits, String... more) {
        String adc =
                "tile.core.adc={kind: sar, bits: %d, rate: 1.28 GS/s, count: 16, range: units, energy: 1 pJ, area: 1 um2}";
        Stream<String> first = Stream.of(adc.formatted(converterBits));
        return Given.chip("raella", Stream.concat(first, Stream.of(more)).toList());
    }

    private static ChipSpec serial(int converterBits) {
        return raella(converterBits, BIT_BY_BIT, "tile.core.driver.bits=1", "tile.core.driver.area=1 um2");
    }

    private float[] outputs(ChipSpec chip) {
        return layer.computed(chip, 0, 1).values();
    }

    private Tally counted(ChipSpec chip) {
        ProgrammedNetwork analog = layer.on(chip, 0, 1);
        ChipArithmetic arithmetic = ChipArithmetic.of(analog);
        arithmetic.begin(0);
        new Interpreter(layer.network, arithmetic).run(layer.inputs);
        Tally all = new Tally();
        layer.network.nodes().stream()
                .filter(node -> node.matrix() != null)
                .forEach(node -> all.add(arithmetic.tally(node.id())));
        return all;
    }

    @Test
    void what_fails_is_made_good_bit_by_bit() {
        // sums of bits stay within 9 bits and a sign; some of those of digits of 4 bits do not
        Tally tally = counted(raella(10));
        assertThat(tally.conversions).isGreaterThan(3L * CONVERTED).isLessThan(11L * CONVERTED);
        assertThat(tally.clipped).isZero();
        assertThat(outputs(raella(10))).isEqualTo(outputs(serial(10)));
        assertThat(outputs(raella(10))).isEqualTo(outputs(raella(20)));
    }

    @Test
    void no_guess_fails_where_the_converter_has_bits_to_spare_and_all_do_where_it_has_none() {
        assertThat(counted(raella(20)).conversions).isEqualTo(3L * CONVERTED);
        Tally one = counted(raella(1));
        assertThat(one.conversions).isEqualTo(11L * CONVERTED);
        assertThat(one.clipped).isPositive();
    }

    /** A digit may fit where sums of its bits do not, which then cancel. */
    @Test
    void six_bits_lose_no_more_with_guesses_than_bit_by_bit() {
        double guessed = layer.tally(raella(6), 0, 1).error;
        double serial = layer.tally(serial(6), 0, 1).error;
        assertThat(guessed).isLessThan(serial);
        assertThat(serial).isGreaterThan(10 * layer.tally(serial(20), 0, 1).error);
    }

    @Test
    void a_centre_is_exact_and_leaves_smaller_sums() {
        String pairs = "tile.core.weights.sign=cell-pair";
        assertThat(layer.largestError(raella(20))).isLessThan(0.6);
        float[] centred = outputs(raella(20));
        float[] apart = outputs(raella(20, pairs));
        for (int i = 0; i < centred.length; i++) {
            assertThat(centred[i]).isCloseTo(apart[i], within(1e-3f));
        }
        assertThat(counted(raella(7)).conversions).isLessThan(counted(raella(7, pairs)).conversions);
        assertThat(counted(raella(7)).clipped).isLessThan(counted(raella(7, pairs)).clipped);
    }

    @Test
    void digits_are_those_of_a_value_and_slices_those_of_a_weight() {
        for (String wrong : List.of(
                "tile.core.speculation.digits=[4, 2]",
                "tile.core.weights.slices=[4, 2]",
                "tile.core.weights.slices=[6, 2]",
                "tile.core.driver.bits=2",
                "tile.core.composed=true")) {
            assertThatThrownBy(() -> Given.chip("raella", List.of(wrong, "tile.core.driver.area=1 um2")))
                    .as(wrong)
                    .isInstanceOf(BadInput.class);
        }
    }
}
