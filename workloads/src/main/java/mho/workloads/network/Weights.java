package mho.workloads.network;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The trained tensors of a node by role: {@code kernel}, {@code bias}, {@code recurrent}, {@code scale}, {@code shift},
 * {@code mean}, {@code variance}, {@code table}. Timing never asks for them.
 */
public record Weights(Map<String, Tensor> tensors) {
    public Weights {
        tensors = Map.copyOf(tensors);
    }

    /** Those of a node and of what was folded into it. */
    Weights and(Weights folded) {
        Map<String, Tensor> all = new LinkedHashMap<>(tensors);
        all.putAll(folded.tensors);
        return new Weights(all);
    }
}
