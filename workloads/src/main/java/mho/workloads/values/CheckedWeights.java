package mho.workloads.values;

import java.util.Map;
import mho.core.yaml.BadInput;
import mho.workloads.network.Node;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;
import org.jspecify.annotations.Nullable;

/** The tensors of a node, checked. */
final class CheckedWeights {
    /** Squares of sums of products of such weights stay within a float; trained weights are below a thousand. */
    private static final float LARGEST = 1e15f;

    private CheckedWeights() {}

    static TrainedWeights needed(Node node) {
        TrainedWeights held = node.weightsHeld();
        if (held == null) {
            throw lacking(node);
        }
        if (held.unknown() != null) {
            throw new BadInput(node.name() + ": its values cannot be computed: " + held.unknown());
        }
        return held;
    }

    static BadInput lacking(Node node) {
        return new BadInput(
                node.name()
                        + " has no weights: timing works without, values need trained weights, for example --network fmnist-lenet or an .onnx file");
    }

    static float @Nullable [] values(Node node, Map<String, Tensor> tensors, String role) {
        Tensor tensor = tensors.get(role);
        if (tensor == null) {
            return null;
        }
        float[] values = tensor.values().get();
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= LARGEST)) {
                String why = Float.isFinite(values[i]) ? ", beyond what is computed with (1e15)" : "";
                throw new BadInput("%s: value %d of its %s is %s%s; train it again, or repair the file"
                        .formatted(node.name(), i, role, values[i], why));
            }
        }
        return values;
    }
}
