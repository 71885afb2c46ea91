package mho.workloads.restricted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import mho.workloads.training.FloatMatrix;
import org.junit.jupiter.api.Test;

/** Machines of two layers, against sums over all their states and against a slow second reading of the rule. */
class RestrictedMachineTest {
    private static float[] drawn(int visible, int hidden, double size, long seed) {
        Random random = new Random(seed);
        float[] weights = new float[(visible + 1) * (hidden + 1)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (size * random.nextGaussian());
        }
        return weights;
    }

    private static FloatMatrix matrix(float[] weights, int visible, int hidden) {
        FloatMatrix matrix = new FloatMatrix(visible + 1, hidden + 1);
        matrix.set(weights);
        return matrix;
    }

    private static double energy(float[] w, int visible, int hidden, int v, int h) {
        double energy = 0;
        for (int i = 0; i <= visible; i++) {
            for (int j = 0; j <= hidden; j++) {
                boolean on = (i == visible || (v >> i & 1) == 1) && (j == hidden || (h >> j & 1) == 1);
                boolean corner = i == visible && j == hidden;
                energy -= on && !corner ? w[i * (hidden + 1) + j] : 0;
            }
        }
        return energy;
    }

    private static boolean[] state(int bits, int units) {
        boolean[] state = new boolean[units];
        for (int k = 0; k < units; k++) {
            state[k] = (bits >> k & 1) == 1;
        }
        return state;
    }

    @Test
    void bars_and_stripes_are_all_there_and_all_different() {
        List<boolean[]> pictures = BarsAndStripes.of(3);

        assertThat(pictures).hasSize(14);
        assertThat(pictures.stream().map(Arrays::toString)).doesNotHaveDuplicates();
        assertThat(BarsAndStripes.of(4)).hasSize(30);
        assertThat(pictures).anySatisfy(p -> assertThat(p)
                .containsExactly(false, true, false, false, true, false, false, true, false));
        assertThatThrownBy(() -> BarsAndStripes.of(9)).hasMessageContaining("from 2 to 8 rows");
    }

    /** From either side: 5 and 3 units, 3 and 5 units. */
    @Test
    void a_likelihood_is_that_of_all_states_counted_one_by_one() {
        for (int[] size : new int[][] {{5, 3}, {3, 5}, {4, 4}}) {
            float[] w = drawn(size[0], size[1], 1.5, 7);
            double partition = 0;
            double example = 0;
            for (int v = 0; v < 1 << size[0]; v++) {
                for (int h = 0; h < 1 << size[1]; h++) {
                    double weight = Math.exp(-energy(w, size[0], size[1], v, h));
                    partition += weight;
                    example += v == 5 ? weight : 0;
                }
            }
            ExactLikelihood exact = new ExactLikelihood(w, size[0], size[1]);

            assertThat(exact.logPartition()).isCloseTo(Math.log(partition), within(1e-12));
            assertThat(exact.of(List.of(state(5, size[0])))).isCloseTo(Math.log(example / partition), within(1e-12));
        }
    }

    @Test
    void strong_couplings_do_not_overflow() {
        float[] w = drawn(9, 6, 300, 3);

        assertThat(new ExactLikelihood(w, 9, 6).of(BarsAndStripes.of(3)))
                .isFinite()
                .isNegative();
    }

    /** The rule read again, slowly and in doubles, with the same chances. */
    @Test
    void a_step_is_the_product_of_what_was_first_less_that_of_what_was_last() {
        int visible = 9;
        int hidden = 5;
        for (int steps : new int[] {1, 3}) {
            float[] w = drawn(visible, hidden, 0.5, 11);
            FloatMatrix matrix = matrix(w, visible, hidden);
            ContrastiveDivergence rule =
                    new ContrastiveDivergence(new RestrictedMachine(matrix, new Random(5)), steps, 0.25);
            Random chances = new Random(5);
            double[] slow = new double[w.length];
            for (int k = 0; k < w.length; k++) {
                slow[k] = w[k];
            }
            for (boolean[] example : BarsAndStripes.of(3)) {
                rule.learn(example);
                slowly(slow, example, visible, hidden, steps, 0.25, chances);
            }
            float[] learnt = new float[w.length];
            matrix.weights(learnt);
            for (int k = 0; k < w.length - 1; k++) { // the corner joins two biases and means nothing
                assertThat((double) learnt[k]).isCloseTo(slow[k], within(1e-5));
            }
            assertThat(learnt).isNotEqualTo(w);
        }
    }

