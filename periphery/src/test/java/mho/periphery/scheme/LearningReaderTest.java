package mho.periphery.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mho.core.yaml.Binder;
import mho.core.yaml.Yaml;
import mho.periphery.learning.CellState;
import org.junit.jupiter.api.Test;

/** Reads both ways, by hand. */
class LearningReaderTest {
    /** Rows 1 2 3, 4 5 6. */
    private static final float[] WEIGHTS = {1, 2, 3, 4, 5, 6};

    private static LearningReader reader(String yaml, double scale) {
        return Binder.bind(Yaml.parse("reads", yaml), LearningReads.class).reader(2, 3, scale, 7, 1);
    }

    private static float[] forward(LearningReader reader, float... x) {
        float[] y = new float[3];
        reader.forward(WEIGHTS, x, 0, y, 0);
        return y;
    }

    @Test
    void ideal_reads_are_products_both_ways() {
        LearningReader reader = reader("{}", 0.5);
        assertThat(forward(reader, 1, -2)).containsExactly(-7, -8, -9);
        float[] dx = {9, 9, 9, 9};
        reader.reverse(WEIGHTS, new float[] {0, 1, 0, -1}, 1, dx, 1);
        assertThat(dx).containsExactly(9, 1 - 3, 4 - 6, 9);
        assertThat(reader.forwardCounts().reads()).isEqualTo(1);
        assertThat(reader.forwardCounts().drivenLines()).isEqualTo(2);
        assertThat(reader.forwardCounts().conversions()).isEqualTo(3);
        assertThat(reader.reverseCounts().drivenLines()).isEqualTo(2);
        assertThat(reader.reverseCounts().conversions()).isEqualTo(2);
    }

    /** 3 bits: −3 … 3 thirds. Inputs 0.2 and 0.9 become 1/3 and 1; outputs of 13/3, 17/3, 7 in steps of 10/3, limited to 10. */
    @Test
    void values_are_limited_and_rounded_on_both_sides() {
        LearningReader reader = reader("{forward: {input-bits: 3, output-bits: 3, output-bound: 10}}", 1);
        float[] y = forward(reader, 0.2f, 0.9f);
        assertThat(y[0]).isCloseTo(10 / 3f, within(1e-5f));
        assertThat(y[1]).isCloseTo(20 / 3f, within(1e-5f));
        assertThat(y[2]).isCloseTo(20 / 3f, within(1e-5f));
        assertThat(forward(reader, 0, 5)[2]).isCloseTo(20 / 3f, within(1e-5f)); // limited to 1 of 5
        assertThat(forward(reader, 1, 1)[2]).isCloseTo(10, within(1e-5f));
        assertThat(forward(reader, 0.1f, 0.1f)).containsOnly(0);
    }

    /** Half a step is a whole one, either sign. */
    @Test
    void of_two_values_as_near_the_larger_is_read() {
        LearningReader reader = reader("{forward: {input-bits: 2}}", 1);
        assertThat(forward(reader, 0.5f, 0.49f)).containsExactly(1, 2, 3);
        assertThat(forward(reader, -0.5f, -0.49f)).containsExactly(-1, -2, -3);
    }

    /** 3 bits over ±4 for each line: steps of 8/3 of two rows forward, of 4 of three columns in reverse. */
    @Test
    void a_bound_for_each_line_grows_with_the_array() {
        String path = "{output-bits: 3, output-bound: 4, bound-of: line}";
        LearningReader reader = reader("{forward: " + path + ", reverse: " + path + "}", 1);
        float[] y = forward(reader, 1, 1);
        assertThat(y[0]).isCloseTo(16 / 3f, within(1e-5f)); // 5
        assertThat(y[2]).isCloseTo(8, within(1e-5f)); // 9, beyond the bound
        float[] dx = new float[2];
        reader.reverse(WEIGHTS, new float[] {1, 1, 1}, 0, dx, 0);
        assertThat(dx).containsExactly(8, 12); // 6 and 15
    }

