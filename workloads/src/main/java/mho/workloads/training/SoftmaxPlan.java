package mho.workloads.training;

import java.util.List;
import mho.workloads.network.Softmax;

/**
 * Softmax over the channels of each group and position. With p = softmax(x) and an error δ behind it, dx = p (δ - Σ p δ); of
 * its logarithm, dx = δ - p Σ δ.
 *
 * @param together channels that sum to 1
 */
record SoftmaxPlan(Softmax layer, int together) implements PassMaker {
    @Override
    public Pass over(List<Signal> in, Signal out) {
        return new Shares(in.get(0), out);
    }

    private final class Shares implements Pass {
        private final Signal in;
        private final Signal out;
        private final int step = layer.inner();

        Shares(Signal in, Signal out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public void forward() {
            for (int at = 0; at < out.values().length; at += together * step) {
                for (int j = 0; j < step; j++) {
                    forward(in.values(), out.values(), at + j);
                }
            }
        }

        private void forward(float[] x, float[] y, int first) {
            float largest = Float.NEGATIVE_INFINITY;
            for (int k = 0; k < together; k++) {
                largest = Math.max(largest, x[first + k * step]);
            }
            double sum = 0;
            for (int k = 0; k < together; k++) {
                sum += Math.exp((double) x[first + k * step] - largest);
            }
            double logarithm = Math.log(sum);
            for (int k = 0; k < together; k++) {
                double below = (double) x[first + k * step] - largest;
                y[first + k * step] = (float) (layer.logarithm() ? below - logarithm : Math.exp(below) / sum);
            }
        }

        @Override
        public void reverse() {
            for (int at = 0; in.learns() && at < out.values().length; at += together * step) {
                for (int j = 0; j < step; j++) {
                    reverse(out.values(), out.errors(), in.errors(), at + j);
                }
            }
        }

        private void reverse(float[] y, float[] errors, float[] to, int first) {
            double sum = 0;
            for (int k = 0; k < together; k++) {
                int at = first + k * step;
                sum += layer.logarithm() ? errors[at] : (double) y[at] * errors[at];
            }
            for (int k = 0; k < together; k++) {
                int at = first + k * step;
                to[at] += (float) (layer.logarithm() ? errors[at] - Math.exp(y[at]) * sum : y[at] * (errors[at] - sum));
            }
        }
    }
}
