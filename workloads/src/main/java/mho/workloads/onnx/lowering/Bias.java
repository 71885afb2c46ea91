package mho.workloads.onnx.lowering;

import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.shape.InferredTensor;
import org.jspecify.annotations.Nullable;

/**
 * A bias written as an Add of a constant behind the product, the usual form of exporters for MatMul.
 *
 * @param last the operator whose output carries the biased sum: the Add, or the product itself if there is no such Add
 * @param tensor the constant, null if there is none
 */
record Bias(Op last, @Nullable ConstantTensor tensor) {

    static Bias behind(LoweringContext step, AxisLayout output) {
        Op op = step.op();
        Op next = step.next(op);
        if (next == null || !next.key().equals("Add") || next.inputs().size() != 2) {
            return new Bias(op, null);
        }
        int own = next.inputs().get(0).equals(op.outputs().get(0)) ? 0 : 1;
        InferredTensor other = step.value(next.inputs().get(1 - own));
        InferredTensor sum = step.value(next.outputs().get(0));
        if (other == null
                || other.constant() == null
                || sum == null
                || !sum.dims().equals(output.dims())) {
            return new Bias(op, null);
        }
        if (!PerChannel.fits(other.dims(), output) || MaskOrBias.in(other.constant())) {
            return new Bias(op, null);
        }
        step.take(next);
        return new Bias(next, other.constant());
    }
}
