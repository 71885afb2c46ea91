package mho.arch.turns;

import mho.arch.chip.TimingView;
import mho.arch.plan.Pipeline;
import mho.arch.plan.Placement;
import mho.arch.program.Program;

/** A network whose layers take turns on all elements of a chip, laid out. */
public final class Turns {
    private final TimingView chip;
    private final TurnPlan plan;
    private final Placement placement;

    private Turns(TimingView chip, TurnPlan plan) {
        this.chip = chip;
        this.plan = plan;
        this.placement = plan.placement(chip);
    }

    /** @throws mho.core.engine.ModelSaysNo if it cannot be; the message says what would do */
    public static Turns of(TimingView chip, Pipeline pipeline) {
        return new Turns(chip, TurnPlan.of(chip, pipeline));
    }

    public Placement placement() {
        return placement;
    }

    public Program program() {
        return TurnCompiler.compile(chip, plan);
    }
}
