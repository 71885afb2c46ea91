package mho.reports.run;

import mho.arch.chip.ChipFile;
import mho.arch.chip.Inventory;
import mho.arch.power.LeastEnergy;
import mho.arch.run.TimedRun;
import mho.core.engine.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run before its inputs follow one another: what no run comes to less than.
 *
 * @param ops of one input
 * @param areaM2 of the chips in use, exactly
 * @param latencyS of one input alone, exactly
 * @param intervalS at least
 * @param energyJ of one input, at least; null where values are computed, which count actions otherwise
 */
public record RunBounds(long ops, double areaM2, double latencyS, double intervalS, @Nullable Double energyJ) {

    /**
     * Part of the interval that is left to where clock edges fall: an input keeps a resource busy a little longer or shorter than the one before
     * it. On chips that come along it is 0.05 % at most.
     */
    private static final double EDGES = 0.01;

    /** @param valued whether the run computes values */
    static RunBounds of(ChipFile chip, Inventory inventory, TimedRun one, boolean valued) {
        double intervalS = (1 - EDGES)
                * seconds(one.pace().intervalTicks())
                / one.placement().batch();
        return new RunBounds(
                one.network().ops(),
                one.placement().chips() * inventory.areaM2(),
                seconds(one.alone().finish(0)),
                intervalS,
                valued ? null : LeastEnergy.joules(chip, inventory, one, intervalS));
    }

    private static double seconds(double ticks) {
        return ticks / Clock.TICKS_PER_SECOND;
    }
}
