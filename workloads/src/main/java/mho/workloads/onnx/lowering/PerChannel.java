package mho.workloads.onnx.lowering;

import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import org.jspecify.annotations.Nullable;

/** Constants that hold one value per channel, or one for all, whatever axes they are written with. */
final class PerChannel {
    private PerChannel() {}

    /** Whether a constant of {@code dims} is the same at every position and does not enlarge what it meets. */
    static boolean fits(Dims dims, AxisLayout layout) {
        int offset = layout.dims().rank() - dims.rank();
        if (offset < 0) {
            return false;
        }
        for (int axis = 0; axis < dims.rank(); axis++) {
            int size = dims.at(axis);
            boolean position = layout.isPosition(axis + offset);
            if (size != 1 && (position || size != layout.dims().at(axis + offset))) {
                return false;
            }
        }
        return true;
    }

    /** One value for each channel of {@code layout}; null if the values are not known. */
    static float @Nullable [] floats(ConstantTensor tensor, AxisLayout layout) {
        ConstantValues values = tensor.values();
        if (values == null) {
            return null;
        }
        int[] sizes = layout.dims().toArray();
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = layout.isPosition(axis) ? 1 : sizes[axis];
        }
        return spread(values.floats(), tensor.dims(), Dims.of(sizes));
    }

    static float[] spread(float[] values, Dims from, Dims to) {
        int[] strides = from.strides();
        int[] steps = to.strides();
        int offset = to.rank() - from.rank();
        float[] all = new float[to.count()];
        for (int i = 0; i < all.length; i++) {
            int at = 0;
            for (int axis = 0; axis < from.rank(); axis++) {
                int index = i / steps[axis + offset] % to.at(axis + offset);
                at += from.at(axis) == 1 ? 0 : index * strides[axis];
            }
            all[i] = values[at];
        }
        return all;
    }
}
