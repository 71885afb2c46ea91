package mho.arch.program;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import mho.core.cost.Action;
import mho.core.cost.Counts;
import mho.core.engine.Model;

/**
 * A network on a chip, ready to run. Stages carry the numbers of the pipeline's stages.
 *
 * @param actions all that are counted
 * @param counts for every stage, the actions that one input causes
 * @param resources for every stage, the resources its windows use
 * @param pipelines for every stage, the resources that are its own arrays' pipelines; empty for digital work
 * @param beginnings for every stage, that of the model in which work on it begins: its own, or that of its arrays
 */
public record Program(
        Model model,
        List<Action> actions,
        List<Counts> counts,
        List<BitSet> resources,
        List<BitSet> pipelines,
        int[] beginnings) {
    public Program {
        actions = List.copyOf(actions);
        counts = List.copyOf(counts);
    }

    /** Every stage begins itself. */
    Program(Model model, List<Action> actions, List<Counts> counts, List<BitSet> resources, List<BitSet> pipelines) {
        this(
                model,
                actions,
                counts,
                resources,
                pipelines,
                IntStream.range(0, counts.size()).toArray());
    }
}
