package mho.periphery.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellPopulationTest {
    private static final String CELLS =
            "highest-spread: 20 %, lowest-spread: 20 %, write-noise: 2, lifetime: 300, lifetime-spread: 20 %";
    private static final String STEPS = "step: 0.02, step-spread: 30 %, up-down-spread: 5 %, pulse-noise: 0.5, ";

    /** Every law with all that differs. */
    static Stream<String> laws() {
        return Stream.of(
                        "{kind: constant-step, " + STEPS,
                        "{kind: linear-step, " + STEPS + "gamma-up: 0.4, gamma-down: 0.3, noise: additive, ",
                        "{kind: soft-bounds, " + STEPS,
                        "{kind: soft-bounds-reference, " + STEPS
                                + "reference-spread: 0.1, subtract-symmetry-point: true, ",
                        "{kind: exponential-step, " + STEPS
                                + "a-up: 0.1, a-down: 0.1, gamma-up: 2, gamma-down: 2, slope: 1, ",
                        "{kind: power-step, " + STEPS + "gamma-up: 1.3, gamma-down: 0.8, ",
                        "{kind: piecewise-step, " + STEPS + "up: [2, 1, 0.5], down: [0.5, 1, 2], ",
                        "{kind: jump-table, probabilities: [0.01, 0.5, 0.99], up: [[0, 0.03, 0.1], [-0.02, 0.01, 0.03]],"
                                + " down: [[-0.03, -0.01, 0.02], [-0.1, -0.03, 0]], ",
                        "{kind: neurosim, up-pulses: 60, down-pulses: 50, up-label: 2, down-label: -1, label-spread: 0.2,"
                                + " window-noise: 1 %, ",
                        "{kind: capacitor, current: 6 uA, width: 0.5 ns, capacitance: 100 fF, swing: 1.5 V, mismatch: 0.1, ",
                        "{kind: binary, up-probability: 10 %, down-probability: 20 %, ")
                .map(law -> law + CELLS);
    }

    static Stream<String> withPairs() {
        return Stream.concat(
                laws().map(law -> law + "}"),
                Stream.of("{kind: one-sided-pair, cell: {kind: soft-bounds, " + STEPS + CELLS + ", lowest: 0}}"));
    }

    private static float[] shown(CellPopulation cells) {
        float[] weights = new float[cells.rows() * cells.columns()];
        cells.read(weights);
        return weights;
    }

    private static ColumnTrains trains(long[] words, boolean[] negative) {
        ColumnTrains trains = new ColumnTrains(words.length);
        for (int column = 0; column < words.length; column++) {
            trains.add(column, words[column], negative[column]);
        }
        return trains;
    }

    /** n_ij = popcount of what both lines fire in, up for like signs: counted here cell by cell. */
    @ParameterizedTest
    @MethodSource("withPairs")
    void a_row_pulses_each_cell_once_for_every_slot_in_which_both_its_lines_fire(String law) {
        CellPopulation cells = Laws.law(law).population(7, 70, 1);
        SplittableRandom random = new SplittableRandom(2);
        int[][] wear = new int[7][70];
        int[][] minusWear = new int[7][70];
        long ups = 0;
        long downs = 0;
        boolean pair = law.contains("pair");
        ColumnTrains trains = new ColumnTrains(70);
        float[] read = new float[7 * 70];
        for (int vector = 0; vector < 5; vector++) {
            long[] words = random.longs(70).map(w -> w & random.nextLong()).toArray();
            long[] signs = {random.nextLong(), random.nextLong()};
            trains.set(words, signs);
            for (int row = 0; row < 7; row++) {
                long train = random.nextLong();
                boolean negative = random.nextBoolean();
                int given = cells.pulseRow(row, train, negative, trains);
                for (int column = 0; column < 70; column++) {
                    int pulses = Long.bitCount(train & words[column]);
                    boolean up = negative == ((signs[column >> 6] >>> (column & 63) & 1) != 0);
                    ups += up ? pulses : 0;
                    downs += up ? 0 : pulses;
                    (pair && !up ? minusWear : wear)[row][column] += pulses;
                    given -= pulses;
                }
                assertThat(given).isZero();
                cells.readRow(row, read);
            }
        }
        assertThat(read).containsExactly(shown(cells));
        assertThat(cells.upPulses()).isEqualTo(ups);
        assertThat(cells.downPulses()).isEqualTo(downs);
        int most = 0;
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 70; column++) {
                int worn = Math.max(wear[row][column], minusWear[row][column]);
                assertThat(cells.wear(row, column)).isEqualTo(worn);
                most = Math.max(most, worn);
            }
        }
        assertThat(cells.highestWear()).isEqualTo(most);
    }

    @ParameterizedTest
    @MethodSource("withPairs")
    void equal_seeds_are_equal_to_the_last_bit_whatever_the_order_of_rows(String law) {
        CellPopulation one = Laws.law(law).population(6, 40, 8, 3, 5);
        CellPopulation other = Laws.law(law).population(6, 40, 8, 3, 5);
        CellPopulation elsewhere = Laws.law(law).population(6, 40, 8, 5, 3);
        long[] words = new SplittableRandom(5).longs(40).toArray();
        ColumnTrains trains = trains(words, new boolean[40]);
        for (int i = 0; i < 6; i++) {
            one.pulseRow(i, 0x5A5AL, i % 2 == 0, trains);
            one.pulse(i, 4, 9);
            other.pulseRow(5 - i, 0x5A5AL, i % 2 == 1, trains);
            other.pulse(5 - i, 4, 9);
            elsewhere.pulseRow(i, 0x5A5AL, i % 2 == 0, trains);
            elsewhere.pulse(i, 4, 9);
        }
        one.leak(3);
        other.leak(3);
        elsewhere.leak(3);
        assertThat(shown(one)).containsExactly(shown(other));
        assertThat(Arrays.equals(shown(one), shown(elsewhere))).isFalse();
    }

    /** In distribution, over cells: the mean and the deviation of what is shown, within four and a half standard errors. */
    @ParameterizedTest
    @MethodSource("withPairs")
    void many_pulses_at_once_are_as_many_single_ones(String law) {
        int side = 120;
        for (int pulses : new int[] {7, -40}) {
            CellPopulation atOnce = Laws.law(law).population(side, side, 1);
            CellPopulation one = Laws.law(law).population(side, side, 2);
            for (int i = 0; i < side * side; i++) {
                atOnce.pulse(i / side, i % side, pulses);
                for (int n = 0; n < Math.abs(pulses); n++) {
                    one.pulse(i / side, i % side, Integer.signum(pulses));
                }
            }
            double[] ours = moments(shown(atOnce));
            double[] theirs = moments(shown(one));
            int count = side * side;
            assertThat(ours[0]).isCloseTo(theirs[0], within(4.5 * Math.sqrt((ours[1] + theirs[1]) / count)));
            double error = Math.sqrt((ours[2] - ours[1] * ours[1] + theirs[2] - theirs[1] * theirs[1]) / count);
            assertThat(ours[1]).isCloseTo(theirs[1], within(4.5 * error));
            assertThat(atOnce.upPulses()).isEqualTo(one.upPulses());
            assertThat(atOnce.downPulses()).isEqualTo(one.downPulses());
            assertThat(atOnce.wear(3, 4)).isEqualTo(Math.abs(pulses));
        }
    }

    /** Mean, variance, fourth moment about the mean. */
    private static double[] moments(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value / (double) values.length;
        }
        double second = 0;
        double fourth = 0;
        for (float value : values) {
            double square = (value - mean) * (value - mean);
            second += square / values.length;
            fourth += square * square / values.length;
        }
        return new double[] {mean, second, fourth};
    }

    @ParameterizedTest
    @MethodSource("laws")
    void stuck_cells_never_move_and_there_are_as_many_as_stated(String law) {
        CellPopulation cells =
                Laws.law(law + ", stuck: 20 %, stuck-within: 0.25, reset: 0.4}").population(60, 60, 3);
        float[] before = shown(cells);
        int stuck = 0;
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 3600; i++) {
                cells.pulse(i / 60, i % 60, round % 2 == 0 ? 40 : -60);
                cells.reset(i / 60, i % 60);
                cells.set(i / 60, i % 60, 0.3f);
                cells.pulse(i / 60, i % 60, 3);
            }
            cells.leak(10);
        }
        for (int i = 0; i < 3600; i++) {
            boolean moves = cells.lowest(i / 60, i % 60) < cells.highest(i / 60, i % 60);
            stuck += moves ? 0 : 1;
            if (!moves) {
                assertThat(cells.weight(i / 60, i % 60)).isEqualTo(before[i]);
                assertThat(cells.kept(i / 60, i % 60)).isEqualTo(before[i]);
                if (!law.contains("reference")) { // what is shown there is the reference as well
                    assertThat(Math.abs(before[i])).isLessThanOrEqualTo(0.25f);
                }
            }
        }
        assertThat((double) stuck).isCloseTo(720, within(4.5 * 24));
    }

    @Test
    void cells_differ_by_what_is_stated_and_bounds_keep_their_signs() {
        CellPopulation cells = Laws.law(
                        "{kind: constant-step, step: 0.02, step-spread: 10 %, up-down: 0.2, up-down-spread: 5 %,"
                                + " highest: 2, highest-spread: 20 %, lowest: -0.5, lowest-spread: 60 %}")
                .population(200, 200, 3);
        float[] highest = new float[40_000];
        float[] lowest = new float[40_000];
        float[] ups = new float[40_000];
        float[] downs = new float[40_000];
        double product = 0;
        for (int i = 0; i < 40_000; i++) {
            highest[i] = cells.highest(i / 200, i % 200);
            lowest[i] = cells.lowest(i / 200, i % 200);
            cells.pulse(i / 200, i % 200, 1);
            ups[i] = cells.weight(i / 200, i % 200);
            cells.set(i / 200, i % 200, 0);
            cells.pulse(i / 200, i % 200, -1);
            downs[i] = -cells.weight(i / 200, i % 200);
            product += (ups[i] - 0.02) * (downs[i] - 0.016) / 40_000;
            assertThat(highest[i]).isGreaterThan(0);
            assertThat(lowest[i]).isLessThanOrEqualTo(0);
        }
        assertThat(moments(highest)[0]).isCloseTo(2, within(0.01));
        assertThat(Math.sqrt(moments(highest)[1])).isCloseTo(0.4, within(0.01));
        // |1 + 0.6 ξ| has a mean of 1.0201 and a mean square of 1.36; those that a step cannot pass are few.
        assertThat(moments(lowest)[0]).isCloseTo(-0.51, within(0.01));
        assertThat(moments(ups)[0]).isCloseTo(0.02, within(1e-4));
        assertThat(moments(downs)[0]).isCloseTo(0.016, within(2e-4));
        assertThat(Math.sqrt(moments(ups)[1])).isCloseTo(0.02 * Math.hypot(0.1, 0.05), within(5e-5));
        // The gain is common to both ways, the asymmetry opposite.
        assertThat(product).isCloseTo(0.02 * 0.02 * (0.01 - 0.0025), within(3e-7));
    }

    @Test
    void leak_alone_is_a_power_of_what_is_left_after_an_example() {
        CellPopulation cells = Laws.law("{kind: constant-step, step: 0.01, lifetime: 50, reset: 0.2}")
                .population(2, 3, 1);
        cells.set(new float[] {1, 0.5f, 0.2f, 0, -0.5f, -1});
        for (int i = 0; i < 20; i++) {
            cells.leak(1);
        }
        CellPopulation atOnce = Laws.law("{kind: constant-step, step: 0.01, lifetime: 50, reset: 0.2}")
                .population(2, 3, 1);
        atOnce.set(new float[] {1, 0.5f, 0.2f, 0, -0.5f, -1});
        atOnce.leak(20);
        float[] from = {1, 0.5f, 0.2f, 0, -0.5f, -1};
        for (int i = 0; i < 6; i++) {
            double expected = 0.2 + (from[i] - 0.2) * Math.pow(1 - 1 / 50.0, 20);
            assertThat((double) cells.weight(i / 3, i % 3)).isCloseTo(expected, within(1e-6));
            assertThat((double) atOnce.weight(i / 3, i % 3)).isCloseTo(expected, within(1e-6));
        }
        assertThat(cells.upPulses() + cells.downPulses() + cells.wear(0, 0)).isZero();
    }

    @Test
    void a_lifetime_of_an_example_forgets_all_and_none_forgets_nothing() {
        CellPopulation gone = Laws.law("{kind: constant-step, step: 0.01, lifetime: 1, reset: 0.1}")
                .population(1, 1, 1);
        gone.set(0, 0, 0.7f);
        gone.leak(1);
        assertThat(gone.weight(0, 0)).isEqualTo(0.1f);
        CellPopulation kept =
                Laws.law("{kind: constant-step, step: 0.01, reset: 0.1}").population(1, 1, 1);
        kept.set(0, 0, 0.7f);
        kept.leak(1000);
        assertThat(kept.weight(0, 0)).isEqualTo(0.7f);
    }

    @Test
    void write_noise_is_on_what_is_shown_and_not_on_what_is_kept() {
        CellPopulation cells =
                Laws.law("{kind: constant-step, step: 0.01, write-noise: 5}").population(100, 100, 1);
        float[] shown = shown(cells);
        assertThat(Math.sqrt(moments(shown)[1])).isCloseTo(0.05, within(0.002));
        for (int n = 0; n < 30; n++) {
            cells.pulse(7, 7, 1);
        }
        assertThat(cells.kept(7, 7)).isCloseTo(0.3f, within(1e-6f));
        cells.pulse(7, 7, 0);
        float now = cells.weight(7, 7);
        cells.leak(1);
        assertThat(cells.weight(7, 7)).isEqualTo(now).isNotEqualTo(cells.kept(7, 7));
        cells.set(7, 7, 0.3f);
        assertThat(cells.weight(7, 7)).isNotEqualTo(now);
    }

    @Test
    void noise_of_pulses_grows_as_the_root_of_their_number_and_multiplies_the_step_or_does_not() {
        for (boolean adds : new boolean[] {false, true}) {
            CellPopulation cells = Laws.law("{kind: soft-bounds, step: 0.001, pulse-noise: 2, noise: "
                            + (adds ? "additive}" : "multiplicative}"))
                    .population(100, 100, 1);
            for (int i = 0; i < 10_000; i++) {
                cells.set(i / 100, i % 100, 0.75f);
                cells.pulse(i / 100, i % 100, 9);
            }
            double size = 0.001 * 2 * 3 * (adds ? 1 : 0.25);
            assertThat(Math.sqrt(moments(shown(cells))[1])).isCloseTo(size, within(0.04 * size));
        }
    }

    @Test
    void resets_lead_to_rest_and_are_counted_as_wear() {
        CellPopulation cells = Laws.law(
                        "{kind: constant-step, step: 0.01, reset: 0.3, reset-spread: 0.1, reset-noise: 0.02}")
                .population(100, 100, 1);
        float[] first = new float[10_000];
        float[] difference = new float[10_000];
        for (int i = 0; i < 10_000; i++) {
            cells.pulse(i / 100, i % 100, -20);
            cells.reset(i / 100, i % 100);
            first[i] = cells.weight(i / 100, i % 100);
            cells.reset(i / 100, i % 100);
            difference[i] = cells.weight(i / 100, i % 100) - first[i];
        }
        assertThat(moments(first)[0]).isCloseTo(0.3, within(0.005));
        assertThat(Math.sqrt(moments(first)[1])).isCloseTo(Math.hypot(0.1, 0.02), within(0.004));
        assertThat(Math.sqrt(moments(difference)[1])).isCloseTo(0.02 * Math.sqrt(2), within(0.001));
        assertThat(cells.resets()).isEqualTo(20_000);
        assertThat(cells.wear(5, 5)).isEqualTo(22);
    }

    @Test
    void cells_at_a_bound_are_counted() {
        CellPopulation cells = Laws.law("{kind: constant-step, step: 0.1}").population(3, 3, 1);
        assertThat(cells.saturated()).isZero();
        cells.pulse(0, 0, 30);
        cells.pulse(1, 1, -30);
        cells.pulse(2, 2, 5);
        cells.set(0, 2, 4);
        assertThat(cells.saturated()).isEqualTo(3);
        assertThat(cells.weight(0, 0)).isEqualTo(1);
        assertThat(cells.weight(0, 2)).isEqualTo(1);
        assertThat(cells.weight(1, 1)).isEqualTo(-1);
    }

    @Test
    void a_state_of_two_switches_or_does_not() {
        CellPopulation cells = Laws.law("{kind: binary, up-probability: 10 %, down-probability: 50 %}")
                .population(100, 100, 1);
        for (int i = 0; i < 10_000; i++) {
            cells.set(i / 100, i % 100, -0.2f);
            assertThat(cells.weight(i / 100, i % 100)).isEqualTo(-1);
            cells.pulse(i / 100, i % 100, 3);
        }
        assertThat((double) cells.saturated()).isEqualTo(10_000);
        double up = (moments(shown(cells))[0] + 1) / 2;
        assertThat(up).isCloseTo(1 - Math.pow(0.9, 3), within(0.02));
        for (int i = 0; i < 10_000; i++) {
            cells.pulse(i / 100, i % 100, -1);
        }
        assertThat((moments(shown(cells))[0] + 1) / 2).isCloseTo(up / 2, within(0.02));
    }

    /** I t / C over the swing: 6.67 µA for 0.5 ns into 100 fF are 33 mV. */
    @Test
    void a_capacitor_steps_by_its_charge() {
        CapacitorCharge law = (CapacitorCharge) Laws.ofDevice("capacitor-3t1c");
        assertThat(law.stepVolts()).isCloseTo(0.03335, within(1e-9));
        assertThat(law.cells().range() / law.nominalStep()).isCloseTo(32, within(0.01));
    }

    @Test
    void what_is_not_there_is_refused() {
        CellPopulation cells = Laws.law("{kind: constant-step, step: 0.1}").population(3, 4, 1);
        assertThatThrownBy(() -> cells.pulse(3, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> cells.weight(0, 4)).hasMessageContaining("row 0, column 4 of a population of 3 x 4");
        assertThatThrownBy(() -> cells.read(new float[11])).hasMessageContaining("11 weights for 3 x 4 cells");
        assertThatThrownBy(() -> cells.pulseRow(0, 1, false, new ColumnTrains(5)))
                .hasMessageContaining("trains for 5 columns");
        assertThatThrownBy(() -> cells.law().population(0, 4, 1)).hasMessageContaining("at least one row");
        assertThatThrownBy(() -> new ColumnTrains(0)).hasMessageContaining("at least one column");
    }
}
