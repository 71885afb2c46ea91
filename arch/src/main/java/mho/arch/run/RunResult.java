package mho.arch.run;

import mho.arch.chip.ChipFile;
import mho.arch.chip.Inventory;
import mho.arch.element.LearntArrays;
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
 * @param learnt what updates did to arrays; null where no values were learnt
 */
public record RunResult(
        ChipFile chip, TimedRun timed, Inventory inventory, @Nullable Values values, @Nullable LearntInputs learnt) {
    public RunResult(ChipFile chip, TimedRun timed, Inventory inventory, @Nullable Values values) {
        this(chip, timed, inventory, values, null);
    }

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

    /** The same with what updates did to arrays. */
    public RunResult with(LearntInputs updates) {
        return new RunResult(chip, timed, inventory, values, updates);
    }

    /** How often a stage did something for one input: of a batch, its share. */
    public double perImage(int stage, Action action) {
        LearntArrays updated = learnt == null ? null : learnt.byStage().get(stage);
        if (learnt != null && updated != null) {
            double unlearnt = program().counts().get(stage).of(action);
            return chip.count(action, unlearnt, updated, learnt.inputs());
        }
        LayerValues computed = values == null ? null : values.layer(stage);
        double planned = program().counts().get(stage).of(action) / placement().batch();
        return chip.count(action, planned, computed == null ? null : computed.observed());
    }
}
