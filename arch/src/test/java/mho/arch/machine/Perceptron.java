package mho.arch.machine;

import java.util.List;
import java.util.Map;
import java.util.Random;
import mho.workloads.data.DataSet;
import mho.workloads.network.Activation;
import mho.workloads.network.Dense;
import mho.workloads.network.Network;
import mho.workloads.network.TrainedWeights;

/** Dense layers with ReLU between them, trained by plain stochastic gradient descent on the cross entropy of a softmax. */
final class Perceptron {
    private static final double RATE = 0.03;

    private final int[] widths;
    /** By layer, output and input; the bias behind the inputs. */
    private final float[][][] weights;

    private final float[][] values;
    private final float[][] slopes;

    Perceptron(Random random, int... widths) {
        this.widths = widths;
        this.weights = new float[widths.length - 1][][];
        this.values = new float[widths.length][];
        this.slopes = new float[widths.length][];
        for (int l = 0; l < widths.length; l++) {
            values[l] = new float[widths[l]];
            slopes[l] = new float[widths[l]];
        }
        for (int l = 0; l < weights.length; l++) {
            weights[l] = new float[widths[l + 1]][widths[l] + 1];
            for (float[] row : weights[l]) {
                for (int i = 0; i < widths[l]; i++) {
                    row[i] = (float) (Math.sqrt(2.0 / widths[l]) * random.nextGaussian());
                }
            }
        }
    }

    /** Goes through the inputs in their order so many times. */
    void train(DataSet data, int epochs) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int i = 0; i < data.size(); i++) {
                values[0] = data.batch(i, 1).values();
                forward();
                backward(data.label(i));
            }
        }
    }

    private void forward() {
        for (int l = 0; l < weights.length; l++) {
            for (int o = 0; o < widths[l + 1]; o++) {
                float sum = dot(weights[l][o], values[l]);
                values[l + 1][o] = l + 1 < weights.length ? Math.max(0, sum) : sum;
            }
        }
    }

    private static float dot(float[] row, float[] in) {
        float sum = row[in.length];
        for (int i = 0; i < in.length; i++) {
            sum += row[i] * in[i];
        }
        return sum;
    }

    private void backward(int label) {
        int last = weights.length;
        double sum = 0;
        for (float value : values[last]) {
            sum += Math.exp(value);
        }
        for (int o = 0; o < widths[last]; o++) {
            slopes[last][o] = (float) (Math.exp(values[last][o]) / sum - (o == label ? 1 : 0));
        }
        for (int l = last - 1; l >= 0; l--) {
            step(l);
        }
    }

    private void step(int l) {
        java.util.Arrays.fill(slopes[l], 0);
        for (int o = 0; o < widths[l + 1]; o++) {
            float slope = slopes[l + 1][o];
            if (slope == 0 || (l + 1 < weights.length && values[l + 1][o] == 0)) {
                continue;
            }
            float[] row = weights[l][o];
            float change = (float) (RATE * slope);
            for (int i = 0; i < widths[l]; i++) {
                slopes[l][i] += slope * row[i];
                row[i] -= change * values[l][i];
            }
            row[widths[l]] -= change;
        }
    }

    /** As an .onnx file would be read, folded. */
    Network network(DataSet data) {
        var builder = Network.builder("perceptron", "", "");
        int from = builder.input("input", data.shape());
        for (int l = 0; l < weights.length; l++) {
            float[] kernel = new float[widths[l] * widths[l + 1]];
            float[] bias = new float[widths[l + 1]];
            for (int o = 0; o < bias.length; o++) {
                System.arraycopy(weights[l][o], 0, kernel, o * widths[l], widths[l]);
                bias[o] = weights[l][o][widths[l]];
            }
            TrainedWeights held =
                    new TrainedWeights(Map.of("kernel", Trained.tensor(kernel), "bias", Trained.tensor(bias)));
            Activation activation = l + 1 < weights.length ? Activation.RELU : Activation.NONE;
            from = builder.add("dense" + l, new Dense(widths[l + 1], true, false), List.of(from), activation, 0, held);
        }
        return builder.build().folded();
    }
}
