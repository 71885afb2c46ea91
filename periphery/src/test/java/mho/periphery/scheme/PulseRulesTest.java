package mho.periphery.scheme;

import static mho.periphery.scheme.Learners.IDEAL;
import static mho.periphery.scheme.Learners.STEP;
import static mho.periphery.scheme.Learners.cells;
import static mho.periphery.scheme.Learners.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules without chance, pulse by pulse, and what is counted of them against sums written out by hand. */
class PulseRulesTest {

    private static long[] counted(LearningCells cells) {
        PulseCounts counts = cells.counts().updates();
        return new long[] {
            counts.slots(), counts.rowFires(), counts.columnFires(), counts.coincidences(), counts.halfSelected()
        };
    }

    /** Steps of a thousandth, as whole numbers. */
    private static long[] steps(LearningCells cells) {
        float[] found = weights(cells);
        long[] steps = new long[found.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.round(found[i] / STEP);
            assertThat(found[i] / STEP).isCloseTo(steps[i], within(1e-3));
        }
        return steps;
    }

    /**
     * Rows +, −, 0 and columns +, 0 (no chance where lines fire in all of 10 slots): 2 rows and 1 column fire, which is 20 coincidences.
     * At once, 20 row fires over 2 columns and 10 column fires over 3 rows are 70 cells, 40 of them in coincidences. In two phases, or
     * in four of which two have lines, the column fires twice.
     */
    @ParameterizedTest
    @CsvSource({"1, 10, 20, 10, 20, 30", "2, 20, 20, 20, 20, 60", "4, 20, 20, 20, 20, 60"})
    void full_trains_are_counted_line_by_line(
            int phases, long slots, long rowFires, long columnFires, long coincidences, long half) {
        LearningCells cells = cells(
                "{kind: stochastic, slots: 10, length-management: false, update-management: false, amplification: 1, phases: "
                        + phases + "}",
                IDEAL,
                3,
                2,
                1);
        cells.update(new float[] {1, -1, 0}, 0, new float[] {1, 0}, 0, 1);
        assertThat(counted(cells)).containsExactly(slots, rowFires, columnFires, coincidences, half);
        assertThat(steps(cells)).containsExactly(-10, 0, 10, 0, 0, 0);
    }

    /** Two cells of a pair have lines of their own, so that all fires count double. */
    @Test
    void both_cells_of_a_pair_are_pulsed_and_counted() {
        LearningCells cells = cells(
                "{kind: stochastic, slots: 10, length-management: false, update-management: false, amplification: 1, phases: 1,"
                        + " weight: {kind: pair}}",
                IDEAL,
                3,
                2,
                1);
        cells.update(new float[] {1, -1, 0}, 0, new float[] {1, 0}, 0, 1);
        assertThat(counted(cells)).containsExactly(10, 40, 20, 40, 60);
        assertThat(steps(cells)).containsExactly(-20, 0, 20, 0, 0, 0);
    }

    /** k = 12: 12 slots, x shares 1, 0.5 and δ shares 1, 0.25; 0.5 · 0.25 · 12 = 1.5 pulses are 2, halves up. */
    @Test
    void an_outer_product_gives_the_nearest_whole_number_of_pulses() {
        LearningCells cells = cells("{kind: outer-product, phases: 1}", IDEAL, 2, 2, 1);
        cells.update(new float[] {2, -1}, 0, new float[] {-0.06f, 0.015f}, 0, 0.1f);
        assertThat(steps(cells)).containsExactly(12, -3, -6, 2);
        // rows fire 12 and 6 slots, columns 12 and 3: 2 columns each, 2 rows each, less 23 coincidences twice
        assertThat(counted(cells)).containsExactly(12, 18, 15, 23, 2 * 18 + 2 * 15 - 2 * 23);
    }

    /** Of 3 magnitudes, 0.5 is 2 thirds and 0.1 none. */
    @Test
    void an_outer_product_knows_no_more_than_its_drivers_do() {
        LearningCells cells =
                cells("{kind: outer-product, x-resolution: 0.33333333, delta-resolution: 0.33333333}", IDEAL, 3, 1, 1);
        cells.update(new float[] {1, 0.51f, 0.1f}, 0, new float[] {-0.03f}, 0, 1);
        assertThat(steps(cells)).containsExactly(30, 20, 0);
    }

