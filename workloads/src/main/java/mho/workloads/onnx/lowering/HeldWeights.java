package mho.workloads.onnx.lowering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mho.core.yaml.BadInput;
import mho.workloads.network.TrainedWeights;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Refusal;
import org.jspecify.annotations.Nullable;

/** Collects the trained tensors of a node by role. Nothing is decoded; values that mho cannot compute are left out. */
final class HeldWeights {
    private final Map<String, mho.workloads.network.Tensor> tensors = new LinkedHashMap<>();

    private @Nullable String unknown;

    /** The tensor as the file has it. */
    HeldWeights with(String role, @Nullable ConstantTensor tensor) {
        return tensor == null ? this : unknown(absent(role, tensor)).with(role, tensor.dims(), tensor.values());
    }

    /** Why a constant has no values; null if it has. */
    static @Nullable String absent(String role, ConstantTensor tensor) {
        return tensor.values() != null
                ? null
                : tensor.absent() != null
                        ? "its " + role + " is not in the file: " + tensor.absent()
                        : "its " + role + " is not decoded or comes of values that are not in the file";
    }

    HeldWeights with(String role, Dims dims, @Nullable ConstantValues values) {
        return values == null ? this : steps(role, dims, values, 1).with(role, dims, values::floats);
    }

    /** The scales that a quantised model has for weights in arrays, weight by weight. */
    private HeldWeights steps(String role, Dims dims, ConstantValues values, double factor) {
        boolean inArrays = role.equals("kernel") || role.equals("recurrent");
        ConstantValues steps = inArrays ? values.steps() : null;
        return steps == null ? this : with(role + "-steps", dims, scaled(steps, Math.abs(factor)));
    }

    /** Every value times {@code factor}. */
    HeldWeights with(String role, Dims dims, ConstantValues values, double factor) {
        return steps(role, dims, values, factor).with(role, dims, scaled(values, factor));
    }

    HeldWeights with(String role, Dims dims, Supplier<float[]> values) {
        tensors.put(role, tensor(dims, values));
        return this;
    }

    /** Values are decoded long after the file has been read; what is wrong with them then is still wrong with the file. */
    static mho.workloads.network.Tensor tensor(Dims dims, Supplier<float[]> values) {
        List<Integer> sizes = new ArrayList<>();
        Arrays.stream(dims.toArray()).forEach(sizes::add);
        return new mho.workloads.network.Tensor(sizes, () -> {
            try {
                return values.get();
            } catch (Refusal refusal) {
                throw new BadInput(refusal.what());
            }
        });
    }

    /** One value for each channel of {@code layout}, however the constant is written. */
    HeldWeights perChannel(String role, @Nullable ConstantTensor tensor, AxisLayout layout, double factor) {
        if (tensor == null) {
            return this;
        }
        return tensor.values() == null
                ? unknown(absent(role, tensor))
                : with(role, Dims.of(layout.channels()), () -> {
                    float[] floats = PerChannel.floats(tensor, layout);
                    float[] all = floats == null ? new float[0] : floats;
                    for (int i = 0; i < all.length; i++) {
                        all[i] = (float) (all[i] * factor);
                    }
                    return all;
                });
    }

    /** Says why the node's values cannot be computed. */
    HeldWeights unknown(@Nullable String why) {
        unknown = why == null ? unknown : why;
        return this;
    }

    @Nullable
    TrainedWeights weights() {
        return tensors.isEmpty() && unknown == null ? null : new TrainedWeights(tensors, unknown);
    }

    private static Supplier<float[]> scaled(ConstantValues values, double factor) {
        return () -> {
            float[] floats = values.floats();
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) (floats[i] * factor);
            }
            return floats;
        };
    }
}
