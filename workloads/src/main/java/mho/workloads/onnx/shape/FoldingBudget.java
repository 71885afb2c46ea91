package mho.workloads.onnx.shape;

import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Half;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a folded constant: small ones (shapes, indices) are computed at once, large ones (weights) stay
 * views until asked for. Both are bounded, so that no model can fill the memory or the stack.
 */
final class FoldingBudget {
    /** Shape arithmetic stays far below; position tables of transformers just fit. */
    static final int SMALL = 1 << 16;

    private static final int DEEPEST = 32;
    private static final int BUDGET = 1 << 24;

    private int spent;

    @Nullable
    ConstantValues settled(@Nullable ConstantValues values, ElementType type) {
        if (values == null || !type.decodable()) {
            return null;
        }
        if (values.count() > SMALL) {
            return values.depth() > DEEPEST ? null : values;
        }
        if (spent > BUDGET - values.count()) {
            return null;
        }
        spent += values.count();
        return type.integral()
                ? ConstantValues.ofIntegers(values.integers())
                : ConstantValues.ofReals(rounded(values.reals(), type), values.steps());
    }

    private static double[] rounded(double[] reals, ElementType type) {
        for (int i = 0; i < reals.length; i++) {
            reals[i] = switch (type) {
                case FLOAT -> (float) reals[i];
                case FLOAT16 -> Half.round(reals[i]);
                case BFLOAT16 -> Half.roundBrain(reals[i]);
                default -> reals[i];
            };
        }
        return reals;
    }
}
