package mho.workloads.training;

import org.jspecify.annotations.Nullable;

/**
 * Examples that follow one another through the layers before the updates of those in front are done, as in a pipeline that never drains: a layer
 * is driven with weights that lack the updates of the last few examples. One example is a step behind the other. In a chain of L layers example n is at
 * layer l (from 1) at step n + l, its error comes back there at step n + 2 L - l + 1, the gradient of the output taking a step of its own,
 * and the layer learns from it at once: what is driven in that step sees it already. So weights forward lack 2 (L - l) + 1 updates, in
 * reverse none.
 *
 * @param behind the most updates that may be lacking; examples wait where there would be more. Null: as many as come of the network
 */
public record Staleness(@Nullable Integer behind) {
    public Staleness {
        if (behind != null && behind < 0) {
            throw new IllegalArgumentException("weights cannot be " + behind + " updates behind");
        }
    }

    /** As many as come of the network. */
    public static final Staleness OF_THE_NETWORK = new Staleness(null);
}
