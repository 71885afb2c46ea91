package mho.arch.chip;

import java.util.List;
import mho.core.cost.Scales;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.ListedAt;
import org.jspecify.annotations.Nullable;

/**
 * One of several kinds of tiles of a chip.
 *
 * @param does words of network files for layers; null for all
 */
public record TileKind(
        @Scales(why = "figures are those of one instance") @Doc("Tiles of this kind of a chip") int count,
        @Scales(why = "it says what is done where")
                @Doc(
                        "Layers that it computes, as network files call them (conv, dense, lstm, max-pool); without it, any")
                @Nullable
                List<String> does,
        @Inline @ListedAt("tile") @Doc("All else that a tile is made of") Tile tile) {}
