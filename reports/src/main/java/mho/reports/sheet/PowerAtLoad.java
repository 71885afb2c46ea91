package mho.reports.sheet;

import java.util.List;
import java.util.stream.DoubleStream;
import mho.arch.chip.Inventory;

/**
 * What a chip draws at a load: for that part of the time it works at full rate, for the rest it is on and has no work.
 *
 * @param load part of the full rate
 * @param staticW whatever it does: leakage, refresh, and what is drawn beside while it works
 * @param powerW in all
 * @param ofFullRate power over that at full rate; 0 where that is nothing
 */
public record PowerAtLoad(double load, double staticW, double powerW, double ofFullRate) {
    private static final double[] LOADS = {0, 0.1, 1};

    static List<PowerAtLoad> of(Inventory inventory) {
        return DoubleStream.of(LOADS).mapToObj(load -> at(load, inventory)).toList();
    }

    private static PowerAtLoad at(double load, Inventory inventory) {
        double full = inventory.powerAtFullRateW();
        double power = between(inventory.restingPowerW(), full, load);
        double atRest = between(inventory.restingPowerW(), inventory.staticPowerW(), load);
        return new PowerAtLoad(load, atRest, power, full > 0 ? power / full : 0);
    }

    /** Exact at both ends. */
    private static double between(double idle, double full, double load) {
        return idle * (1 - load) + full * load;
    }
}