    @Test
    void small_vectors_are_seen_where_the_largest_fills_the_range() {
        LearningReader reader = reader("{forward: {input-bits: 3, noise-management: abs-max}}", 1);
        assertThat(forward(reader, 0.003f, 0.001f)[0]).isCloseTo(0.003f + 4 * 0.001f, within(1e-6f));
        assertThat(forward(reader, 0, 0)).containsOnly(0);
        assertThat(reader.forwardCounts().vectors()).isEqualTo(1);
    }

    /** 9 is beyond 5, 4.5 is not: one repeat. 90 takes five of them, 16 or 32 fold. */
    @Test
    void a_vector_whose_outputs_come_to_the_bound_is_read_again_and_every_repeat_counts() {
        LearningReader reader = reader("{forward: {output-bound: 5, bound-management: iterative}}", 1);
        assertThat(forward(reader, 1, 1)).containsExactly(5, 7, 9);
        assertThat(reader.forwardCounts().repeats()).isEqualTo(1);
        assertThat(reader.forwardCounts().conversions()).isEqualTo(6);
        assertThat(reader.forwardCounts().drivenLines()).isEqualTo(4);
        assertThat(forward(reader, 10, 10)).containsExactly(50, 70, 90);
        assertThat(reader.forwardCounts().repeats()).isEqualTo(1 + 5);
        LearningReader limited =
                reader("{forward: {output-bound: 5, bound-management: iterative, most-rescaling: 4}}", 1);
        assertThat(forward(limited, 10, 10)).containsExactly(20, 20, 20);
        assertThat(limited.forwardCounts().reads()).isEqualTo(3);
    }

    /** A step of a third: an input of 1 is 1, 1/2 → 2/3 (the larger of two as near), 1/4 → 1/3, 1/8 → 0, where it ends. */
    @Test
    void it_is_not_read_again_once_no_input_is_left() {
        LearningReader reader = reader("{forward: {input-bits: 3, output-bound: 0.5, bound-management: iterative}}", 1);
        assertThat(forward(reader, 0, 1)).containsOnly(0);
        assertThat(reader.forwardCounts().reads()).isEqualTo(4);
    }

    /** Noise of 0.1 composed weights is 0.2 of the network's at a scale of 2; evaluating leaves the noise of training as it was. */
    @Test
    void noise_follows_from_the_seed_and_evaluation_does_not_disturb_it() {
        String noisy = "{forward: {output-noise: 0.1}, reverse: {output-noise: 0.1}}";
        LearningReader one = reader(noisy, 2);
        LearningReader other = reader(noisy, 2);
        double squares = 0;
        int count = 4000;
        for (int i = 0; i < count; i++) {
            other.evaluation(true);
            float[] looked = forward(other, 1, 0);
            other.evaluation(false);
            float[] read = forward(one, 1, 0);
            assertThat(forward(other, 1, 0)).isEqualTo(read).isNotEqualTo(looked);
            squares += Math.pow(read[0] - 1, 2);
        }
        assertThat(Math.sqrt(squares / count)).isCloseTo(0.2, within(0.01));
        assertThat(other.forwardCounts().reads()).isEqualTo(count);
        assertThat(other.evaluationCounts().reads()).isEqualTo(count);
        CellState state = new CellState();
        one.save(state);
        LearningReader restored = reader(noisy, 2);
        restored.restore(state);
        assertThat(forward(restored, 1, 0)).isEqualTo(forward(one, 1, 0));
        assertThat(restored.forwardCounts().reads()).isEqualTo(count + 1);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(() -> reader("{forward: {output-bits: 8}}", 1)).hasMessageContaining("output-bound");
        assertThatThrownBy(() -> reader("{forward: {bound-management: iterative}}", 1))
                .hasMessageContaining("output-bound");
    }
}
