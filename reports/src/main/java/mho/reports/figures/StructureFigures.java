package mho.reports.figures;

import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.rows;
import static mho.reports.figures.Figure.whole;

import java.util.List;
import java.util.function.ToLongFunction;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipSpec;
import mho.reports.sheet.ChipSheet;

/** The structure of a chip, in its data sheet: where there are several kinds of tiles, what they do not share is told by kind. */
final class StructureFigures {
    static final FigureTable<ChipSheet> TABLE = new FigureTable<>(
            "the structure of a chip",
            List.of(
                    real("technology_m", "technology", Unit.METRE, (ChipSheet sheet) -> sheet.chip()
                                    .technology())
                            .means("feature size of the chip's process"),
                    real("temperature_k", "temperature", Unit.KELVIN, (ChipSheet sheet) -> {
                                ChipSpec tiled = sheet.tiled();
                                return tiled == null ? null : tiled.temperature();
                            })
                            .means("of its circuits"),
                    count("chips", "chips", ChipSpec::chips).means("of the system"),
                    count("tiles", "tiles", ChipSpec::tiles).means("of a chip"),
                    alike("cores_per_tile", "cores", chip -> chip.tile().cores())
                            .means("of a tile; this and the next five are null where there are several kinds of tiles"),
                    alike("arrays_per_core", "arrays", chip -> chip.element().arrays())
                            .means("of a core"),
                    alike("rows", "rows", ChipSpec::arrayRows).means("of an array"),
                    alike("columns", "columns", ChipSpec::arrayColumns).means("of an array"),
                    alike("cells_per_weight", "cells of a weight", ChipSpec::cellsPerWeight)
                            .means("cells that hold one weight"),
                    alike("weights_per_row", "weights in a row", ChipSpec::weightsPerRow)
                            .means("weights side by side in an array"),
                    rows("kinds", "kinds of tiles", StructureFigures::kinds, TileKindFigures.TABLE),
                    Figure.of(
                                    "",
                                    "sizes of the element",
                                    Unit.NONE,
                                    new Content.Further<>(
                                            (ChipSheet sheet) -> sheet.element().sizes()))
                            .means("what else the element that computes says of its structure")));

    private StructureFigures() {}

    /** Of a chip of tiles. */
    private static Figure<ChipSheet> count(String key, String label, ToLongFunction<ChipSpec> of) {
        return whole(key, label, Unit.COUNT, sheet -> {
            ChipSpec tiled = sheet.tiled();
            return tiled == null ? null : of.applyAsLong(tiled);
        });
    }

    /** Of a chip whose tiles are all of one kind. */
    private static Figure<ChipSheet> alike(String key, String label, ToLongFunction<ChipSpec> of) {
        return whole(key, label, Unit.COUNT, sheet -> {
            ChipSpec tiled = sheet.tiled();
            return tiled == null || tiled.faces().size() > 1 ? null : of.applyAsLong(tiled);
        });
    }

    private static List<ChipFace> kinds(ChipSheet sheet) {
        ChipSpec tiled = sheet.tiled();
        return tiled == null ? List.of() : tiled.faces();
    }
}
