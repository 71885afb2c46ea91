package mho.arch.program;

import java.util.BitSet;
import java.util.List;
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
 */
public record Program(
        Model model, List<Action> actions, List<Counts> counts, List<BitSet> resources, List<BitSet> pipelines) {
    public Program {
        actions = List.copyOf(actions);
        counts = List.copyOf(counts);
    }
}
