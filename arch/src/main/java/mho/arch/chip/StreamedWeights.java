package mho.arch.chip;

import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.workloads.task.Keeping;
import org.jspecify.annotations.Nullable;

/**
 * Weights are fetched for every use, ahead of it as far as there is room for blocks: from the memory beside the chip, if it has one, and
 * through the port, if that is stated.
 */
@Kind("streamed")
public record StreamedWeights(
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Blocks of weights that wait between port and arrays; 0: an array's own room alone")
                @Default("4")
                @Range(min = 0, max = 65536)
                int fifo,
        @Nullable WeightPort port)
        implements WeightSource {
    @Override
    public Keeping keeping() {
        return Keeping.STREAMED;
    }

    @Override
    public boolean always() {
        return true;
    }
}
