package mho.reports.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import mho.arch.chip.ChipSpec;
import mho.arch.cut.Compact;
import mho.arch.machine.LayerValues;
import org.jspecify.annotations.Nullable;

/**
 * What a run does about zeros; tables have columns for it where it does something.
 *
 * @param leftOut whether rows and columns of nothing but zeros are not stored ({@code mapping.compact})
 * @param statedParts of the rows' phases that are zero where no data tell ({@code driver.skip-zeros}), of every kind of tiles; null where
 *     every row is driven
 */
public record ZeroSkipping(boolean leftOut, List<@Nullable Double> statedParts) {
    public ZeroSkipping {
        statedParts = Collections.unmodifiableList(new ArrayList<>(statedParts)); // some may be null
    }

    /** Of what knows none. */
    static final ZeroSkipping NONE = new ZeroSkipping(false, List.of());

    static ZeroSkipping of(ChipSpec chip) {
        List<@Nullable Double> parts = new ArrayList<>();
        chip.faces().forEach(face -> parts.add(face.chip().element().zerosSkipped()));
        return new ZeroSkipping(chip.mapping().compact() == Compact.ZEROS, parts);
    }

    public boolean areSkipped() {
        return statedParts.stream().anyMatch(Objects::nonNull);
    }

    /** Part of the row phases of a layer in tiles of a kind that no row is driven in; null without arrays, and where every row is driven. */
    @Nullable
    Double skipped(int kind, int arrays, @Nullable LayerValues values) {
        Double statedPart = kind < statedParts.size() ? statedParts.get(kind) : null;
        if (statedPart == null || arrays == 0) {
            return null;
        }
        return values == null ? statedPart : Double.valueOf(1 - values.driven());
    }
}
