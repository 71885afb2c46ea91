package mho.arch.plan;

import mho.arch.chip.Mapping;
import mho.arch.chip.TimingView;
import org.jspecify.annotations.Nullable;

/**
 * Arrays that hold no weights, beside a layer that could stand in them once more.
 *
 * @param idle arrays of the chips in use without weights
 * @param all arrays of the chips in use
 */
public record SpareArrays(long idle, long all) {
    /** Copies over those there are, from which on they are worth a word; a rounding of the author's. */
    private static final double WORTH_A_WORD = 1.25;

    /** Null where filling the chips in use would not give the stage more copies, or is what the mapping does already. */
    public static @Nullable SpareArrays beside(TimingView chip, Placement placement, Stage stage) {
        long all = (long) placement.chips() * chip.fabric().tiles() * chip.arraysPerTile();
        long idle = all - placement.arrays();
        if (chip.mapping().copies() == Mapping.Copying.FILL || idle <= 0) {
            return null;
        }
        int filled = new CopySearch(chip, placement.pipeline(), copies -> placement).filled(stage.id(), all);
        return filled < WORTH_A_WORD * placement.copies(stage) ? null : new SpareArrays(idle, all);
    }
}
