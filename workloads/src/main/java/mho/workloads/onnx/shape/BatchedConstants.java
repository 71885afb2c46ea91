package mho.workloads.onnx.shape;

import static mho.workloads.onnx.graph.Refusal.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.graph.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Constants that exporters write out for each input of a batch, as a class token of every image: where one input is run they are those
 * of one. They must be the same for all, or there would be as many networks as inputs.
 */
final class BatchedConstants {
    private static final Set<String> STRETCHING = Set.of(
            "Add",
            "Sub",
            "Mul",
            "Div",
            "Max",
            "Min",
            "Sum",
            "Mean",
            "Pow",
            "PRelu",
            "Where",
            "Equal",
            "Greater",
            "GreaterOrEqual",
            "Less",
            "LessOrEqual",
            "And",
            "Or",
            "Xor",
            "Concat");

    private BatchedConstants() {}

    /** The operator with such constants replaced; what replaces them is added to what is known. */
    static Op ofOne(Op op, Map<String, InferredTensor> known, int batch) {
        List<String> inputs = new ArrayList<>(op.inputs());
        for (int k = 0; k < inputs.size(); k++) {
            InferredTensor value = known.get(inputs.get(k));
            if (value != null && value.isConstant() && isPerInput(op, k, value.dims(), known, batch)) {
                String name = inputs.get(k) + "[0]";
                known.put(name, one(value, inputs.get(k), batch));
                inputs.set(k, name);
            }
        }
        return inputs.equals(op.inputs())
                ? op
                : new Op(
                        op.name(),
                        op.domain(),
                        op.type(),
                        op.opset(),
                        inputs,
                        op.outputs(),
                        op.captures(),
                        op.attributes());
    }

    private static boolean isPerInput(Op op, int k, Dims dims, Map<String, InferredTensor> known, int batch) {
        if (dims.rank() < 2 || dims.at(0) != batch) {
            return false;
        }
        if (op.key().equals("Gemm")) {
            return k == 2 && isOne(op, 0, 2, known);
        }
        return STRETCHING.contains(op.key())
                && IntStream.range(0, op.inputs().size()).anyMatch(other -> isOne(op, other, dims.rank(), known));
    }

    /** Whether an operand comes from the data, one of it. */
    private static boolean isOne(Op op, int k, int rank, Map<String, InferredTensor> known) {
        InferredTensor value = known.get(op.inputs().get(k));
        return value != null
                && !value.isConstant()
                && value.dims().rank() == rank
                && value.dims().at(0) == 1;
    }

    private static InferredTensor one(InferredTensor all, String name, int batch) {
        ConstantTensor tensor = Objects.requireNonNull(all.constant());
        Dims dims = all.dims().with(0, 1);
        ConstantValues values = tensor.values();
        if (values != null && !repeats(values, dims.count())) {
            throw new Refusal("its constant " + quoted(name) + " differs between the " + batch
                    + " inputs of the batch that the file fixes; export the model for one input");
        }
        @Nullable ConstantValues first = values == null ? null : ConstantValues.view(values, dims.count(), i -> i);
        return InferredTensor.of(new ConstantTensor(tensor.type(), dims, first, tensor.absent()));
    }

    private static boolean repeats(ConstantValues values, int run) {
        for (int i = run; i < values.count(); i++) {
            if (Double.compare(values.real(i), values.real(i % run)) != 0) {
                return false;
            }
        }
        return true;
    }
}