    /** Overlaps of a and b pulses are a · b; a and b are whole and at most 3. Gain √(rate/step) = 10. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.1, 1", "0.2, 0.1, 2", "0.2, 0.3, 6", "0.04, 0.3, 0", "0.06, -0.3, -3", "5, 5, 9", "-5, 0.14, -3"
    })
    void local_pulses_overlap_as_often_as_the_product_of_both_numbers(float x, float delta, int pulses) {
        LearningCells cells = cells("{kind: local-pulses, most: 3}", IDEAL, 1, 1, 1);
        cells.update(new float[] {x}, 0, new float[] {delta}, 0, 0.1f);
        assertThat(steps(cells)).containsExactly(-pulses);
        assertThat(cells.counts().updates().coincidences()).isEqualTo(Math.abs(pulses));
        assertThat(cells.counts().updates().slots()).isEqualTo(pulses == 0 ? 0 : 9);
    }

    @Test
    void balance_moves_pulses_from_columns_to_rows() {
        LearningCells cells = cells("{kind: local-pulses, most: 8, balance: 2}", IDEAL, 1, 1, 1);
        cells.update(new float[] {0.1f}, 0, new float[] {-0.4f}, 0, 0.1f); // 10 · 2 · 0.1 = 2 and 10 / 2 · 0.4 = 2
        assertThat(steps(cells)).containsExactly(4);
        assertThat(cells.counts().updates().rowFires()).isEqualTo(2 * 8);
    }

    @Test
    void manhattan_gives_a_pulse_by_the_sign_of_whatever_passes_the_thresholds() {
        LearningCells cells =
                cells("{kind: manhattan, x-threshold: 0.5, delta-threshold: 0.1, phases: 4}", IDEAL, 3, 3, 1);
        cells.update(new float[] {0.6f, -7, 0.5f}, 0, new float[] {0.1f, 0.2f, -0.3f}, 0, 0.001f);
        assertThat(steps(cells)).containsExactly(0, -1, 1, 0, 1, -1, 0, 0, 0);
        // four phases of one slot; each: a row over 3 columns, a column over 3 rows, one coincidence
        assertThat(counted(cells)).containsExactly(4, 4, 4, 4, 4 * (3 + 3 - 2));
    }

    @Test
    void batch_manhattan_gives_a_pulse_by_the_sign_of_the_sum() {
        LearningCells cells = cells("{kind: batch-manhattan, threshold: 0.15}", IDEAL, 2, 2, 1);
        float[] x = {1, -0.5f};
        cells.update(x, 0, new float[] {0.3f, 0.1f}, 0, 1);
        cells.update(x, 0, new float[] {0.1f, -0.3f}, 0, 1);
        assertThat(steps(cells)).containsOnly(0);
        cells.batchEnds();
        assertThat(steps(cells)).containsExactly(-1, 1, 1, 0); // sums −0.4, 0.2, 0.2, −0.1
        assertThat(cells.counts().multiplyAdds()).isEqualTo(8);
        assertThat(cells.counts().comparisons()).isEqualTo(4);
        assertThat(cells.counts().updates().slots()).isEqualTo(2 + 1); // row 0 up and down, row 1 up
        cells.batchEnds();
        assertThat(cells.counts().updates().coincidences()).isEqualTo(3);
    }

    /**
     * Row 0 asks for −8, 4, 2.4 and 0.4 steps, row 1 for half of that with the other sign, its last two 1.2 and 0.2 down. In blocks of two
     * columns: (4 up, 8 down), (2 up), (4 up, 2 down), (1 down).
     */
    @Test
    void counted_pulses_take_the_time_of_the_slowest_of_their_block() {
        LearningCells cells = cells("{kind: counted, columns-at-once: 2}", IDEAL, 2, 4, 1);
        cells.update(new float[] {1, -0.5f}, 0, new float[] {0.08f, -0.04f, -0.024f, -0.004f}, 0, 0.1f);
        assertThat(steps(cells)).containsExactly(-8, 4, 2, 0, 4, -2, -1, 0);
        assertThat(counted(cells)).containsExactly(21, 21, 21, 21, 21 * 4 + 21 * 2 - 2 * 21);
        assertThat(cells.counts().updates().longestSlots()).isEqualTo(21);
    }

