package mho.workloads.values;

import java.util.ArrayList;
import java.util.List;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Elementwise.Constant;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.Shape;

/** Maps and constants value by value. */
final class Combining {
    private Combining() {}

    static void run(Elementwise layer, List<Batch> inputs, Batch out) {
        List<Batch> operands = new ArrayList<>(inputs);
        for (Constant constant : layer.constants()) {
            operands.add(
                    constant.place(),
                    new Batch(1, constant.shape(), constant.values().values().get()));
        }
        float[] result = out.values();
        int[] first = index(operands.get(0), out.shape());
        spread(operands.get(0), first, layer.neighbouring() ? -(operands.size() - 1) / 2 : 0, out, result);
        if (layer.operator() == Operator.WHERE) {
            where(operands, out);
            return;
        }
        if (operands.size() == 1) {
            for (int k = 0; k < result.length; k++) {
                result[k] = alone(layer.operator(), result[k]);
            }
        }
        float[] next = new float[result.length];
        for (int n = 1; n < operands.size(); n++) {
            Batch operand = operands.get(n);
            int shift = layer.neighbouring() ? n - (operands.size() - 1) / 2 : 0;
            spread(operand, index(operand, out.shape()), shift, out, next);
            combine(layer.operator(), result, next);
        }
    }

    private static void where(List<Batch> operands, Batch out) {
        float[] chosen = out.values();
        float[] yes = new float[chosen.length];
        float[] no = new float[chosen.length];
        spread(operands.get(1), index(operands.get(1), out.shape()), 0, out, yes);
        spread(operands.get(2), index(operands.get(2), out.shape()), 0, out, no);
        for (int k = 0; k < chosen.length; k++) {
            chosen[k] = chosen[k] != 0 ? yes[k] : no[k];
        }
    }

    /** For every position of {@code to}, the operand's; extents of 1 stretch. */
    private static int[] index(Batch operand, Shape to) {
        Shape has = operand.shape();
        int[] index = new int[to.positions()];
        for (int p = 0; p < index.length; p++) {
            int y = has.height() == 1 ? 0 : p / to.width();
            int x = has.width() == 1 ? 0 : p % to.width();
            index[p] = y * has.width() + x;
        }
        return index;
    }

    private static void spread(Batch operand, int[] index, int shift, Batch out, float[] to) {
        int channels = out.shape().channels();
        int own = operand.shape().channels();
        for (int i = 0; i < out.count(); i++) {
            int image = operand.count() == 1 ? 0 : i * operand.stride();
            for (int p = 0; p < index.length; p++) {
                int at = i * out.stride() + p * channels;
                int from = image + index[p] * own;
                if (shift == 0 && own == channels) {
                    System.arraycopy(operand.values(), from, to, at, channels);
                } else {
                    for (int c = 0; c < channels; c++) {
                        int source = own == 1 && shift == 0 ? 0 : c + shift;
                        to[at + c] = source < 0 || source >= own ? 0 : operand.values()[from + source];
                    }
                }
            }
        }
    }

    private static void combine(Operator operator, float[] a, float[] b) {
        switch (operator) {
            case ADD -> {
                for (int k = 0; k < a.length; k++) {
                    a[k] += b[k];
                }
            }
            case MULTIPLY -> {
                for (int k = 0; k < a.length; k++) {
                    a[k] *= b[k];
                }
            }
            default -> {
                for (int k = 0; k < a.length; k++) {
                    a[k] = both(operator, a[k], b[k]);
                }
            }
        }
    }

    private static float both(Operator operator, float a, float b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
            case MODULO -> (float) (a - b * Math.floor((double) a / b));
            case REMAINDER -> a % b;
            case EQUAL -> truth(a == b);
            case GREATER -> truth(a > b);
            case GREATER_OR_EQUAL -> truth(a >= b);
            case LESS -> truth(a < b);
            case LESS_OR_EQUAL -> truth(a <= b);
            case AND -> truth(a != 0 && b != 0);
            case OR -> truth(a != 0 || b != 0);
            case XOR -> truth((a != 0) != (b != 0));
            case WHERE, NOT, IS_NAN, IS_INFINITE -> throw new IllegalStateException(operator + " of two");
        };
    }

    private static float alone(Operator operator, float x) {
        return switch (operator) {
            case ADD, MULTIPLY, MAX, MIN -> x;
            case NOT -> truth(x == 0);
            case IS_NAN -> truth(Float.isNaN(x));
            case IS_INFINITE -> truth(Float.isInfinite(x));
            default -> throw new IllegalStateException(operator + " of one");
        };
    }

    private static float truth(boolean holds) {
        return holds ? 1 : 0;
    }
}
