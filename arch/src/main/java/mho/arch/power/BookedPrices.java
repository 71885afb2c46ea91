package mho.arch.power;

import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.run.InputPrices;
import mho.arch.run.RunResult;
import mho.arch.run.TimedRun;
import mho.core.cost.Action;

/** What an input costs by the prices that the books of a report have, and no more work than a sum. */
public final class BookedPrices implements InputPrices {
    private final ChipSpec chip;
    private final Inventory inventory;

    public BookedPrices(ChipSpec chip, Inventory inventory) {
        this.chip = chip;
        this.inventory = inventory;
    }

    @Override
    public double chipAreaM2() {
        return inventory.areaM2();
    }

    @Override
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
