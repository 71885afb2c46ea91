package mho.workloads.values;

import java.util.IdentityHashMap;
import java.util.Map;
import mho.core.yaml.BadInput;
import mho.workloads.network.Function;
import mho.workloads.network.Node;
import mho.workloads.network.Recurrent;
import mho.workloads.network.TrainedWeights;

/**
 * Recurrent layers step by step, all inputs of the batch together. Gates stand in ONNX's order: i, o, f, c of an LSTM; z,
 * r, h of a GRU.
 */
final class Recurrence {
    private final Arithmetic arithmetic;
    private final Map<Node, TrainedMatrix> matrices = new IdentityHashMap<>();

    Recurrence(Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
    }

    void run(Node node, Recurrent layer, Batch in, Batch out) {
        new Run(node, layer, in, out).run();
    }

    /** One layer over one batch of sequences. */
    private final class Run {
        private final Node node;
        private final Recurrent layer;
        private final Batch in;
        private final Batch out;
        private final TrainedMatrix trained;
        private final int count;
        private final int values;
        private final int hidden;
        private final int columns;
        private final float[] state;
        private final float[] cell;
        private final float[] rows;
        private final float[] sums;
        private final float[] more;

        Run(Node node, Recurrent layer, Batch in, Batch out) {
            this.node = node;
            this.layer = layer;
            this.in = in;
            this.out = out;
            this.trained = matrices.computeIfAbsent(node, TrainedMatrix::of);
            this.count = in.count();
            this.values = in.shape().channels();
            this.hidden = layer.hidden();
            this.columns = trained.shape().columns();
            this.state = initial("initial");
            this.cell = initial("initial-cell");
            this.rows = new float[count * (values + hidden)];
            this.sums = new float[count * columns];
            this.more = new float[count * columns];
        }

        private float[] initial(String role) {
            float[] all = new float[count * hidden];
            TrainedWeights held = CheckedWeights.needed(node);
            float[] one = CheckedWeights.values(node, held.tensors(), role);
            for (int i = 0; one != null && i < count; i++) {
                System.arraycopy(one, 0, all, i * hidden, hidden);
            }
            return all;
        }

        void run() {
            int steps = in.shape().width();
            for (int t = 0; t < steps; t++) {
                switch (layer.cell()) {
                    case RNN -> rnn(t);
                    case GRU -> gru(t);
                    case LSTM -> lstm(t);
                }
                int each = out.shape().channels();
                for (int i = 0; i < count; i++) {
                    int at = (i * steps + t) * each;
                    System.arraycopy(state, i * hidden, out.values(), at, hidden);
                    if (layer.details().cellState()) {
                        System.arraycopy(cell, i * hidden, out.values(), at + hidden, hidden);
                    }
                }
            }
        }

        /** Sums of this step's input, or zeros, and a state, or zeros. */
        private void multiply(int step, boolean input, boolean remembers, float[] memory, float[] to) {
            int steps = in.shape().width();
            java.util.Arrays.fill(rows, 0);
            for (int i = 0; i < count; i++) {
                int at = i * (values + hidden);
                if (input) {
                    System.arraycopy(in.values(), (i * steps + step) * values, rows, at, values);
                }
                if (remembers) {
                    System.arraycopy(memory, i * hidden, rows, at + values, hidden);
                }
            }
            arithmetic.multiply(node, 0, 0, rows, count, to);
        }

        /** A gate's function of its sums. */
        private void gate(Function function, float[] of, int image, int gate) {
            int from = image * columns + gate * hidden;
            double clip = layer.details().clip();
            for (int k = from; clip < Double.POSITIVE_INFINITY && k < from + hidden; k++) {
                of[k] = (float) Math.max(-clip, Math.min(clip, of[k]));
            }
            arithmetic.activate(node, function, of, from, from + hidden);
        }

        private Function function(int k) {
            Function function = layer.details().functions().get(k);
            if (!function.isKnown()) {
                throw new BadInput(node.name() + ": has an activation that cannot be computed");
            }
            return function;
        }

        private void rnn(int step) {
            multiply(step, true, true, state, sums);
            for (int i = 0; i < count; i++) {
                gate(function(0), sums, i, 0);
                System.arraycopy(sums, i * columns, state, i * hidden, hidden);
            }
        }

        private void lstm(int step) {
            multiply(step, true, true, state, sums);
            float[] out = new float[hidden];
            for (int i = 0; i < count; i++) {
                gate(function(0), sums, i, 0);
                gate(function(0), sums, i, 1);
                gate(function(0), sums, i, 2);
                gate(function(1), sums, i, 3);
                int at = i * columns;
                for (int h = 0; h < hidden; h++) {
                    float input = sums[at + h];
                    float forget = layer.details().coupled() ? 1 - input : sums[at + 2 * hidden + h];
                    cell[i * hidden + h] = forget * cell[i * hidden + h] + input * sums[at + 3 * hidden + h];
                }
                System.arraycopy(cell, i * hidden, out, 0, hidden);
                arithmetic.activate(node, function(2), out, 0, hidden);
                for (int h = 0; h < hidden; h++) {
                    state[i * hidden + h] = out[h] * sums[at + hidden + h];
                }
            }
        }

        private void gru(int step) {
            boolean behind = layer.details().linearBeforeReset();
            if (behind) {
                // Products of the input and of the state apart: the reset gate multiplies the latter.
                multiply(step, true, false, state, sums);
                multiply(step, false, true, state, more);
            } else {
                multiply(step, true, true, state, sums);
            }
            float[] bias = trained.bias(0, 0);
            for (int i = 0; i < count; i++) {
                int at = i * columns;
                for (int k = 0; behind && k < 2 * hidden; k++) {
                    sums[at + k] += more[at + k] - bias[k]; // both products carry the bias
                }
                gate(function(0), sums, i, 0);
                gate(function(0), sums, i, 1);
            }
            if (behind) {
                candidateBehind();
            } else {
                candidateBefore(step);
            }
            for (int i = 0; i < count; i++) {
                gate(function(1), sums, i, 2);
                for (int h = 0; h < hidden; h++) {
                    float z = sums[i * columns + h];
                    float candidate = sums[i * columns + 2 * hidden + h];
                    state[i * hidden + h] = (1 - z) * candidate + z * state[i * hidden + h];
                }
            }
        }

        private void candidateBehind() {
            for (int i = 0; i < count; i++) {
                for (int h = 0; h < hidden; h++) {
                    int column = 2 * hidden + h;
                    float reset = sums[i * columns + hidden + h];
                    sums[i * columns + column] += trained.gateBias(0, column)
                            + reset * (more[i * columns + column] + trained.gateBias(1, column));
                }
            }
        }

        private void candidateBefore(int step) {
            float[] kept = new float[count * hidden];
            for (int i = 0; i < count; i++) {
                for (int h = 0; h < hidden; h++) {
                    kept[i * hidden + h] = state[i * hidden + h] * sums[i * columns + hidden + h];
                }
            }
            multiply(step, true, true, kept, more);
            for (int i = 0; i < count; i++) {
                int from = i * columns + 2 * hidden;
                System.arraycopy(more, from, sums, from, hidden);
            }
        }
    }
}
