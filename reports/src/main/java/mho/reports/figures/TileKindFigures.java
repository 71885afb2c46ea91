package mho.reports.figures;

import static mho.reports.figures.Figure.allWords;
import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;

import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import mho.arch.chip.ChipFace;

/** A kind of tiles of a chip. */
final class TileKindFigures {
    static final FigureTable<ChipFace> TABLE = new FigureTable<>(
            "a kind of tiles",
            List.of(
                    words("name", "kind", (ChipFace face) -> face.path().isOnly() ? "tile" : face.name())
                            .means("in the chip file, `tiles.NAME`; `tile` where there is one kind"),
                    allWords("does", "layers", (ChipFace face) -> Objects.requireNonNullElse(face.does(), List.of()))
                            .means("layers that it computes; none listed where it computes any"),
                    count("tiles", face -> face.chip().tiles()).means("of this kind, on a chip"),
                    count("cores_per_tile", face -> face.tile().cores()).means("of a tile"),
                    count("arrays_per_core", face -> face.chip().element().arrays())
                            .means("of a core"),
                    count("rows", face -> face.chip().arrayRows()).means("of an array"),
                    count("columns", face -> face.chip().arrayColumns()).means("of an array"),
                    count("cells_per_weight", face -> face.chip().cellsPerWeight())
                            .means("cells that hold one weight"),
                    count("weights_per_row", face -> face.chip().weightsPerRow())
                            .means("weights side by side in an array")));

    private TileKindFigures() {}

    private static Figure<ChipFace> count(String key, ToLongFunction<ChipFace> of) {
        return whole(key, key.replace('_', ' '), Unit.COUNT, of::applyAsLong);
    }
}
