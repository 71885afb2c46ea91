package mho.workloads.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The trained tensors of a node by role: {@code kernel}, {@code bias}, {@code recurrent}, {@code scale}, {@code shift},
 * {@code table}, {@code initial} and {@code initial-cell} states. Timing asks for them only where
 * zeros are left out.
 *
 * @param unknown why the node's values cannot be computed although its timing is known; null if they can
 */
public record TrainedWeights(Map<String, Tensor> tensors, @Nullable String unknown) {
    public TrainedWeights {
        tensors = Map.copyOf(tensors);
    }

    public TrainedWeights(Map<String, Tensor> tensors) {
        this(tensors, null);
    }

    /** The same tensors of a node whose values cannot be computed. */
    public TrainedWeights unknown(String why) {
        return new TrainedWeights(tensors, why);
    }

    /** Those of a node and of what was folded into it. Two scales and shifts become one. */
    TrainedWeights and(TrainedWeights folded) {
        Map<String, Tensor> all = new LinkedHashMap<>(tensors);
        all.putAll(folded.tensors);
        Tensor scale = tensors.get("scale");
        Tensor nextScale = folded.tensors.get("scale");
        if (scale != null && nextScale != null) {
            all.put("scale", combined(scale, nextScale, null));
        }
        Tensor shift = tensors.get("shift");
        if (shift != null && nextScale != null) {
            all.put("shift", combined(shift, nextScale, folded.tensors.get("shift")));
        }
        return new TrainedWeights(all, unknown == null ? folded.unknown : unknown);
    }

    /** values · factors + sums. */
    private static Tensor combined(Tensor values, Tensor factors, @Nullable Tensor sums) {
        return new Tensor(List.copyOf(values.dims()), () -> {
            float[] all = values.values().get().clone();
            float[] factor = factors.values().get();
            float[] sum = sums == null ? new float[all.length] : sums.values().get();
            for (int c = 0; c < all.length; c++) {
                all[c] = all[c] * factor[c] + sum[c];
            }
            return all;
        });
    }
}
