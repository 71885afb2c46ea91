package mho.workloads.onnx.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the graph is fed: its sizes are numbers, or symbols that a run must fill in. */
public record GraphInput(String name, ElementType type, List<Size> sizes) {
    /**
     * One dimension.
     *
     * @param symbol name of an open size, null where {@code fixed} holds
     */
    public record Size(long fixed, @Nullable String symbol) {
        public boolean open() {
            return symbol != null;
        }
    }
}
