package mho.workloads.network;

import java.util.Locale;

/** A function of one value. Written kebab-case in files: {@code hard-swish}. */
public enum Activation {
    NONE,
    RELU,
    RELU6,
    LEAKY_RELU,
    PRELU,
    CLIP,
    THRESHOLDED_RELU,
    SHRINK,
    ELU,
    SELU,
    CELU,
    SIGMOID,
    HARD_SIGMOID,
    TANH,
    SILU,
    HARD_SWISH,
    MISH,
    GELU,
    ERF,
    SOFTPLUS,
    SOFTSIGN,
    EXP,
    LOG,
    SQRT,
    RECIPROCAL,
    POWER,
    ABSOLUTE,
    NEGATE,
    SIGN,
    SINE,
    COSINE,
    FLOOR,
    CEILING,
    ROUND;

    /** Whether it is made of straight pieces: comparisons tell its slope. */
    boolean isPiecewiseLinear() {
        return switch (this) {
            case NONE,
                    RELU,
                    RELU6,
                    LEAKY_RELU,
                    PRELU,
                    CLIP,
                    THRESHOLDED_RELU,
                    SHRINK,
                    HARD_SIGMOID,
                    ABSOLUTE,
                    NEGATE,
                    SIGN,
                    FLOOR,
                    CEILING,
                    ROUND -> true;
            default -> false;
        };
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
