package mho.workloads.onnx.shape;

import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A tensor as inference knows it.
 *
 * @param constant set when it is the same for every input of the network
 */
public record Value(ElementType type, Dims dims, @Nullable Tensor constant) {
    public static Value of(Tensor constant) {
        return new Value(constant.type(), constant.dims(), constant);
    }

    public boolean isConstant() {
        return constant != null;
    }
}
