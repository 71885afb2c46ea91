package mho.reports.metrics;

import mho.arch.chip.ChipSpec;
import mho.arch.cut.Compact;
import mho.arch.machine.LayerValues;
import org.jspecify.annotations.Nullable;

/**
 * What a run does about zeros; tables have columns for it where it does something.
 *
 * @param leftOut whether rows and columns of nothing but zeros are not stored ({@code mapping.compact})
 * @param statedPart of the rows' phases that are zero where no data tell ({@code driver.skip-zeros}); null where every row is driven
 */
public record ZeroSkipping(boolean leftOut, @Nullable Double statedPart) {
    /** Of what knows none. */
    static final ZeroSkipping NONE = new ZeroSkipping(false, null);

    static ZeroSkipping of(ChipSpec chip) {
        return new ZeroSkipping(
                chip.mapping().compact() == Compact.ZEROS, chip.element().zerosSkipped());
    }

    public boolean areSkipped() {
        return statedPart != null;
    }

    /** Part of a layer's row phases that no row is driven in; null without arrays, and where every row is driven. */
    @Nullable
    Double skipped(int arrays, @Nullable LayerValues values) {
        if (statedPart == null || arrays == 0) {
            return null;
        }
        return values == null ? statedPart : Double.valueOf(1 - values.driven());
    }
}
