package mho.workloads.training;

import java.util.List;
import mho.workloads.network.Edge;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Node;
import mho.workloads.network.Shape;

/**
 * Maps added, subtracted or multiplied value by value. The error goes to every summand as it is (to what is subtracted with the
 * other sign), to every factor times the others; an extent of 1 that was stretched gets the sum.
 */
final class CombiningPlan implements PassMaker {
    private final Elementwise.Operator operator;

    /** Of each input, which of its values stands at each value of the output. */
    private final int[][] from;

    CombiningPlan(Node node, Elementwise layer) {
        this.operator = layer.operator();
        this.from = node.edges().stream()
                .map(Edge::shape)
                .map(shape -> from(shape, node.output()))
                .toArray(int[][]::new);
    }

    private static int[] from(Shape in, Shape out) {
        int[] from = new int[(int) out.size()];
        for (int k = 0; k < from.length; k++) {
            int c = in.channels() == 1 ? 0 : k % out.channels();
            int y = in.height() == 1 ? 0 : k / out.channels() / out.width();
            int x = in.width() == 1 ? 0 : k / out.channels() % out.width();
            from[k] = (y * in.width() + x) * in.channels() + c;
        }
        return from;
    }

    @Override
    public Pass over(List<Signal> in, Signal out) {
        Signal[] all = in.toArray(Signal[]::new);
        return switch (operator) {
            case ADD -> new Sum(all, out, 1);
            case SUBTRACT -> new Sum(all, out, -1);
            case MULTIPLY -> new Product(all, out);
            default -> throw new IllegalStateException(operator + " was let through");
        };
    }

    /** The first, and the others with a sign. */
    private final class Sum implements Pass {
        private final Signal[] in;
        private final Signal out;
        private final float sign;

        Sum(Signal[] in, Signal out, float sign) {
            this.in = in;
            this.out = out;
            this.sign = sign;
        }

        @Override
        public void forward() {
            float[] y = out.values();
            for (int k = 0; k < y.length; k++) {
                float sum = in[0].values()[from[0][k]];
                for (int i = 1; i < in.length; i++) {
                    sum += sign * in[i].values()[from[i][k]];
                }
                y[k] = sum;
            }
        }

        @Override
        public void reverse() {
            for (int i = 0; i < in.length; i++) {
                float factor = i == 0 ? 1 : sign;
                for (int k = 0; in[i].learns() && k < from[i].length; k++) {
                    in[i].errors()[from[i][k]] += factor * out.errors()[k];
                }
            }
        }
    }

    /** All of them multiplied. */
    private final class Product implements Pass {
        private final Signal[] in;
        private final Signal out;

        Product(Signal[] in, Signal out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public void forward() {
            for (int k = 0; k < out.values().length; k++) {
                out.values()[k] = without(-1, k);
            }
        }

        @Override
        public void reverse() {
            for (int i = 0; i < in.length; i++) {
                for (int k = 0; in[i].learns() && k < from[i].length; k++) {
                    in[i].errors()[from[i][k]] += out.errors()[k] * without(i, k);
                }
            }
        }

        /** The product of all factors but one. */
        private float without(int one, int k) {
            float product = 1;
            for (int i = 0; i < in.length; i++) {
                product *= i == one ? 1 : in[i].values()[from[i][k]];
            }
            return product;
        }
    }
}
