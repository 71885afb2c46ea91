package mho.workloads.network;

import org.jspecify.annotations.Nullable;

/**
 * An activation with its parameters.
 *
 * @param a first parameter: slope of leaky relu, lower bound of clip, alpha of elu, celu, selu, hard sigmoid, silu (x
 *     sigmoid(a x)) and thresholded relu, lambda of shrink, exponent of power, what is added under a root; 1 for the tanh
 *     form of gelu. NaN: not known
 * @param b second parameter: upper bound of clip, gamma of selu, beta of hard sigmoid, bias of shrink, what is added to a
 *     root; 1 for a power whose base is {@code a}
 * @param slopes of prelu, one for each channel or one for all
 */
public record Function(Activation kind, double a, double b, @Nullable Tensor slopes) {
    public static final Function NONE = of(Activation.NONE);

    public Function(Activation kind, double a, double b) {
        this(kind, a, b, null);
    }

    /** With the parameters that frameworks use where nothing is said; clip and power have none. */
    public static Function of(Activation kind) {
        return switch (kind) {
            case LEAKY_RELU -> new Function(kind, 0.01, 0);
            case CLIP, POWER -> new Function(kind, Double.NaN, 0);
            case ELU, CELU, SILU, THRESHOLDED_RELU -> new Function(kind, 1, 0);
            case SELU -> new Function(kind, 1.67326319217681884765625, 1.05070102214813232421875);
            case HARD_SIGMOID -> new Function(kind, 0.2, 0.5);
            case SHRINK -> new Function(kind, 0.5, 0);
            default -> new Function(kind, 0, 0);
        };
    }

    /** Whether every parameter is there. */
    public boolean isKnown() {
        return !Double.isNaN(a) && (kind != Activation.PRELU || slopes != null);
    }

    /** Whether it differs from channel to channel. */
    boolean perChannel() {
        return slopes != null;
    }

    /**
     * Replaces values[from … to) by the function of them. The range begins at a position's first channel.
     *
     * @throws IllegalStateException if a parameter is not known
     */
    public void apply(float[] values, int from, int to) {
        if (!isKnown()) {
            throw new IllegalStateException(kind.label() + " lacks a parameter");
        }
        if (slopes != null) {
            float[] slope = slopes.values().get();
            for (int i = from; i < to; i++) {
                float x = values[i];
                values[i] = x < 0 ? x * slope[(i - from) % slope.length] : x;
            }
        } else if (kind == Activation.RELU) {
            for (int i = from; i < to; i++) {
                values[i] = Math.max(0, values[i]);
            }
        } else if (kind != Activation.NONE) {
            for (int i = from; i < to; i++) {
                values[i] = (float) ActivationCurves.of(kind, values[i], a, b);
            }
        }
    }
}
