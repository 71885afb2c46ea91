package mho.workloads.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What digital work is made of, value by value. Written kebab-case in files: {@code square-root}. */
public enum ScalarOperation {
    ADD,
    /** A multiplication alone. */
    MULTIPLY,
    /** A multiplication with the addition behind it. */
    MULTIPLY_ACCUMULATE,
    COMPARE,
    EXP,
    LOG,
    /** A quotient or a reciprocal. */
    DIVIDE,
    /** A root, with its reciprocal where that is what is wanted. */
    SQUARE_ROOT,
    RELU,
    SIGMOID,
    TANH,
    /** Any other function of one value. */
    FUNCTION;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The operation of a label, if there is one. */
    public static Optional<ScalarOperation> of(String label) {
        return Arrays.stream(values())
                .filter(known -> known.label().equals(label))
                .findFirst();
    }

    /** What one evaluation of an activation is. */
    public static ScalarOperation of(Activation activation) {
        return switch (activation) {
            case EXP -> EXP;
            case LOG -> LOG;
            case RECIPROCAL -> DIVIDE;
            case SQRT -> SQUARE_ROOT;
            case RELU -> RELU;
            case SIGMOID -> SIGMOID;
            case TANH -> TANH;
            default -> FUNCTION;
        };
    }

    /** Whether it is the evaluation of a function, not arithmetic and no comparison. */
    public boolean isFunction() {
        return compareTo(COMPARE) > 0;
    }
}
