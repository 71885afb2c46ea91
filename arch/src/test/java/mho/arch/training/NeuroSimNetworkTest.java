package mho.arch.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import mho.arch.Given;
import mho.arch.element.Learner;
import mho.core.yaml.Yaml;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Shape;
import mho.workloads.network.file.NetworkFile;
import mho.workloads.training.Initialisation;
import mho.workloads.training.Loss;
import mho.workloads.training.RateSchedule;
import mho.workloads.training.Trainer;
import mho.workloads.training.TrainingSpec;
import mho.workloads.values.TrainedMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A perceptron that learns as that of MLP_NeuroSim V3.0 does, beside the same written down once more in a few loops over conductances: one
 * cell a weight against a column in the middle of the window, inputs and hidden units of one bit, sums of eight, counted pulses on
 * exponential curves (Cell.cpp, Train.cpp, Mapping.cpp of neurosim/MLP_NeuroSim_V3.0). Cells without noise, so that both are the same to the
 * rounding of floats.
 */
class NeuroSimNetworkTest {
    private static final int IN = 48;
    private static final int HIDDEN = 12;
    private static final int OUT = 4;
    private static final int EXAMPLES = 240;
    private static final double FIRST_RATE = 0.4;
    private static final double SECOND_RATE = 0.2;

    private static final Network NETWORK = NetworkFile.parse(
            Yaml.parse(
                    "n.yaml",
                    """
            network: n
            about: a
            source: s
            input: 48
            layers:
              - dense: {out: 12, bias: false, activation: sigmoid}
              - dense: {out: 4, bias: false, activation: sigmoid}
            """));

    /** Black and white pictures of four classes: of each a quarter of the pixels is likely to be white. */
    private static DataSet pictures() {
        Random random = new Random(3);
        float[] values = new float[EXAMPLES * IN];
        int[] labels = new int[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            labels[i] = random.nextInt(OUT);
            for (int k = 0; k < IN; k++) {
                values[i * IN + k] = random.nextDouble() < (k % OUT == labels[i] ? 0.8 : 0.2) ? 1 : 0;
            }
        }
        return DataSet.of("pictures", Shape.vector(IN), values, labels);
    }

    private static float[][] weights(Network network, int layer) {
        Node node = network.nodes().stream()
                .filter(each -> each.matrix() != null)
                .skip(layer)
                .findFirst()
                .orElseThrow();
        return TrainedMatrix.of(node).weights(0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "hzo-fefet,  32,  32, 1.75,  1.46",
        "ag-si,      97, 100,  2.4, -4.88",
        "taox-hfox, 128, 128, 0.04, -0.63",
        "pcmo,       50,  50, 3.68, -6.76"
    })
    void learns_as_the_same_written_down_once_more(
            String device, int upPulses, int downPulses, double upLabel, double downLabel) {
        Learner learner = Objects.requireNonNull(Given.chip(
                        "analog-train",
                        "tile.core.learning.scale=0.5",
                        "tile.core.learning.devices=[" + device + "]",
                        "tile.core.learning.update={window-noise: 0}",
                        "tile.core.learning.scheme={kind: counted, columns-at-once: 7}",
                        "tile.core.learning.reads={forward: {input-bits: 2, output-bits: 8, output-bound: 1, bound-of: line}}")
                .faces()
                .get(0)
                .chip()
                .element()
                .learner());
        TrainingSpec spec = new TrainingSpec(
                1,
                1,
                RateSchedule.of(2 * FIRST_RATE),
                Loss.SQUARED,
                new Initialisation.Uniform(0.5),
                Map.of("dense2", SECOND_RATE / FIRST_RATE / 2),
                false,
                1);
        DataSet data = pictures();
        Trainer trainer = Trainer.of(NETWORK, spec, learner, data, null);
        Reference reference = new Reference(
                weights(trainer.learnt(), 0), weights(trainer.learnt(), 1), upPulses, downPulses, upLabel, downLabel);
        float[][] first = weights(trainer.learnt(), 0);
        trainer.epoch();
        for (int i = 0; i < EXAMPLES; i++) {
            float[] picture = new float[IN];
            data.copy(i, picture);
            reference.learn(picture, data.label(i));
        }
        assertThat(distance(weights(trainer.learnt(), 0), first)).isGreaterThan(0.1);
        assertThat(distance(weights(trainer.learnt(), 0), reference.first)).isLessThan(1e-4);
        assertThat(distance(weights(trainer.learnt(), 1), reference.second)).isLessThan(1e-4);
    }

