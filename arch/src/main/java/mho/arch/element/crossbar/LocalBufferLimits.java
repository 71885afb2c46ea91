package mho.arch.element.crossbar;

import mho.arch.element.crossbar.values.Weights;
import mho.periphery.array.Array;
import org.jspecify.annotations.Nullable;

/** What is not modelled of arrays that stand in a grid. */
final class LocalBufferLimits {
    private LocalBufferLimits() {}

    static void check(Array array, Weights weights, @Nullable Learning learning, @Nullable MemoryMode memory) {
        String refusal = learning != null
                ? "how arrays of a grid learn is not modelled; take the buffers away (local-buffers: null)"
                : memory != null
                        ? "arrays of a grid that also store are not modelled; take one of them away (memory-mode: null)"
                        : array.wires() != null
                                ? "the loss along wires is modelled for arrays that stand alone; state none (array: {wires: null})"
                                : weights.sign() == Weights.Sign.SHARED_REFERENCE
                                        ? "a reference column is one array's; of a grid it is not modelled (weights: {sign: offset})"
                                        : null;
        if (refusal != null) {
            throw new IllegalArgumentException("local-buffers: " + refusal);
        }
    }
}
