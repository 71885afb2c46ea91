package mho.arch.run;

import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.power.StaticEnergy;
import mho.core.cost.Action;

/** What an input costs on a chip, before anything is booked: for mappings that are searched for by energy or power. */
public final class InputPrices {
    private final ChipSpec chip;
    private final Inventory inventory;

    public InputPrices(ChipSpec chip, Inventory inventory) {
        this.chip = chip;
        this.inventory = inventory;
    }

    /** Area of one chip, in square metres. */
    double chipAreaM2() {
        return inventory.areaM2();
    }

    /**
     * Energy of one input: what happens for it, as planned, and what the chips in use draw meanwhile.
     *
     * @param intervalS how long the chips are on for it
     */
    public double joules(TimedRun timed, double intervalS) {
        RunResult run = new RunResult(chip, timed, inventory, null);
        double joules = 0;
        for (Action action : inventory.actions()) {
            double count = 0;
            for (int stage = 0; stage < run.program().counts().size(); stage++) {
                count += run.perImage(stage, action);
            }
            joules += count * inventory.price(action).joules();
        }
        for (StaticEnergy.Line line : StaticEnergy.of(run, intervalS)) {
            joules += line.energyJ();
        }
        return joules;
    }
}
