package mho.workloads.training;

import java.util.EnumSet;
import java.util.Set;
import mho.workloads.network.Activation;
import mho.workloads.network.Function;

/**
 * The slopes f'(x) of the functions of one value, in double precision, from x and y = f(x). At a kink, that of the side on which
 * the function is constant or, where neither is, of the right one; so a relu has 0 at 0.
 */
final class Slopes {
    /** Without a slope that teaches: constant almost everywhere, or with slopes of their own that would have to be learnt. */
    private static final Set<Activation> NONE =
            EnumSet.of(Activation.SIGN, Activation.FLOOR, Activation.CEILING, Activation.ROUND, Activation.PRELU);

    private Slopes() {}

    static boolean exist(Function function) {
        return !NONE.contains(function.kind()) && function.isKnown();
    }

    /** For n values: to[toAt + i] += f'(x[xAt + i]) · errors[errorsAt + i]. The ranges of {@code errors} and {@code to} lie apart. */
    static void multiply(
            Function function,
            float[] x,
            float[] y,
            int at,
            float[] errors,
            int errorsAt,
            float[] to,
            int toAt,
            int n) {
        for (int i = 0; i < n; i++) {
            to[toAt + i] += (float) (of(function, x[at + i], y[at + i]) * errors[errorsAt + i]);
        }
    }

    static double of(Function function, double x, double y) {
        double a = function.a();
        double b = function.b();
        return switch (function.kind()) {
            case NONE -> 1;
            case RELU -> x > 0 ? 1 : 0;
            case RELU6 -> x > 0 && x < 6 ? 1 : 0;
            case LEAKY_RELU -> x < 0 ? a : 1;
            case CLIP -> x > a && x < b ? 1 : 0;
            case THRESHOLDED_RELU -> x > a ? 1 : 0;
            case SHRINK -> x < -a || x > a ? 1 : 0;
            case ELU -> x < 0 ? y + a : 1; // a e^x
            case SELU -> x < 0 ? y + a * b : b; // b a e^x
            case CELU -> x < 0 ? y / a + 1 : 1; // e^(x/a)
            case SIGMOID -> y * (1 - y);
            case HARD_SIGMOID -> y > 0 && y < 1 ? a : 0;
            case TANH -> 1 - y * y;
            case SILU -> sigmoid(a * x) * (1 + a * x * (1 - sigmoid(a * x)));
            case HARD_SWISH -> x <= -3 ? 0 : x >= 3 ? 1 : x / 3 + 0.5;
            case MISH -> {
                double t = Math.tanh(softplus(x));
                yield t + x * (1 - t * t) * sigmoid(x);
            }
            case GELU -> a == 1 ? geluByTanh(x) : (x == 0 ? 0.5 : y / x) + x * density(x);
            case ERF -> 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
            case SOFTPLUS -> sigmoid(x);
            case SOFTSIGN -> 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x)));
            case EXP -> y;
            case LOG -> 1 / x;
            case SQRT -> 0.5 / Math.sqrt(x + a);
            case RECIPROCAL -> -1 / (x * x);
            case POWER -> b == 1 ? y * Math.log(a) : a * Math.pow(x, a - 1);
            case ABSOLUTE -> x < 0 ? -1 : 1;
            case NEGATE -> -1;
            case SINE -> Math.cos(x);
            case COSINE -> -Math.sin(x);
            case SIGN, FLOOR, CEILING, ROUND, PRELU -> throw new IllegalStateException(
                    function.kind().label() + " has no slope");
        };
    }

    /** Of y = x/2 (1 + tanh u), u = √(2/π) (x + 0.044715 x³). */
    private static double geluByTanh(double x) {
        double root = Math.sqrt(2 / Math.PI);
        double t = Math.tanh(root * (x + 0.044715 * x * x * x));
        return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * root * (1 + 3 * 0.044715 * x * x);
    }

    /** Of the normal distribution. */
    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double softplus(double x) {
        return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
