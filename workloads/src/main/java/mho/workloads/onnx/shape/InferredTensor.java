package mho.workloads.onnx.shape;

import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import org.jspecify.annotations.Nullable;

/**
 * A tensor as inference knows it.
 *
 * @param constant set when it is the same for every input of the network
 */
public record InferredTensor(ElementType type, Dims dims, @Nullable ConstantTensor constant) {
    public static InferredTensor of(ConstantTensor constant) {
        return new InferredTensor(constant.type(), constant.dims(), constant);
    }

    public boolean isConstant() {
        return constant != null;
    }
}