    private static double distance(float[][] weights, float[][] others) {
        double most = 0;
        for (int r = 0; r < weights.length; r++) {
            for (int c = 0; c < weights[r].length; c++) {
                most = Math.max(most, Math.abs((double) weights[r][c] - others[r][c]));
            }
        }
        return most;
    }

    private static double distance(float[][] weights, double[][] levels) {
        float[][] others = new float[levels.length][levels[0].length];
        for (int r = 0; r < levels.length; r++) {
            for (int c = 0; c < levels[r].length; c++) {
                others[r][c] = (float) (levels[r][c] - 0.5);
            }
        }
        return distance(weights, others);
    }

    /** In parts of the window of conductance, 0 to 1: weights of the sums are half of those of the algorithm, which go from -1 to 1. */
    private static final class Reference {
        private final double[][] first;
        private final double[][] second;
        private final int upPulses;
        private final int downPulses;
        private final double up;
        private final double down;

        Reference(float[][] first, float[][] second, int upPulses, int downPulses, double upLabel, double downLabel) {
            this.first = levels(first);
            this.second = levels(second);
            this.upPulses = upPulses;
            this.downPulses = downPulses;
            this.up = width(upLabel) * upPulses;
            this.down = width(downLabel) * downPulses;
        }

        private static double[][] levels(float[][] weights) {
            double[][] levels = new double[weights.length][weights[0].length];
            for (int r = 0; r < weights.length; r++) {
                for (int c = 0; c < weights[r].length; c++) {
                    levels[r][c] = weights[r][c] + 0.5;
                }
            }
            return levels;
        }

        /** A/Pmax of a label, by halving: the curve's largest distance from its chord is 0.07 √2 of the label. */
        private static double width(double label) {
            double wanted = 0.07 * Math.sqrt(2) * Math.abs(label);
            double low = 1e-3;
            double high = 1e3;
            for (int i = 0; i < 200; i++) {
                double a = Math.sqrt(low * high);
                double chord = 1 - Math.exp(-1 / a);
                double x = -a * Math.log(a * chord);
                if ((1 - Math.exp(-x / a)) / chord - x > wanted) {
                    low = a;
                } else {
                    high = a;
                }
            }
            return Math.copySign(low, label);
        }

        void learn(float[] x, int label) {
            double[] hidden = sums(first, x);
            float[] fired = new float[HIDDEN];
            for (int j = 0; j < HIDDEN; j++) {
                hidden[j] = 1 / (1 + Math.exp(-hidden[j]));
                fired[j] = hidden[j] >= 0.5 ? 1 : 0;
            }
            double[] error = sums(second, fired);
            for (int k = 0; k < OUT; k++) {
                double out = 1 / (1 + Math.exp(-error[k]));
                error[k] = -2 * out * (1 - out) * ((k == label ? 1 : 0) - out);
            }
            double[] back = new double[HIDDEN];
            for (int j = 0; j < HIDDEN; j++) {
                for (int k = 0; k < OUT; k++) {
                    back[j] += (2 * second[j][k] - 1) * error[k] * hidden[j] * (1 - hidden[j]);
                }
            }
            for (int j = 0; j < HIDDEN; j++) {
                for (int i = 0; i < IN; i++) {
                    first[i][j] = written(first[i][j], -FIRST_RATE * back[j] * x[i]);
                }
                for (int k = 0; k < OUT; k++) {
                    second[j][k] = written(second[j][k], -SECOND_RATE * error[k] * hidden[j]);
                }
            }
        }

        /** To the nearest of 254 steps over all that the rows can add up to. */
        private static double[] sums(double[][] levels, float[] x) {
            double[] sums = new double[levels[0].length];
            double step = levels.length / 254.0;
            for (int c = 0; c < sums.length; c++) {
                for (int r = 0; r < levels.length; r++) {
                    sums[c] += x[r] * (levels[r][c] - 0.5);
                }
                sums[c] = Math.signum(sums[c]) * Math.floor(Math.abs(sums[c]) / step + 0.5) * step;
            }
            return sums;
        }

        private double written(double level, double change) {
            boolean rises = change >= 0;
            int most = rises ? upPulses : downPulses;
            int pulses = (int) Math.floor(Math.abs(change) / 2 * most + 0.5);
            double a = rises ? up : down;
            double b = 1 / (1 - Math.exp(-most / a));
            double at = -a * Math.log(1 - level / b) + (rises ? pulses : -pulses);
            return pulses == 0 ? level : Math.max(0, Math.min(1, b * (1 - Math.exp(-at / a))));
        }
    }
}
