package mho.arch.run;

import mho.arch.map.Mapper;
import mho.arch.map.Placement;
import mho.arch.program.Compiler;
import mho.arch.program.Program;
import mho.arch.spec.ChipSpec;
import mho.arch.spec.Inventory;
import mho.core.engine.Engine;
import mho.core.engine.Timeline;
import mho.core.engine.Watcher;
import mho.workloads.network.Network;

/** One run, everything in order: map, compile, simulate. */
public final class Run {
    private Run() {}

    /**
     * @param images inputs, all available at once, following one another through the pipeline
     * @throws mho.core.engine.ModelSaysNo if the network does not fit or the run gets stuck
     * @throws mho.core.yaml.BadInput if the chip lacks a figure
     */
    public static RunResult run(ChipSpec chip, Network network, int images, Watcher watcher) {
        Inventory inventory = Inventory.of(chip);
        Network folded = network.folded();
        Placement placement = Mapper.map(chip, folded);
        Program program = Compiler.compile(chip, placement);
        Timeline timeline = Engine.run(program.model(), images, watcher);
        return new RunResult(chip, folded, images, placement, program, timeline, inventory);
    }
}
