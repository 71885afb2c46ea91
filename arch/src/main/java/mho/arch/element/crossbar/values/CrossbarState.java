package mho.arch.element.crossbar.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mho.arch.codes.Extent;
import mho.arch.codes.InputRange;
import mho.arch.cut.Cut;
import mho.arch.element.ElementState;
import mho.arch.element.Multiplier;
import mho.workloads.network.Node;

/** A network's weights in the arrays of a chip. */
final class CrossbarState implements ElementState {
    private final CrossbarValues circuits;
    private final CellWriter writer;
    private final Programmer programmer;
    private final long seed;
    private final Map<Integer, LayerArrays> layers = new HashMap<>();

    CrossbarState(CrossbarValues circuits, CellWriter writer, long seed) {
        this.circuits = circuits;
        this.writer = writer;
        this.programmer = new Programmer(circuits, writer, seed);
        this.seed = seed;
    }

    @Override
    public List<String> write(Node node, Cut cut, InputRange inputs) {
        List<String> remarks = new ArrayList<>();
        layers.put(node.id(), programmer.program(node, cut, inputs, remarks));
        return remarks;
    }

    @Override
    public void calibrate(Node node, Extent seen) {
        layer(node.id()).convertWith(seen, writer.exact(), seed);
    }

    LayerArrays layer(int node) {
        return Objects.requireNonNull(layers.get(node));
    }

    @Override
    public Multiplier multiplier() {
        return new CrossbarMultiplier(this, new Workspace(circuits, writer.model()));
    }

    @Override
    public Multiplier observer() {
        return new CrossbarObserver(
                this,
                new Workspace(circuits, writer.model()),
                circuits.conversion().transfer().shareOfSeen());
    }
}
