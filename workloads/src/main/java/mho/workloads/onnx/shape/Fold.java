package mho.workloads.onnx.shape;

import java.util.List;
import mho.workloads.onnx.graph.Values;
import org.jspecify.annotations.Nullable;

/**
 * Values of an output computed from those of the inputs, lazily where that is natural. Called only when all inputs are
 * known; null where mho does not compute them.
 */
@FunctionalInterface
interface Fold {
    @Nullable
    Values of(List<Values> inputs);
}
