package mho.workloads.onnx.shape;

import java.util.List;
import mho.workloads.onnx.graph.ConstantValues;
import org.jspecify.annotations.Nullable;

/**
 * Values of an output computed from those of the inputs, lazily where that is natural. Called only when all inputs are
 * known; null where mho does not compute them.
 */
@FunctionalInterface
interface ConstantFold {
    @Nullable
    ConstantValues of(List<ConstantValues> inputs);
}
