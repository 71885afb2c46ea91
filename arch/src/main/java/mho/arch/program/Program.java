package mho.arch.program;

import java.util.BitSet;
import java.util.List;
import mho.core.engine.Model;

/**
 * A network on a chip, ready to run. Stages carry the numbers of the pipeline's stages.
 *
 * @param actions for every stage, the amount of each {@link mho.arch.spec.Action} (by ordinal) that one image causes
 * @param resources for every stage, the resources its windows use
 * @param pipelines for every stage, the resources that are its own arrays' pipelines; empty for digital work
 */
public record Program(Model model, double[][] actions, List<BitSet> resources, List<BitSet> pipelines) {}
