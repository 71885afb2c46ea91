package mho.arch.run;

import mho.arch.chip.ChipFile;
import mho.arch.chip.Inventory;
import mho.arch.machine.LayerValues;
import mho.arch.machine.Values;
import mho.arch.plan.Placement;
import mho.arch.program.Program;
import mho.core.cost.Action;
import mho.core.engine.Timeline;
import mho.workloads.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * What a run leaves behind: enough for every report, and enough to price it again.
 *
 * @param values what the network computed; null where no data were given
 */
public record RunResult(ChipFile chip, TimedRun timed, Inventory inventory, @Nullable Values values) {
    /** As it ran: batch norm and views folded. */
    public Network network() {
        return timed.network();
    }

    /** Inputs that followed one another. */
    public int images() {
        return timed.stream().images();
    }

    public Placement placement() {
        return timed.placement();
    }

    public Program program() {
        return timed.program();
    }

    /** One input with the chip to itself. */
    public Timeline alone() {
        return timed.alone();
    }

    /** The inputs that followed one another. */
    public Timeline timeline() {
        return timed.stream();
    }

    /** Inputs that came from outside; null where none were asked for. */
    public @Nullable OpenRun open() {
        return timed.open();
    }

    public Pace pace() {
        return timed.pace();
    }

    /** The same with what the network computed. */
    public RunResult with(Values computed) {
        return new RunResult(chip, timed, inventory, computed);
    }

    /** How often a stage did something for one input: of a batch, its share. */
    public double perImage(int stage, Action action) {
        LayerValues computed = values == null ? null : values.layer(stage);
        double planned = program().counts().get(stage).of(action) / placement().batch();
        return chip.count(action, planned, computed == null ? null : computed.observed());
    }
}
