package mho.reports.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipSpec;
import mho.core.yaml.ScalarNode;

/**
 * What a drawing of a chip shows: a tile of each kind with its core, and what stands between tiles and around them. Every part of the data
 * sheet is in it once, so that counts, powers and areas add up to the chip's.
 *
 * @param tiles none in a machine that has none
 * @param around parts of the whole chip
 */
public record TileDrawing(List<DrawnTile> tiles, List<DrawnPart> around) {
    /** Parts of an element in the order that values pass them, whatever its kind; those that hold and rule the others stand last. */
    static final List<String> THROUGH_A_CORE = List.of(
            "input-register",
            "driver",
            "dac",
            "laser",
            "modulator",
            "weigher",
            "memory",
            "array",
            "local-buffers.pulses",
            "local-buffers.currents",
            "local-buffers.adder",
            "access",
            "logic",
            "mac",
            "integration",
            "amplifier",
            "column-function",
            "analog-link",
            "adc",
            "adc.generator",
            "shift-add",
            "output-register",
            "learning",
            "control");

    /** Parts of a tile likewise; the core stands behind the bus. */
    static final List<String> THROUGH_A_TILE =
            List.of("buffer", "bus", "shift-add", "activation", "pool", "output-register");

    /** What a core is whose file names no kind. */
    private static final String UNNAMED = "crossbar";

    public TileDrawing {
        tiles = List.copyOf(tiles);
        around = List.copyOf(around);
    }

    public static TileDrawing of(ChipSheet sheet) {
        ChipSpec chip = sheet.tiled();
        List<DrawnTile> tiles = new ArrayList<>();
        List<ChipSheet.Part> left = new ArrayList<>(sheet.parts());
        if (chip != null) {
            for (ChipFace face : chip.faces()) {
                tiles.add(tile(face, sheet, left));
            }
        }
        return new TileDrawing(
                tiles,
                left.stream()
                        .map(part -> DrawnPart.of(part, "", 1, sheet.tree()))
                        .toList());
    }

    /** Takes the tile's parts from those that are left. */
    private static DrawnTile tile(ChipFace face, ChipSheet sheet, List<ChipSheet.Part> left) {
        long tiles = face.chip().tiles();
        int cores = face.tile().cores();
        String core = face.path().in("tile.core.");
        String tile = face.path().text() + ".";
        ScalarNode kind = (ScalarNode) sheet.tree().find(face.path().in("tile.core.kind"));
        return new DrawnTile(
                face.name(),
                tiles,
                cores,
                kind == null ? UNNAMED : kind.text(),
                taken(core, (double) tiles * cores, THROUGH_A_CORE, sheet, left),
                taken(tile, tiles, THROUGH_A_TILE, sheet, left));
    }

    private static List<DrawnPart> taken(
            String within, double holders, List<String> order, ChipSheet sheet, List<ChipSheet.Part> left) {
        List<ChipSheet.Part> own =
                left.stream().filter(part -> part.path().startsWith(within)).toList();
        left.removeAll(own);
        return own.stream()
                .map(part -> DrawnPart.of(part, within, holders, sheet.tree()))
                .sorted(Comparator.comparingInt(part -> place(part.name(), order)))
                .toList();
    }

    /** Units with names of their own stand behind those that every tile has. */
    private static int place(String name, List<String> order) {
        int at = order.indexOf(name);
        return at < 0 ? order.size() : at;
    }
}
