package mho.periphery.neuron;

import java.util.Arrays;

/**
 * Where straight pieces meet so that each errs alike: a chord of length h is off by h^2 |f''| / 8, so breakpoints stand as dense as sqrt |f''|. Outside of the outermost two the function rests.
 *
 * <p>For the sigmoid the integral of sqrt |f''| is B(3/4, 1/2) = 2.396, hence an error of 0.72 / (k + 1)^2 with k pieces, 0.83 / (k + 1)^2 next to the point of inflection where f'' changes sign, and
 * less outside; tanh(x) = 2 sigmoid(2x) - 1 has its breakpoints at half the distance and errs twice as much.
 */
final class Breakpoints {

    private static final double FARTHEST = 64;
    private static final int STEPS = 1 << 14;
    private static final double STEP = FARTHEST / STEPS;

    /** The integral of sqrt |f''| of the sigmoid from 0 to each step. */
    private static final double[] INTEGRAL = integral();

    private Breakpoints() {}

    /** The k + 1 ends of k pieces, ascending. */
    static double[] of(NeuronFunction curve, int pieces) {
        return switch (curve) {
            case RELU -> new double[] {0};
            case SIGMOID -> ofSigmoid(pieces);
            case TANH -> Arrays.stream(ofSigmoid(pieces)).map(x -> x / 2).toArray();
        };
    }

    private static double[] ofSigmoid(int pieces) {
        double[] at = new double[pieces + 1];
        for (int i = 0; i <= pieces; i++) {
            double share = (i + 0.5) / (pieces + 1) - 0.5;
            at[i] = Math.copySign(where(2 * Math.abs(share) * INTEGRAL[STEPS]), share);
        }
        return at;
    }

    private static double where(double integral) {
        int i = Arrays.binarySearch(INTEGRAL, integral);
        if (i >= 0) {
            return i * STEP;
        }
        int above = -i - 1;
        double part = (integral - INTEGRAL[above - 1]) / (INTEGRAL[above] - INTEGRAL[above - 1]);
        return (above - 1 + part) * STEP;
    }

    private static double[] integral() {
        double[] sum = new double[STEPS + 1];
        for (int i = 1; i <= STEPS; i++) {
            sum[i] = sum[i - 1] + STEP * bend((i - 0.5) * STEP);
        }
        return sum;
    }

    /** sqrt |f''| of the sigmoid: f'' = f (1 - f) (1 - 2f). */
    private static double bend(double x) {
        double rest = 1 / (1 + Math.exp(x)); // 1 - f, exact where f is near 1
        return Math.sqrt((1 - rest) * rest * (1 - 2 * rest));
    }
}
