package mho.workloads.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An epoch beside another implementation: nested loops in double precision, written out for the two networks at hand. */
class PlainTrainingTest {
    private static final float RATE = 0.1f;

    private static TrainingSpec spec(int batch) {
        return new TrainingSpec(
                1, batch, RateSchedule.of(RATE), Loss.CROSS_ENTROPY, new Initialisation.Xavier(), Map.of(), false, 4);
    }

    private static TrainingPlan first(Network network, TrainingSpec spec) {
        return new TrainingPlan(Trainability.of(network, spec), spec, LearningMatrices.FLOAT);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /** What is learnt of a layer, in the matrix that a new training would begin with. */
    private static float[] learnt(Trainer trainer, int layer) {
        TrainingSpec own = new TrainingSpec(
                1, 1, RateSchedule.of(1), Loss.CROSS_ENTROPY, new Initialisation.Own(), Map.of(), false, 1);
        return first(trainer.learnt(), own).layers().get(layer).weights()[0];
    }

    private static void assertSame(float[] learnt, double[] plain) {
        assertThat(learnt).hasSameSizeAs(plain);
        double moved = 0;
        for (int i = 0; i < plain.length; i++) {
            assertThat((double) learnt[i]).as("weight %d", i).isCloseTo(plain[i], within(2e-4));
            moved += Math.abs(plain[i]);
        }
        assertThat(moved).isPositive();
    }

    /** 12-7-5-3, logistic, in batches; the last batch is smaller. */
    @ParameterizedTest
    @CsvSource({"1", "8", "64"})
    void aPerceptronOfThreeLayers(int batch) {
        DataSet data = MadeSets.clusters(150, 3, Shape.vector(12), 0.5, 1, 2);
        Network network = MadeSets.network(
                "12",
                "{dense: {out: 7, activation: sigmoid}}, {dense: {out: 5, activation: sigmoid}}, {dense: {out: 3}}");
        TrainingSpec spec = spec(batch);
        List<LearnedLayer> layers = first(network, spec).layers();
        int[] sizes = {12, 7, 5, 3};
        double[][] w = new double[3][];
        for (int l = 0; l < 3; l++) {
            w[l] = doubles(layers.get(l).weights()[0]);
        }
        double loss = perceptron(w, sizes, data, batch);
        Trainer trainer = Trainer.of(network, spec, LearningMatrices.FLOAT, data, null);
        EpochRecord record = trainer.epoch();
        for (int l = 0; l < 3; l++) {
            assertSame(learnt(trainer, l), w[l]);
        }
        assertThat(record.loss()).isCloseTo(loss / data.size(), within(1e-4));
    }

    private static double perceptron(double[][] w, int[] sizes, DataSet data, int batch) {
        double loss = 0;
        for (int from = 0; from < data.size(); from += batch) {
            int to = Math.min(data.size(), from + batch);
            double[][] gradient = new double[3][];
            for (int l = 0; l < 3; l++) {
                gradient[l] = new double[w[l].length];
            }
            for (int n = from; n < to; n++) {
                loss += one(w, gradient, sizes, data, n);
            }
            for (int l = 0; l < 3; l++) {
                for (int i = 0; i < w[l].length; i++) {
                    w[l][i] -= RATE * gradient[l][i] / (to - from);
                }
            }
        }
        return loss;
    }

    private static double one(double[][] w, double[][] gradient, int[] sizes, DataSet data, int n) {
        double[][] x = new double[4][];
        x[0] = doubles(data.batch(n, 1).values());
        for (int l = 0; l < 3; l++) {
            x[l + 1] = new double[sizes[l + 1]];
            for (int c = 0; c < sizes[l + 1]; c++) {
                double sum = w[l][sizes[l] * sizes[l + 1] + c];
                for (int r = 0; r < sizes[l]; r++) {
                    sum += x[l][r] * w[l][r * sizes[l + 1] + c];
                }
                x[l + 1][c] = l < 2 ? 1 / (1 + Math.exp(-sum)) : sum;
            }
        }
        double all = 0;
        for (double y : x[3]) {
            all += Math.exp(y);
        }
        double[] delta = new double[3];
        for (int c = 0; c < 3; c++) {
            delta[c] = Math.exp(x[3][c]) / all - (c == data.label(n) ? 1 : 0);
        }
        for (int l = 2; l >= 0; l--) {
            double[] before = new double[sizes[l]];
            for (int c = 0; c < sizes[l + 1]; c++) {
                for (int r = 0; r < sizes[l]; r++) {
                    before[r] += w[l][r * sizes[l + 1] + c] * delta[c] * x[l][r] * (1 - x[l][r]);
                    gradient[l][r * sizes[l + 1] + c] += x[l][r] * delta[c];
                }
                gradient[l][sizes[l] * sizes[l + 1] + c] += delta[c];
            }
            delta = before;
        }
        return Math.log(all) - x[3][data.label(n)];
    }

    /** 1 x 6 x 6, conv 3 x 3 to 2 maps with relu, max pool 2 x 2, dense to 2: an example at a time. */
    @Test
    void aSmallConvolutionalNetwork() {
        DataSet data = MadeSets.bars(120, 6, 3);
        Network network = MadeSets.network(
                "[1, 6, 6]", "{conv: {out: 2, kernel: 3, activation: relu}}, {pool: {kernel: 2}}, {dense: {out: 2}}");
        TrainingSpec spec = spec(1);
        List<LearnedLayer> layers = first(network, spec).layers();
        double[] kernel = doubles(layers.get(0).weights()[0]); // 3 x 3 rows, then the biases; 2 columns
        double[] dense = doubles(layers.get(1).weights()[0]); // 2 x 2 positions x 2 maps rows, then the biases
        for (int n = 0; n < data.size(); n++) {
            convolutional(kernel, dense, data.batch(n, 1).values(), data.label(n));
        }
        Trainer trainer = Trainer.of(network, spec, LearningMatrices.FLOAT, data, null);
        trainer.epoch();
        assertSame(learnt(trainer, 0), kernel);
        assertSame(learnt(trainer, 1), dense);
    }

    private static void convolutional(double[] kernel, double[] dense, float[] x, int label) {
        double[][][] map = new double[2][4][4];
        for (int m = 0; m < 2; m++) {
            for (int oy = 0; oy < 4; oy++) {
                for (int ox = 0; ox < 4; ox++) {
                    double sum = kernel[9 * 2 + m];
                    for (int tap = 0; tap < 9; tap++) {
                        sum += x[(oy + tap / 3) * 6 + ox + tap % 3] * kernel[tap * 2 + m];
                    }
                    map[m][oy][ox] = Math.max(0, sum);
                }
            }
        }
        double[] pooled = new double[8];
        int[] winner = new int[8];
        for (int p = 0; p < 4; p++) {
            for (int m = 0; m < 2; m++) {
                pooled[p * 2 + m] = -1;
                for (int k = 0; k < 4; k++) {
                    int y = p / 2 * 2 + k / 2;
                    int column = p % 2 * 2 + k % 2;
                    if (map[m][y][column] > pooled[p * 2 + m]) {
                        pooled[p * 2 + m] = map[m][y][column];
                        winner[p * 2 + m] = y * 4 + column;
                    }
                }
            }
        }
        double[] answer = {dense[16], dense[17]};
        for (int r = 0; r < 8; r++) {
            answer[0] += pooled[r] * dense[r * 2];
            answer[1] += pooled[r] * dense[r * 2 + 1];
        }
        double share = 1 / (1 + Math.exp(answer[1] - answer[0]));
        double[] delta = {share - (label == 0 ? 1 : 0), 1 - share - (label == 1 ? 1 : 0)};
        double[] step = new double[kernel.length];
        for (int r = 0; r < 8; r++) {
            int m = r % 2;
            int y = winner[r] / 4;
            int column = winner[r] % 4;
            double error = pooled[r] > 0 ? dense[r * 2] * delta[0] + dense[r * 2 + 1] * delta[1] : 0;
            for (int tap = 0; tap < 9; tap++) {
                step[tap * 2 + m] += error * x[(y + tap / 3) * 6 + column + tap % 3];
            }
            step[18 + m] += error;
        }
        for (int c = 0; c < 2; c++) {
            for (int r = 0; r < 8; r++) {
                dense[r * 2 + c] -= RATE * pooled[r] * delta[c];
            }
            dense[16 + c] -= RATE * delta[c];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] -= RATE * step[i];
        }
    }
}
