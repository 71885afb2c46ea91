package mho.periphery.scheme;

import static mho.periphery.scheme.Learners.IDEAL;
import static mho.periphery.scheme.Learners.STEP;
import static mho.periphery.scheme.Learners.cells;
import static mho.periphery.scheme.Learners.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mho.periphery.random.NormalStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pulses on a cell against the closed forms of Gokmen and Vlasov 2016: a binomial, whatever is managed. */
class StochasticTest {
    private static final int TRIALS = 20_000;
    private static final float[] X = {1, 0.5f, -0.25f, 0};
    private static final float[] DELTA = {0.02f, -0.01f, 0};

    /** What {@link TrainShape} says, written out: slots, then firing probability of a row and of a column for its value. */
    private static double[] expected(double rate, int most, boolean update, boolean length) {
        double xMost = 1;
        double dMost = 0.02;
        double k = rate * xMost * dMost / STEP;
        double slots = length ? Math.min(Math.ceil(k), most) : most;
        double amplification = Math.sqrt(rate / (STEP * slots));
        double reached = length && k > most ? dMost * most / k : dMost;
        double shift = update ? Math.sqrt(xMost / reached) : 1;
        return new double[] {slots, amplification / shift, amplification * shift};
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, true, true", // k = 10 of 31
        "0.5, true, false",
        "0.5, false, true",
        "0.5, false, false",
        "5, true, true", // k = 100: clips
        "5, false, false",
        "0.01, true, true" // k = 0.2: one slot
    })
    void mean_and_variance_of_pulses_are_those_of_a_binomial(double rate, boolean update, boolean length) {
        LearningCells cells = cells(
                "{kind: stochastic, update-management: " + update + ", length-management: " + length + "}",
                IDEAL,
                X.length,
                DELTA.length,
                7);
        double[] law = expected(rate, 31, update, length);
        double[] sum = new double[12];
        double[] squares = new double[12];
        float[] before = new float[12];
        for (int trial = 0; trial < TRIALS; trial++) {
            cells.set(before);
            cells.update(X, 0, DELTA, 0, (float) rate);
            float[] after = weights(cells);
            for (int i = 0; i < 12; i++) {
                double pulses = -after[i] / STEP;
                sum[i] += pulses;
                squares[i] += pulses * pulses;
            }
        }
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 3; column++) {
                double p = Math.min(1, law[1] * Math.abs(X[row])) * Math.min(1, law[2] * Math.abs(DELTA[column]));
                double mean = law[0] * p * Math.signum(X[row] * DELTA[column]);
                double variance = law[0] * p * (1 - p);
                int i = row * 3 + column;
                double found = sum[i] / TRIALS;
                double spread = squares[i] / TRIALS - found * found;
                assertThat(found)
                        .as("mean %d %d", row, column)
                        .isCloseTo(mean, within(5 * Math.sqrt(variance / TRIALS) + 2e-4));
                assertThat(spread)
                        .as("variance %d %d", row, column)
                        .isCloseTo(variance, within(0.05 * variance + 0.02 * Math.sqrt(variance) + 1e-3));
            }
        }
        assertThat(cells.counts().updates().longestSlots()).isEqualTo(2 * (long) law[0]);
    }

    /** Two cells of a row share its train: their pulses are correlated as p_x(1 − p_x) p_d p_d' BL over the product of their deviations. */
    @Test
    void cells_of_one_row_are_correlated_by_its_train() {
        float[] delta = {1, 1};
        double rate = 31 * STEP * 0.25; // probability 1/2 for row and columns
        LearningCells cells = cells("{kind: stochastic, length-management: false}", IDEAL, 1, 2, 3);
        double a = 0;
        double b = 0;
        double ab = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            cells.set(new float[2]);
            cells.update(new float[] {1}, 0, delta, 0, (float) rate);
            float[] after = weights(cells);
            a += after[0] / STEP;
            b += after[1] / STEP;
            ab += after[0] / STEP * after[1] / STEP;
        }
        double covariance = ab / TRIALS - a / TRIALS * b / TRIALS;
        assertThat(covariance).isCloseTo(31 * 0.5 * 0.5 * 0.25, within(0.12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 31, 32, 33, 64})
    void a_train_fires_with_its_probability_in_every_slot_apart_from_the_others(int slots) {
        NormalStream stream = NormalStream.of(5, slots);
        int[] fires = new int[slots];
        int both = 0;
        double p = 0.3;
        for (int i = 0; i < TRIALS; i++) {
            long train = StochasticWriter.train(stream, p, slots);
            for (int slot = 0; slot < slots; slot++) {
                fires[slot] += (int) (train >>> slot & 1);
            }
            assertThat(slots == 64 ? 0 : train >>> slots).isZero();
            both += slots > 1 && (train & 3) == 3 ? 1 : 0;
        }
        for (int count : fires) {
            assertThat(count / (double) TRIALS).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / TRIALS)));
        }
        assertThat(both / (double) TRIALS).isCloseTo(slots > 1 ? p * p : 0, within(0.012));
    }

    /** A5.7: half the rate with half the step, the same trains, hence the same pulses. */
    @Test
    void half_the_rate_with_half_the_step_gives_the_same_pulses() {
        LearningCells whole = cells("{kind: stochastic}", IDEAL, 4, 3, 1);
        LearningCells half = cells("{kind: stochastic}", IDEAL.replace("0.001", "0.0005"), 4, 3, 1);
        for (int i = 0; i < 100; i++) {
            whole.update(X, 0, DELTA, 0, 0.5f);
            half.update(X, 0, DELTA, 0, 0.25f);
        }
        float[] wholes = weights(whole);
        float[] halves = weights(half);
        for (int i = 0; i < wholes.length; i++) {
            assertThat(halves[i]).isCloseTo(wholes[i] / 2, within(1e-5f));
        }
        assertThat(half.counts().updates().coincidences())
                .isEqualTo(whole.counts().updates().coincidences());
    }

    /** A5.6: steps of nothing. */
    @Test
    void fine_steps_learn_as_floating_point_does() {
        double step = 1e-7;
        LearningCells cells = cells(
                "{kind: stochastic, slots: 64, length-management: false}",
                "{kind: constant-step, step: " + step + "}",
                8,
                4,
                2.0,
                9);
        float[] wanted = new float[32];
        float rate = 1e-5f;
        double variance = 0;
        for (int i = 0; i < 20_000; i++) {
            float[] x = new float[8];
            float[] delta = new float[4];
            for (int k = 0; k < 8; k++) {
                x[k] = (float) Math.sin(i * 0.7 + k);
            }
            for (int k = 0; k < 4; k++) {
                delta[k] = 0.02f + (float) Math.cos(i * 1.3 + 2 * k);
            }
            cells.update(x, 0, delta, 0, rate);
            for (int k = 0; k < 32; k++) {
                wanted[k] -= rate * x[k / 4] * delta[k % 4];
            }
            variance +=
                    2 * rate * step; // at most: pulses are at most k = rate / (2 step), of 2 steps of network weight
        }
        float[] found = weights(cells);
        for (int k = 0; k < 32; k++) {
            assertThat(found[k]).isCloseTo(wanted[k], within((float) (5 * Math.sqrt(variance))));
        }
    }
}
