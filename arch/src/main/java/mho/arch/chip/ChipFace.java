package mho.arch.chip;

import java.util.List;
import mho.arch.element.TilePath;
import org.jspecify.annotations.Nullable;

/**
 * A chip as the tiles of one kind see it.
 *
 * @param path of such a tile in the chip file
 * @param name of the kind; empty where there is no other
 * @param first place of theirs among the tiles of a chip
 * @param does words of network files for the layers that they compute; null for all
 * @param chip the same chip as if it had no other tiles
 */
public record ChipFace(TilePath path, String name, int first, @Nullable List<String> does, ChipSpec chip) {

    public Tile tile() {
        return chip.tile();
    }

    /** Arrays in all tiles of a chip that are of the kind. */
    public long arrays() {
        return (long) chip.tiles() * chip.arraysPerTile();
    }
}
