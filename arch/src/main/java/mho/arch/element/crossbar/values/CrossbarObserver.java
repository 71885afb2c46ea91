package mho.arch.element.crossbar.values;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import mho.arch.codes.Extent;
import mho.arch.element.Multiplier;
import mho.arch.element.Tally;
import mho.workloads.network.Node;

/** Products in arrays that are looked at where converters are to convert them, each layer's on its own. */
final class CrossbarObserver implements Multiplier {
    private final CrossbarState state;
    private final Workspace worker;
    private final double share;
    private final Map<Integer, ColumnSums> observed = new HashMap<>();

    /** @param share of the sums that a converter's range is to cover */
    CrossbarObserver(CrossbarState state, Workspace worker, double share) {
        this.state = state;
        this.worker = worker;
        this.share = share;
    }

    @Override
    public void multiply(
            Node node,
            int group,
            int instance,
            float[] in,
            int vectors,
            float[] out,
            Tally tally,
            RandomGenerator random) {
        worker.begin(tally, random);
        worker.observe(sums(node));
        state.layer(node.id()).multiply(group, instance, in, vectors, out, worker);
    }

    @Override
    public Extent seen(Node node) {
        return sums(node).covered();
    }

    private ColumnSums sums(Node node) {
        return observed.computeIfAbsent(node.id(), n -> new ColumnSums(share));
    }
}
