package mho.arch.chip;

import mho.workloads.task.Keeping;
import org.jspecify.annotations.Nullable;

/**
 * Where the weights of layers that take turns come from, {@code weights: {kind: streamed, …}} of a chip file; a file that says nothing
 * has weights that stay.
 */
public sealed interface WeightSource permits StreamedWeights, ReloadedWeights {
    /** What becomes of weights from one use to the next. */
    Keeping keeping();

    /** What they come through; null where nothing is simulated or charged for that. */
    @Nullable
    WeightPort port();

    /** Blocks that wait between the port and the arrays. */
    int fifo();

    /** Whether weights come anew for every use, though all might stay. */
    boolean always();
}
