package mho.workloads.network;

import java.util.List;
import java.util.function.Supplier;

/** Trained values, row-major, read only when somebody asks for them. */
public record Tensor(List<Integer> dims, Supplier<float[]> values) {
    public Tensor {
        dims = List.copyOf(dims);
    }
}
