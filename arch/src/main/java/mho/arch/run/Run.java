package mho.arch.run;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import mho.arch.map.Mapper;
import mho.arch.map.Placement;
import mho.arch.program.Compiler;
import mho.arch.program.Program;
import mho.arch.spec.ChipSpec;
import mho.arch.spec.Frame;
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
        Timed timed = time(chip.frame(), network.folded(), images, (placement, program) -> watcher, phase -> {});
        return new RunResult(chip, timed, inventory, null);
    }

    /**
     * The part that prices and values have no say in.
     *
     * @param folded as the chip runs it
     * @param watching told what is going to run, and asked who watches it
     * @param done told the name of each phase as it ends: map, compile, simulate
     */
    public static Timed time(
            Frame chip,
            Network folded,
            int images,
            BiFunction<Placement, Program, Watcher> watching,
            Consumer<String> done) {
        Placement placement = Mapper.map(chip, folded);
        done.accept("map");
        Program program = Compiler.compile(chip, placement);
        done.accept("compile");
        Timeline timeline = Engine.run(program.model(), images, watching.apply(placement, program));
        done.accept("simulate");
        return new Timed(folded, images, placement, program, timeline);
    }
}
