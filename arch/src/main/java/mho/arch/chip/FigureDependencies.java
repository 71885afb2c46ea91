package mho.arch.chip;

import static mho.core.cost.ScalingLaw.LINEAR;
import static mho.core.cost.ScalingLaw.NOTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.arch.element.FigureTie;

/**
 * What the stated figures of a chip's parts owe to other parts, or to the chip.
 *
 * @param chip with one kind of tiles
 */
record FigureDependencies(ChipSpec chip) {

    private static final String ADDER = "assumed: an adder has a cell a bit";

    /** What has changed, of all that figures of the part at a path owe something to. */
    static List<ParameterChange> changes(String path, ChipSpec before, ChipSpec after) {
        List<FigureTie> old = of(before, path);
        List<ParameterChange> changes = new ArrayList<>();
        for (FigureTie now : of(after, path)) {
            Object was = old.stream()
                    .filter(other -> other.what().equals(now.what()))
                    .map(other -> other.value().get())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            changes.add(new ParameterChange(
                    now.what(), was, now.value().get(), now.unit(), now.energy(), now.area(), now.why()));
        }
        return changes;
    }

    /** What holds for the part at a path: of a tile, by the tiles of its kind; of anything else, by any. */
    private static List<FigureTie> of(ChipSpec chip, String path) {
        List<ChipFace> faces = chip.faces();
        ChipFace face =
                faces.stream().filter(each -> each.path().has(path)).findFirst().orElse(faces.get(0));
        String spoken = face.path().outOf(path);
        FigureDependencies ties = new FigureDependencies(face.chip());
        List<FigureTie> all = new ArrayList<>(ties.chip.element().elsewhere(ties.chip.surroundings()));
        all.addAll(ties.tile());
        all.add(wires(chip.tiles()));
        return all.stream().filter(e -> e.part().equals(spoken)).toList();
    }

    private List<FigureTie> tile() {
        return List.of(
                new FigureTie("tile.shift-add", "precision.partial-sums", "1", () -> sums(), LINEAR, LINEAR, ADDER),
                new FigureTie(
                        "tile.pool",
                        "precision.values",
                        "1",
                        () -> chip.inputBits(),
                        LINEAR,
                        LINEAR,
                        "assumed: a comparator has a cell a bit"),
                new FigureTie(
                        "tile.activation",
                        "precision.values",
                        "1",
                        () -> chip.inputBits(),
                        NOTED,
                        NOTED,
                        "tables, logic and analog circuits grow by different laws"),
                new FigureTie(
                        "tile.bus",
                        "cores",
                        "1",
                        () -> chip.tile().bus().length() == null ? chip.tile().cores() : null,
                        NOTED,
                        NOTED,
                        "it reaches every core; its length is not stated"));
    }

    private static FigureTie wires(int tiles) {
        return new FigureTie(
                "mesh.wires",
                "tiles",
                "1",
                () -> tiles,
                NOTED,
                NOTED,
                "it reaches every tile; its length is that of the stated chip");
    }

    private int sums() {
        return chip.precision().partialSums();
    }
}
