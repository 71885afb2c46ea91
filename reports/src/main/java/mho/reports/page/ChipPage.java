package mho.reports.page;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import mho.reports.figures.Place;
import mho.reports.figures.SheetFigures;
import mho.reports.form.chip.TilePicture;
import mho.reports.medium.Json;
import mho.reports.medium.PageText;
import mho.reports.medium.Terminal;
import mho.reports.sheet.ChipSheet;
import mho.reports.sheet.DrawnPart;
import mho.reports.sheet.DrawnTile;
import mho.reports.sheet.TileDrawing;

/** The page of {@code mho show}: what a chip is made of, to scale, its tile as a block diagram, its parts and where figures come from. */
public final class ChipPage {
    private ChipPage() {}

    /**
     * The page as a file that stands alone.
     *
     * @param command that makes it again
     */
    public static String of(ChipSheet sheet, String command) {
        TileDrawing drawing = TileDrawing.of(sheet);
        ChipSheet.Peak peak = sheet.peak();
        List<Section> sections = List.of(
                Section.of(
                        "chip",
                        "The chip",
                        new Block.Facts(List.of(
                                fact("Peak", peak.opsPerS(), "OP/s", "all arrays multiply without a pause"),
                                fact("Power", peak.powerW(), "W", "every part at its own full activity"),
                                fact("Area", peak.areaM2(), "m2", "of one chip"),
                                fact("Per watt", peak.opsPerSPerW(), "OP/s/W", "peak over the power that it takes"))),
                        new Block.Chart(
                                "floor",
                                "What it is made of, to scale",
                                "Every kind of part on one chip, in what it stands in: as large as its share of the area, or of the power at full activity.",
                                List.of(
                                        new Block.Choice("of", "Scale", List.of("area", "power"), 0),
                                        new Block.Choice("within", "Show", shown(drawing), 0)),
                                "parts")),
                Section.of(
                        "tile",
                        "The tile",
                        new Block.Listing(
                                "diagram",
                                "What stands in a tile and in one of its cores, values from the top down:",
                                TilePicture.of(sheet, Terminal.PLAIN),
                                false)),
                Section.of(
                        "parts-of-it",
                        "Parts",
                        new Block.Table(FigureColumns.table(
                                "parts",
                                "Every kind of part",
                                SheetFigures.PART.in(Place.PAGE),
                                Place.PAGE,
                                sheet.parts()))),
                ChipSources.section(sheet.chip().chip(), sheet),
                Section.of(
                        "reproduce",
                        "Reproduce",
                        new Block.Listing("command", "The command that made this page:", command, false)));
        return new Page(sheet.chip().chip(), lead(sheet, drawing), sections, List.of("chip.js"), island(drawing))
                .html();
    }

    private static Block.Fact fact(String label, double si, String unit, String meaning) {
        return new Block.Fact(label, PageText.of(si, unit), "", meaning);
    }

    /** The whole chip, or one tile of each kind. */
    private static List<String> shown(TileDrawing drawing) {
        return Stream.concat(
                        Stream.of("the chip"),
                        drawing.tiles().stream()
                                .map(tile -> "one tile" + (tile.name().isEmpty() ? "" : ": " + tile.name())))
                .toList();
    }

    private static String lead(ChipSheet sheet, TileDrawing drawing) {
        String tiles = drawing.tiles().stream()
                .map(tile -> PageText.count(tile.perChip()) + " " + (tile.name().isEmpty() ? "" : tile.name() + " ")
                        + "tiles of " + PageText.plural(tile.coresPerTile(), "core"))
                .reduce((one, other) -> one + " and " + other)
                .orElse("a reference machine, without tiles");
        return "One chip: " + tiles + ", at " + PageText.of(sheet.chip().technology(), "m") + ".";
    }

    private static ChartData island(TileDrawing drawing) {
        return ChartData.of(json -> write(json, drawing));
    }

    /** What chip.js draws a chip from, into an object that may hold more. */
    public static void write(Json json, TileDrawing drawing) throws IOException {
        json.putEach("tiles", drawing.tiles(), ChipPage::write).putEach("around", drawing.around(), ChipPage::write);
    }

    private static void write(Json json, DrawnTile tile) throws IOException {
        json.put("name", tile.name())
                .put("count", tile.perChip())
                .put("cores", (long) tile.coresPerTile())
                .put("kind", tile.coreKind())
                .putEach("core", tile.core(), ChipPage::write)
                .putEach("parts", tile.parts(), ChipPage::write);
    }

    private static void write(Json json, DrawnPart part) throws IOException {
        json.put("name", part.name())
                .put("count", part.count())
                .put("says", String.join(", ", part.says()))
                .put("power", part.powerW())
                .put("area", part.areaM2());
    }
}
