package mho.arch.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that are stored in one array of 64 units, and asked for with an eighth of their signs wrong. */
final class AssociativeMemoryTest {
    private static final int UNITS = 64;
    private static final int WRONG = 8;
    private static final int MOST = 50;

    private final float[][] patterns = patterns(3);

    private static float[][] patterns(int count) {
        Random random = new Random(11);
        float[][] patterns = new float[count][UNITS];
        for (float[] pattern : patterns) {
            for (int unit = 0; unit < UNITS; unit++) {
                pattern[unit] = random.nextBoolean() ? 1 : -1;
            }
        }
        return patterns;
    }

    private static float[] disturbed(float[] pattern, Random random) {
        float[] question = pattern.clone();
        random.ints(0, UNITS).distinct().limit(WRONG).forEach(unit -> question[unit] = -question[unit]);
        return question;
    }

    /** Of all patterns, asked for ten times each. */
    private static double recalled(ChipSpec chip, float[][] patterns) {
        AssociativeMemory memory = AssociativeMemory.of(chip, patterns, 1);
        Random random = new Random(5);
        int found = 0;
        for (float[] pattern : patterns) {
            for (int i = 0; i < 10; i++) {
                AssociativeMemory.Recall recall = memory.recall(disturbed(pattern, random), MOST);
                found += recall.settled() && java.util.Arrays.equals(recall.signs(), pattern) ? 1 : 0;
            }
        }
        return found / (10.0 * patterns.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reno", "reno-digital"})
    void disturbed_patterns_are_recalled(String chip) {
        assertThat(recalled(Given.chip(chip), patterns)).isEqualTo(1);
    }

    @Test
    void what_is_stored_stays_as_it_is() {
        AssociativeMemory memory = AssociativeMemory.of(Given.chip("reno"), patterns, 1);
        for (float[] pattern : patterns) {
            AssociativeMemory.Recall recall = memory.recall(pattern, MOST);

            assertThat(recall.rounds()).isOne();
            assertThat(recall.signs()).containsExactly(pattern);
        }
    }

    @Test
    void more_patterns_than_a_seventh_of_the_units_are_not_kept_apart() {
        assertThat(recalled(Given.chip("reno"), patterns(24))).isLessThan(0.3);
    }

    @Test
    void amplifiers_that_err_as_much_as_the_signal_never_settle_on_a_pattern() {
        ChipSpec noisy = Given.chip("reno", "tile.core.analog-link.error=100 %", "tile.core.analog-link.hops=1000");

        assertThat(recalled(noisy, patterns)).isLessThan(0.1);
    }

    @Test
    void a_vector_is_converted_twice_however_often_it_goes_round() {
        AssociativeMemory memory = AssociativeMemory.of(Given.chip("reno"), patterns, 1);
        AssociativeMemory.Recall recall = memory.recall(disturbed(patterns[0], new Random(3)), MOST);

        assertThat(recall.rounds()).isGreaterThan(1);
        assertThat(recall.book().amount("tile.core.driver")).isEqualTo(UNITS);
        assertThat(recall.book().amount("tile.core.adc")).isEqualTo(UNITS);
        assertThat(recall.book().amount("tile.core.array")).isEqualTo(2.0 * UNITS * UNITS * recall.rounds());
        // 10 ns in; 3 amplifiers and a sum of 5 ns each, 10 ns of the array, 5 ns of the bound in every round; 4
        // conversions of 10 ns
        assertThat(recall.book().seconds()).isCloseTo((10 + 35 * recall.rounds() + 40) * 1e-9, within(1e-18));
    }

    @Test
    void conversions_in_every_round_cost_more() {
        float[] question = disturbed(patterns[0], new Random(3));
        ChipSpec voltages = Given.chip("reno");
        ChipSpec codes = Given.chip("reno-digital");
        AssociativeMemory.Recall one =
                AssociativeMemory.of(voltages, patterns, 1).recall(question, MOST);
        AssociativeMemory.Recall other =
                AssociativeMemory.of(codes, patterns, 1).recall(question, MOST);

        assertThat(other.book().amount("tile.core.adc")).isEqualTo(UNITS * other.rounds());
        assertThat(other.book().totalJoules(Inventory.of(codes)))
                .isGreaterThan(one.book().totalJoules(Inventory.of(voltages)));
    }
}
