package mho.workloads.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What weights that lack the last updates do to what is learnt. */
class StalenessOfValuesTest {
    private static final int EXAMPLES = 40;
    private static final double RATE = 0.1;
    private static final DataSet DATA = MadeSets.clusters(EXAMPLES, 3, Shape.vector(4), 0.3, 7, 1);
    private static final String LAYERS =
            "{dense: {out: 5, bias: false, activation: tanh}}, {dense: {out: 4, bias: false, activation: tanh}}, {dense: {out: 3, bias: false}}";

    private static final TrainingSpec SPEC = new TrainingSpec(
            1, 1, RateSchedule.of(RATE), Loss.SQUARED, new Initialisation.Xavier(), Map.of(), false, 5);

    private static Trainer trainer(String layers, @Nullable Staleness staleness) {
        return Trainer.of(MadeSets.network("4", layers), SPEC, LearningMatrices.FLOAT, DATA, null, staleness);
    }

    private static float[][] weights(Network network) {
        TrainingSpec own =
                new TrainingSpec(1, 1, RateSchedule.of(1), Loss.SQUARED, new Initialisation.Own(), Map.of(), false, 1);
        TrainingPlan plan = new TrainingPlan(Trainability.of(network, own), own, LearningMatrices.FLOAT);
        return plan.layers().stream().map(layer -> layer.weights()[0]).toArray(float[][]::new);
    }

    private static float[][] learnt(String layers, @Nullable Staleness staleness) {
        Trainer trainer = trainer(layers, staleness);
        trainer.epoch();
        return weights(trainer.learnt());
    }

    /** Whoever waits for all learns one example after the other: chains, and branches that meet. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                LAYERS,
                "{dense: {name: a, out: 4, activation: tanh}}, {dense: {name: b, out: 4, from: a}}, {add: {from: [a, b]}}, {dense: {out: 3}}"
            })
    void none_behind_is_one_after_the_other(String layers) {
        float[][] waited = learnt(layers, null);
        float[][] stale = learnt(layers, new Staleness(0));
        for (int l = 0; l < waited.length; l++) {
            assertThat(stale[l]).containsExactly(waited[l]);
        }
        assertThat(learnt(layers, Staleness.OF_THE_NETWORK)[0]).isNotEqualTo(waited[0]);
    }

    /** 2 (L - l) + 1 updates are lacking forward: 5, 3 and 1 of three layers; fewer where examples wait for those in front. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 9})
    void weights_lack_as_many_updates_as_a_pencil_says(int behind) {
        float[][] stale = learnt(LAYERS, new Staleness(behind));
        double[][] byHand =
                new ByHand(weights(trainer(LAYERS, null).learnt()), new int[] {4, 5, 4, 3}, behind).learnt();
        for (int l = 0; l < stale.length; l++) {
            for (int i = 0; i < stale[l].length; i++) {
                assertThat((double) stale[l][i]).isCloseTo(byHand[l][i], within(1e-5));
            }
        }
    }

    /** The same with all weights that ever were. */
    private static final class ByHand {
        private final List<double[][]> history = new ArrayList<>();
        private final int[] sizes;

        /** Step in which each example comes in: one after the other, and behind all updates of the one that is one more in front than may be. */
        private final int[] entered = new int[EXAMPLES];

        ByHand(float[][] first, int[] sizes, int behind) {
            this.sizes = sizes;
            int wayRound = 2 * (sizes.length - 1);
            for (int n = 1; n < EXAMPLES; n++) {
                entered[n] = entered[n - 1] + 1;
                if (n - 1 - behind >= 0) {
                    entered[n] = Math.max(entered[n], entered[n - 1 - behind] + wayRound);
                }
            }
            double[][] weights = new double[first.length][];
            for (int l = 0; l < first.length; l++) {
                weights[l] = new double[first[l].length];
                for (int i = 0; i < first[l].length; i++) {
                    weights[l][i] = first[l][i];
                }
            }
            history.add(weights);
        }

        double[][] learnt() {
            for (int n = 0; n < EXAMPLES; n++) {
                history.add(next(n));
            }
            return history.get(EXAMPLES);
        }

        private double[][] next(int n) {
            int layers = sizes.length - 1;
            double[][] values = new double[layers + 1][];
            float[] input = new float[sizes[0]];
            DATA.copy(n, input);
            values[0] = new double[sizes[0]];
            for (int i = 0; i < input.length; i++) {
                values[0][i] = input[i];
            }
            for (int l = 0; l < layers; l++) {
                int seen = 0; // learnt at step 2 L - l of theirs, l counted from 0, and no later than n is here
                while (seen < n && entered[seen] + 2 * layers - l <= entered[n] + l) {
                    seen++;
                }
                assertThat(n - seen).isLessThanOrEqualTo(2 * (layers - l - 1) + 1);
                double[] old = history.get(seen)[l];
                values[l + 1] = new double[sizes[l + 1]];
                for (int c = 0; c < sizes[l + 1]; c++) {
                    double sum = 0;
                    for (int r = 0; r < sizes[l]; r++) {
                        sum += values[l][r] * old[r * sizes[l + 1] + c];
                    }
                    values[l + 1][c] = l == layers - 1 ? sum : Math.tanh(sum);
                }
            }
            double[] error = values[layers].clone();
            error[DATA.label(n)] -= 1;
            double[][] now = history.get(n);
            double[][] next = new double[layers][];
            for (int l = layers - 1; l >= 0; l--) {
                next[l] = now[l].clone();
                double[] back = new double[sizes[l]];
                for (int r = 0; r < sizes[l]; r++) {
                    for (int c = 0; c < sizes[l + 1]; c++) {
                        back[r] += now[l][r * sizes[l + 1] + c] * error[c];
                        next[l][r * sizes[l + 1] + c] -= RATE * values[l][r] * error[c];
                    }
                    back[r] *= l == 0 ? 1 : 1 - values[l][r] * values[l][r];
                }
                error = back;
            }
            return next;
        }
    }

    @Test
    void batches_of_stale_weights_are_refused() {
        TrainingSpec batches = TrainingSpec.of(1, 4, RateSchedule.of(RATE), 1);
        assertThatThrownBy(() -> Trainer.of(
                        MadeSets.network("4", LAYERS),
                        batches,
                        LearningMatrices.FLOAT,
                        DATA,
                        null,
                        Staleness.OF_THE_NETWORK))
                .hasMessageContaining("a batch of 4: stale weights are learnt example by example");
    }
}
