package mho.arch.chip;

import java.util.Map;
import java.util.Objects;
import mho.core.cost.Scales;
import mho.core.yaml.OneOrNamed;
import org.jspecify.annotations.Nullable;

/**
 * The tiles of a chip, side by side: so many of one kind, or several kinds of them.
 *
 * @param count of the only kind; null where there are several
 * @param kinds by name, in the order in which they stand; null where there is one
 */
@OneOrNamed
public record TileFloor(
        @Scales(why = "figures are those of one instance; a bus that all share says so") @Nullable Integer count,
        @Scales(why = "each says itself what its figures owe to what") @Nullable Map<String, TileKind> kinds) {

    public TileFloor {
        if (kinds != null && kinds.isEmpty()) {
            throw new IllegalArgumentException(
                    "names no kind of tiles: give a count (tiles: 16), or kinds (tiles: {digital: {count: 16, …}})");
        }
    }

    int all() {
        return kinds == null
                ? Objects.requireNonNull(count)
                : (int) Math.min(
                        Integer.MAX_VALUE,
                        kinds.values().stream().mapToLong(TileKind::count).sum());
    }
}