    /** A5.6: with steps that come to nothing, every rule that multiplies is W −= rate · x · δ. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: outer-product, slots: 64, length-management: false, x-resolution: 1e-6, delta-resolution: 1e-6}",
                "{kind: counted}",
                "{kind: counted, weight: {kind: pair}}",
                "{kind: counted, weight: {kind: several, devices: 4}}",
                "{kind: mixed-precision, every: 4}"
            })
    void fine_steps_learn_as_floating_point_does(String scheme) {
        double scale = 0.5;
        LearningCells cells = cells(scheme, "{kind: constant-step, step: 1e-5}", 6, 5, scale, 1);
        float rate = 0.004f;
        double[] wanted = new double[30];
        float[] x = new float[6];
        float[] delta = new float[5];
        int updates = 200;
        for (int i = 0; i < updates; i++) {
            for (int k = 0; k < 6; k++) {
                x[k] = (float) Math.sin(i * 0.7 + k);
            }
            for (int k = 0; k < 5; k++) {
                delta[k] = (float) (0.05 + 0.05 * Math.cos(i * 1.3 + 2 * k));
            }
            cells.update(x, 0, delta, 0, rate);
            for (int k = 0; k < 30; k++) {
                wanted[k] -= (double) rate * x[k / 5] * delta[k % 5];
            }
        }
        float[] found = weights(cells);
        for (int k = 0; k < 30; k++) { // half a step of error each time, as a walk
            assertThat((double) found[k]).isCloseTo(wanted[k], within(1e-5 * scale * 4 * Math.sqrt(updates)));
        }
    }

    /** A5.8, in powers of two, where floats are exact: what pulses were to do and what is left is what was asked for. */
    @Test
    void mixed_precision_loses_nothing() {
        LearningCells cells = cells(
                "{kind: mixed-precision, every: 3}",
                "{kind: constant-step, step: 0.015625, highest: 64, lowest: -64}",
                4,
                4,
                1);
        double[] asked = new double[16];
        for (int i = 0; i < 300; i++) {
            float[] x = new float[4];
            float[] delta = new float[4];
            for (int k = 0; k < 4; k++) {
                x[k] = ((i * 7 + k * 3) % 17 - 8) / 16f;
                delta[k] = ((i * 5 + k * 11) % 13 - 6) / 32f;
            }
            cells.update(x, 0, delta, 0, 0.125f);
            for (int k = 0; k < 16; k++) {
                asked[k] -= 0.125 * x[k / 4] * delta[k % 4];
            }
            float[] chi = new float[16];
            Learners.state(cells).take("chi", chi);
            float[] applied = weights(cells);
            for (int k = 0; k < 16; k++) {
                assertThat((double) applied[k] + chi[k]).isEqualTo(asked[k]);
                if (i % 3 == 2) {
                    assertThat(Math.abs(chi[k])).isLessThan(0.015625f);
                }
            }
        }
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(() -> Learners.scheme("{kind: stochastic, phases: 3}"))
                .hasMessageContaining("found 3");
        assertThatThrownBy(() -> Learners.scheme("{kind: stochastic, amplification: 1}"))
                .hasMessageContaining("length-management");
        assertThatThrownBy(
                        () -> Learners.scheme("{kind: stochastic, weight: {kind: several, devices: 4, increment: 2}}"))
                .hasMessageContaining("common divisor");
        assertThatThrownBy(() -> Learners.scheme("{kind: occasional-reset, update: {kind: carry}}"))
                .hasMessageContaining("no pairs that an occasional reset could free");
        assertThatThrownBy(() -> cells("{kind: stochastic}", IDEAL, 2, 2, 0.0, 1))
                .hasMessageContaining("scale");
        assertThatThrownBy(() -> cells("{kind: stochastic}", IDEAL, 2, 2, 1).set(new float[3]))
                .hasMessageContaining("3 weights for a matrix of 2 x 2");
    }

    /** What is asked for is a sum written out; what becomes no pulse is missing in the answer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // δ in thousandths of a weight, a step being one: 0.4 of a step is lost in each of two rows
                "{kind: counted}                       | 0.0004 | 0.002 | 4.8 | 4",
                "{kind: counted}                       | 0.003  | 0.002 | 10  | 10",
                "'{kind: counted, weight: {kind: pair}}' | 0.004 | 0.002 | 6 | 6",
                "'{kind: outer-product, x-resolution: null, delta-resolution: null}' | 0.0004 | 0.002 | 4.8 | 4",
                // signs alone decide
                "{kind: manhattan}                     | 0.0004 | 0.002 | 0   | 0",
                // trains of 10 have no room for 20 pulses: what is too large is not lost by being small
                "'{kind: outer-product, slots: 10}'    | 0.0004 | 0.02  | 0   | 0",
                "'{kind: stochastic, slots: 10}'       | 0.0004 | 0.02  | 0   | 0",
            })
    void what_is_less_than_a_pulse_can_say_is_missing_in_the_answer(
            String scheme, float one, float other, double asked, double answered) {
        LearningCells cells = cells(scheme.replace("'", ""), IDEAL, 2, 2, 1);
        cells.update(new float[] {1, -1}, 0, new float[] {one, other}, 0, 1);
        assertThat(cells.counts().updates().asked()).isCloseTo(asked, within(1e-5));
        assertThat(cells.counts().updates().answered()).isEqualTo(answered);
    }

    /** On average chance loses nothing: 20,000 updates of 0.9 steps have a deviation of 0.7 %. */
    @Test
    void trains_drawn_by_chance_answer_what_is_asked_on_average() {
        LearningCells cells = cells("{kind: stochastic}", IDEAL, 2, 1, 1);
        for (int i = 0; i < 20_000; i++) {
            cells.update(new float[] {1, 0.5f}, 0, new float[] {i % 2 == 0 ? 0.0006f : -0.0006f}, 0, 1);
        }
        PulseCounts counts = cells.counts().updates();
        assertThat(counts.asked()).isCloseTo(18_000, within(1.0));
        assertThat(counts.answered() / counts.asked()).isCloseTo(1, within(0.03));
    }
}