    private static void slowly(
            double[] w, boolean[] example, int visible, int hidden, int steps, double rate, Random chances) {
        boolean[] v = example.clone();
        boolean[] h0 = hiddenOf(w, v, visible, hidden, chances);
        boolean[] h = h0;
        for (int step = 0; step < steps; step++) {
            boolean[] next = new boolean[visible];
            for (int i = 0; i < visible; i++) {
                double field = w[i * (hidden + 1) + hidden];
                for (int j = 0; j < hidden; j++) {
                    field += h[j] ? w[i * (hidden + 1) + j] : 0;
                }
                next[i] = chances.nextDouble() < 1 / (1 + Math.exp(-field));
            }
            v = next;
            h = hiddenOf(w, v, visible, hidden, chances);
        }
        for (int i = 0; i <= visible; i++) {
            for (int j = 0; j <= hidden; j++) {
                boolean before = (i == visible || example[i]) && (j == hidden || h0[j]);
                boolean after = (i == visible || v[i]) && (j == hidden || h[j]);
                w[i * (hidden + 1) + j] += rate * ((before ? 1 : 0) - (after ? 1 : 0));
            }
        }
    }

    private static boolean[] hiddenOf(double[] w, boolean[] v, int visible, int hidden, Random chances) {
        boolean[] h = new boolean[hidden];
        for (int j = 0; j < hidden; j++) {
            double field = w[visible * (hidden + 1) + j];
            for (int i = 0; i < visible; i++) {
                field += v[i] ? w[i * (hidden + 1) + j] : 0;
            }
            h[j] = chances.nextDouble() < 1 / (1 + Math.exp(-field));
        }
        return h;
    }

    /** Layers that find each other long enough are drawn as their energies say. */
    @Test
    void units_are_drawn_as_often_as_their_energy_says() {
        int visible = 3;
        int hidden = 2;
        float[] w = drawn(visible, hidden, 1, 2);
        RestrictedMachine machine = new RestrictedMachine(matrix(w, visible, hidden), new Random(1));
        float[] v = machine.visibleUnits();
        float[] h = machine.hiddenUnits();
        double[] seen = new double[1 << visible];
        int draws = 200_000;
        for (int k = 0; k < draws; k++) {
            machine.up(v, h);
            machine.down(h, v);
            int state = 0;
            for (int i = 0; i < visible; i++) {
                state |= v[i] == 1 ? 1 << i : 0;
            }
            seen[state] += 1.0 / draws;
        }
        ExactLikelihood exact = new ExactLikelihood(w, visible, hidden);
        for (int state = 0; state < seen.length; state++) {
            assertThat(seen[state]).isCloseTo(Math.exp(exact.of(List.of(state(state, visible)))), within(0.006));
        }
    }

    @Test
    void bars_and_stripes_become_likelier() {
        List<boolean[]> pictures = BarsAndStripes.of(3);
        FloatMatrix matrix = matrix(drawn(9, 8, 0.05, 1), 9, 8);
        RestrictedMachine machine = new RestrictedMachine(matrix, new Random(3));
        ContrastiveDivergence rule = new ContrastiveDivergence(machine, 1, 0.05);
        double before = new ExactLikelihood(machine.weights(), 9, 8).of(pictures);
        for (int epoch = 0; epoch < 400; epoch++) {
            pictures.forEach(rule::learn);
        }
        double after = new ExactLikelihood(machine.weights(), 9, 8).of(pictures);

        assertThat(before).isCloseTo(-9 * Math.log(2), within(0.3)); // all states alike
        assertThat(after).isGreaterThan(before + 1.5).isLessThan(-Math.log(14)); // none is likelier than each its part
    }
}
