package mho.arch.power;

import mho.arch.chip.ChipFile;
import mho.arch.chip.Inventory;
import mho.arch.element.Component;
import mho.arch.run.RunResult;
import mho.arch.run.TimedRun;
import mho.core.cost.Action;

/**
 * Joules that an input takes at least: every action that is planned for it, at its price, and what parts without a switch leak while it keeps
 * the chips on. What parts draw by their use, what is refreshed and what is woken comes on top, and is left out here: it hangs on the stream.
 */
public final class LeastEnergy {
    private LeastEnergy() {}

    /**
     * @param timed of a run without values, which count actions otherwise
     * @param intervalS seconds that an input keeps the chips on at least
     */
    public static double joules(ChipFile chip, Inventory inventory, TimedRun timed, double intervalS) {
        RunResult run = new RunResult(chip, timed, inventory, null);
        double joules = 0;
        for (Action action : inventory.actions()) {
            double price = inventory.price(action).joules();
            for (int stage = 0; stage < run.program().counts().size(); stage++) {
                joules += run.perImage(stage, action) * price;
            }
        }
        double alwaysW = 0;
        for (Component part : inventory.components()) {
            if (part.figures().states().gating() == null) {
                alwaysW += part.instancesPerChip() * part.figures().leakageW();
            }
        }
        return joules + alwaysW * run.placement().chips() * intervalS;
    }
}
