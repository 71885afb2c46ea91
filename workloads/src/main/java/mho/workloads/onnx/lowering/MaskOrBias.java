package mho.workloads.onnx.lowering;

import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;

/**
 * Tells a mask from a bias. A mask that is added to sums is written as one number far below zero where they are blocked and 0 where they are
 * not; a bias that was trained is of the size of the sums. Within weights and ranges of a layer a mask would spoil both.
 */
final class MaskOrBias {
    /** Half of what a half-precision float holds is 3e4; trained biases stay far below this. Assumed. */
    private static final double BEYOND_TRAINING = 1e4;

    /** A softmax leaves e^-10 of a score by which it is lowered, less than one code of 8 bits in a hundred. Assumed. */
    private static final double BLOCKED = 10;

    private MaskOrBias() {}

    /** Whether a constant that is added or subtracted is no bias. */
    static boolean in(ConstantTensor addend) {
        ConstantValues values = addend.values();
        if (values == null) {
            return false;
        }
        double blocked = 0;
        boolean two = true;
        boolean open = false;
        for (int i = 0; i < values.count(); i++) {
            double value = values.real(i);
            if (!Double.isFinite(value) || Math.abs(value) >= BEYOND_TRAINING) {
                return true;
            }
            open |= value == 0;
            two &= value == 0 || blocked == 0 || value == blocked;
            blocked = value == 0 ? blocked : value;
        }
        return two && open && Math.abs(blocked) >= BLOCKED;
    }
}
