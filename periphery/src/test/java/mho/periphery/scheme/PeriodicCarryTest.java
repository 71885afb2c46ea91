package mho.periphery.scheme;

import static mho.periphery.scheme.Learners.cells;
import static mho.periphery.scheme.Learners.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digits that are carried. */
class PeriodicCarryTest {
    private static final String DIGITS = "{kind: carry, digits: 3, base: 4, every: 1, update: {kind: counted}}";

    /** Steps of the least digit are step / 16. */
    @ParameterizedTest
    @CsvSource({
        "'{kind: constant-step, step: 0.01}', 0.00032", // half a step of the least digit, and what floats lose
        "'{kind: soft-bounds, step: 0.01, step-spread: 0.2, up-down-spread: 0.1, pulse-noise: 0.3}', 0.004"
    })
    void the_weight_stays_what_it_was_while_digits_are_carried(String law, float off) {
        LearningCells cells = cells(DIGITS, law, 4, 4, 2);
        float[] x = {1, -0.5f, 0.25f, 0};
        float[] delta = {0.03f, -0.02f, 0.01f, -0.04f};
        for (int i = 0; i < 12; i++) {
            cells.update(x, 0, delta, 0, 1);
            float[] before = weights(cells);
            float least = cells.populations().get(0).weight(0, 0);
            cells.exampleEnds();
            float[] after = weights(cells);
            for (int k = 0; k < 16; k++) {
                assertThat(after[k]).isCloseTo(before[k], within(off));
            }
            assertThat(Math.abs(cells.populations().get(0).weight(0, 0))).isLessThan(Math.abs(least));
        }
        assertThat(weights(cells)[0]).isLessThan(-0.1f); // no single digit holds it: the least ends at 1/16
        assertThat(cells.counts().transfers().coincidences()).isPositive();
    }

    /**
     * 0.3 of the least digit: 7 steps of the middle one are 0.28, 0.02 stay. From the middle 0.07: one step of the highest, 0.03 stay.
     */
    @Test
    void whole_steps_of_the_next_digit_are_carried_and_the_rest_stays() {
        LearningCells cells = cells(DIGITS, "{kind: constant-step, step: 0.01}", 1, 1, 1);
        cells.update(new float[] {1}, 0, new float[] {-0.3f / 16}, 0, 1);
        cells.exampleEnds();
        assertThat(cells.populations().get(0).weight(0, 0)).isCloseTo(0.02f, within(1e-5f));
        assertThat(cells.populations().get(1).weight(0, 0)).isCloseTo(0.03f, within(1e-5f));
        assertThat(cells.populations().get(2).weight(0, 0)).isCloseTo(0.01f, within(1e-5f));
        PulseCounts pulses = cells.counts().transfers();
        assertThat(pulses.coincidences()).isEqualTo(7 + 28 + 1 + 4);
        assertThat(pulses.slots()).isEqualTo(pulses.coincidences());
        assertThat(cells.counts().lineReads()).isEqualTo(1 + 2 + 28 + 1 + 2 + 4);
    }

    /** 0.3 of a range of 1 either side is carried from 0.3 on. */
    @ParameterizedTest
    @CsvSource({"0.31, 0", "0.29, 7"})
    void a_digit_is_carried_once_it_is_far_from_its_middle(double beyond, int steps) {
        LearningCells cells = cells(
                DIGITS.replace("every: 1", "every: 1, beyond: " + beyond),
                "{kind: constant-step, step: 0.01}",
                1,
                1,
                1);
        cells.update(new float[] {1}, 0, new float[] {-0.3f / 16}, 0, 1);
        cells.exampleEnds();
        assertThat(cells.populations().get(0).weight(0, 0)).isCloseTo(0.3f - 0.04f * steps, within(1e-5f));
        assertThat(cells.populations().get(1).weight(0, 0)).isCloseTo(0.01f * steps, within(1e-5f));
    }
}
