package mho.arch.element.crossbar.values;

import java.util.random.RandomGenerator;
import mho.arch.element.Multiplier;
import mho.arch.element.Tally;
import mho.workloads.network.Node;

/** Products in arrays, converted. */
record CrossbarMultiplier(CrossbarState state, Workspace worker) implements Multiplier {
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
        state.layer(node.id()).multiply(group, instance, in, vectors, out, worker);
    }
}
