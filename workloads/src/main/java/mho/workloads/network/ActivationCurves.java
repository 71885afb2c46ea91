package mho.workloads.network;

/** The functions of one value, in double precision. */
final class ActivationCurves {
    private ActivationCurves() {}

    static double of(Activation kind, double x, double a, double b) {
        return switch (kind) {
            case NONE, PRELU -> x;
            case RELU -> Math.max(0, x);
            case RELU6 -> Math.min(6, Math.max(0, x));
            case LEAKY_RELU -> x < 0 ? a * x : x;
            case CLIP -> Math.min(b, Math.max(a, x));
            case THRESHOLDED_RELU -> x > a ? x : 0;
            case SHRINK -> x < -a ? x + b : x > a ? x - b : 0;
            case ELU -> x < 0 ? a * Math.expm1(x) : x;
            case SELU -> b * (x < 0 ? a * Math.expm1(x) : x);
            case CELU -> x < 0 ? a * Math.expm1(x / a) : x;
            case SIGMOID -> sigmoid(x);
            case HARD_SIGMOID -> Math.min(1, Math.max(0, a * x + b));
            case TANH -> Math.tanh(x);
            case SILU -> x * sigmoid(a * x);
            case HARD_SWISH -> x * Math.min(1, Math.max(0, x / 6 + 0.5));
            case MISH -> x * Math.tanh(softplus(x));
            case GELU -> a == 1
                    ? 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))
                    : 0.5 * x * (1 + erf(x / Math.sqrt(2)));
            case ERF -> erf(x);
            case SOFTPLUS -> softplus(x);
            case SOFTSIGN -> x / (1 + Math.abs(x));
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case SQRT -> Math.sqrt(x + a) + b;
            case RECIPROCAL -> 1 / x;
            case POWER -> b == 1 ? Math.pow(a, x) : Math.pow(x, a);
            case ABSOLUTE -> Math.abs(x);
            case NEGATE -> -x;
            case SIGN -> Math.signum(x);
            case SINE -> Math.sin(x);
            case COSINE -> Math.cos(x);
            case FLOOR -> Math.floor(x);
            case CEILING -> Math.ceil(x);
            case ROUND -> Math.rint(x);
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double softplus(double x) {
        return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /**
     * By its series, or by the continued fraction of its complement where the series converges slowly (Abramowitz and Stegun
     * 1964, 7.1.6 and 7.1.14).
     */
    private static double erf(double x) {
        double z = Math.abs(x);
        if (z < 3) {
            double term = z;
            double sum = z;
            for (int n = 1; term > 1e-17 * sum; n++) {
                term *= 2 * z * z / (2 * n + 1);
                sum += term;
            }
            return Math.signum(x) * 2 / Math.sqrt(Math.PI) * Math.exp(-z * z) * sum;
        }
        double fraction = z;
        for (int k = 40; k > 0; k--) {
            fraction = z + k / 2.0 / fraction;
        }
        return Math.signum(x) * (1 - Math.exp(-z * z) / fraction / Math.sqrt(Math.PI));
    }
}
