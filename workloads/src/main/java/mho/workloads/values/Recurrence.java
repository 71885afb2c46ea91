package mho.workloads.values;

import java.util.Objects;
import mho.workloads.network.Activation;
import mho.workloads.network.Node;
import mho.workloads.network.Recurrent;

/**
 * A recurrent layer, step by step for all inputs together, from states of zero. The gates stand in the order of ONNX: i, o, f, c of an LSTM;
 * z, r, h of a GRU, whose reset multiplies the candidate's product with the last output.
 */
final class Recurrence {
    private static final Function SIGMOID = new Function(Activation.SIGMOID);
    private static final Function TANH = new Function(Activation.TANH);

    private final Node node;
    private final Recurrent layer;
    private final Arithmetic arithmetic;
    private final int hidden;
    private final int columns;

    Recurrence(Node node, Recurrent layer, Arithmetic arithmetic) {
        this.node = node;
        this.layer = layer;
        this.arithmetic = arithmetic;
        this.hidden = layer.hidden();
        this.columns = Objects.requireNonNull(node.matrix()).columns();
    }

    Batch run(Batch input) {
        Batch result = Batch.empty(input.count(), node.output());
        int steps = node.output().positions();
        float[] last = new float[input.count() * hidden];
        float[] state = new float[input.count() * hidden];
        for (int t = 0; t < steps; t++) {
            float[] gates = gates(input, t, last, false);
            switch (layer.cell()) {
                case RNN -> arithmetic.activate(node, TANH, gates, 0, gates.length);
                case LSTM -> gates = lstm(gates, state);
                case GRU -> gates = gru(gates, gates(input, t, last, true), last);
            }
            last = gates;
            for (int i = 0; i < input.count(); i++) {
                System.arraycopy(last, i * hidden, result.values(), (i * steps + t) * hidden, hidden);
            }
        }
        return result;
    }

    /** @param alone the last output without the input of the step */
    private float[] gates(Batch input, int t, float[] last, boolean alone) {
        int values = input.shape().channels();
        int steps = input.shape().positions();
        float[] in = new float[input.count() * (values + hidden)];
        for (int i = 0; i < input.count(); i++) {
            int to = i * (values + hidden);
            if (!alone) {
                System.arraycopy(input.values(), (i * steps + t) * values, in, to, values);
            }
            System.arraycopy(last, i * hidden, in, to + values, hidden);
        }
        float[] gates = new float[input.count() * columns];
        arithmetic.multiply(node, 0, 0, in, input.count(), gates);
        return gates;
    }

    private float[] lstm(float[] gates, float[] state) {
        int count = state.length / hidden;
        for (int i = 0; i < count; i++) {
            arithmetic.activate(node, SIGMOID, gates, i * columns, i * columns + 3 * hidden);
            arithmetic.activate(node, TANH, gates, i * columns + 3 * hidden, (i + 1) * columns);
            for (int h = 0; h < hidden; h++) {
                int g = i * columns + h;
                state[i * hidden + h] =
                        gates[g + 2 * hidden] * state[i * hidden + h] + gates[g] * gates[g + 3 * hidden];
            }
        }
        float[] made = state.clone();
        arithmetic.activate(node, TANH, made, 0, made.length);
        for (int i = 0; i < count; i++) {
            for (int h = 0; h < hidden; h++) {
                made[i * hidden + h] *= gates[i * columns + hidden + h];
            }
        }
        return made;
    }

    /** @param own product of the last output alone, whose candidate part the reset multiplies */
    private float[] gru(float[] gates, float[] own, float[] last) {
        TrainedMatrix matrix = TrainedMatrix.of(node);
        float[] bias = matrix.bias(0, 0);
        float[] inner = matrix.resetBias();
        float[] made = new float[last.length];
        for (int i = 0; i < last.length / hidden; i++) {
            int from = i * columns;
            arithmetic.activate(node, SIGMOID, gates, from, from + 2 * hidden);
            for (int h = 0; h < hidden; h++) {
                int candidate = from + 2 * hidden + h;
                float recurrent = own[candidate] - bias[2 * hidden + h];
                float reset = gates[from + hidden + h];
                gates[candidate] += (reset - 1) * recurrent + reset * (inner == null ? 0 : inner[h]);
            }
            arithmetic.activate(node, TANH, gates, from + 2 * hidden, from + columns);
            for (int h = 0; h < hidden; h++) {
                float update = gates[from + h];
                made[i * hidden + h] = gates[from + 2 * hidden + h] * (1 - update) + update * last[i * hidden + h];
            }
        }
        return made;
    }
}
