package mho.arch.plan;

import mho.arch.chip.Mapping;
import mho.arch.chip.TimingView;
import mho.arch.chip.TimingView.KindView;
import org.jspecify.annotations.Nullable;

/**
 * Arrays that hold no weights, beside a layer that could stand in them once more: those of tiles of its kind.
 *
 * @param idle arrays of the chips in use without weights
 * @param all arrays of the chips in use
 */
public record SpareArrays(long idle, long all) {
    /** Copies over those there are, from which on they are worth a word; a rounding of the author's. */
    private static final double WORTH_A_WORD = 1.25;

    /** Null where filling the chips in use would not give the stage more copies, or is what the mapping does already. */
    public static @Nullable SpareArrays beside(TimingView chip, Placement placement, Stage stage) {
        KindView kind = chip.kinds().get(stage.kind());
        long all = (long) placement.chips() * kind.count() * kind.arrays();
        long taken = placement.pipeline().stages().stream()
                .filter(other -> other.kind() == stage.kind())
                .mapToLong(placement::arrays)
                .sum();
        long idle = all - (chip.kinds().size() == 1 ? placement.arrays() : taken);
        if (chip.mapping().copies() == Mapping.Copying.FILL || idle <= 0) {
            return null;
        }
        int filled = new CopySearch(chip, placement.pipeline(), copies -> placement).filled(stage, placement.chips());
        return filled < WORTH_A_WORD * placement.copies(stage) ? null : new SpareArrays(idle, all);
    }
}
