package mho.reports.metrics;

import java.util.Arrays;
import java.util.List;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipSpec;
import mho.arch.plan.Placement;

/**
 * Tiles of one kind, in the chips in use.
 *
 * @param used of them
 */
record TilesInUse(ChipFace face, int chips, int used) {

    /** Of every kind. */
    static List<TilesInUse> of(ChipSpec chip, Placement placement) {
        List<ChipFace> faces = chip.faces();
        if (faces.size() == 1) {
            return List.of(new TilesInUse(faces.get(0), placement.chips(), placement.tiles()));
        }
        int[] used = placement.seats().stream()
                .flatMapToInt(seats -> Arrays.stream(seats.allTiles()))
                .distinct()
                .toArray();
        return faces.stream()
                .map(face -> new TilesInUse(face, placement.chips(), (int) Arrays.stream(used)
                        .map(tile -> tile % chip.tiles() - face.first())
                        .filter(place -> place >= 0 && place < face.chip().tiles())
                        .count()))
                .toList();
    }

    /** Whether a part stands in such tiles. */
    boolean have(String part) {
        return part.startsWith(face.path().text() + ".");
    }

    /** Part of them without a layer. */
    double unused() {
        return Math.max(0, 1 - used / ((double) chips * face.chip().tiles()));
    }

    /** What of a chip file says how many there are. */
    String countKey() {
        return face.path().isOnly() ? "tiles" : face.path().text() + ".count";
    }

    int neededOfAChip() {
        return Math.max(1, (used + chips - 1) / chips);
    }
}
