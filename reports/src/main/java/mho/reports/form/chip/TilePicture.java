package mho.reports.form.chip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.sheet.ChipSheet;
import mho.reports.sheet.DrawnPart;
import mho.reports.sheet.DrawnTile;
import mho.reports.sheet.TileDrawing;

/**
 * A block diagram of a chip's tile in characters: what stands in the tile at the left, one core at the right, values from the top down, and
 * beneath what joins tiles. Each box says how many there are, what they are, and what all of them take.
 */
public final class TilePicture {
    /** A box is no wider than its words need, within this. */
    private static final int WIDEST = 46;

    private static final String DOWN = "▼";

    private TilePicture() {}

    public static String of(ChipSheet sheet, Terminal terminal) {
        TileDrawing drawing = TileDrawing.of(sheet);
        List<String> lines = new ArrayList<>();
        double powerW = sheet.peak().powerW();
        double areaM2 = sheet.peak().areaM2();
        for (DrawnTile tile : drawing.tiles()) {
            lines.addAll(tile(tile, powerW, areaM2, terminal.width()));
        }
        List<List<String>> around =
                drawing.around().stream().map(part -> box(part, powerW, areaM2)).toList();
        if (!drawing.tiles().isEmpty() && !around.isEmpty()) {
            lines.add("    ║");
        }
        lines.addAll(inRows(around, Math.min(terminal.width(), widest(lines, 100))));
        return "what stands in it, with power at full activity and area of all in a box, and their parts of the chip's\n"
                + String.join("\n", lines)
                + "\n";
    }

    private static int widest(List<String> lines, int least) {
        return Math.max(least, lines.stream().mapToInt(String::length).max().orElse(0));
    }

    private static List<String> tile(DrawnTile tile, double powerW, double areaM2, int width) {
        double tiles = tile.perChip();
        List<String> parts = stacked(tile.parts().stream()
                .map(part -> box(part, powerW / tiles, areaM2 / tiles))
                .toList());
        double cores = tiles * tile.coresPerTile();
        List<String> core = framed(
                title("core: " + tile.coreKind(), tile.coresPerTile(), "a tile", tile.corePowerW(), tile.coreAreaM2()),
                stacked(tile.core().stream()
                        .map(part -> box(part, powerW / cores, areaM2 / cores))
                        .toList()));
        String name = "tile" + (tile.name().isEmpty() ? "" : ": " + tile.name());
        String title = title(name, tile.perChip(), "a chip", tile.powerW(), tile.areaM2());
        boolean fits = widest(parts, 0) + widest(core, 0) + 11 <= width;
        return framed(title, fits ? beside(parts, core) : under(parts, core));
    }

    private static String title(String name, long count, String in, double powerW, double areaM2) {
        return "%s, %,d %s: one %s, %s"
                .formatted(name, count, in, TerminalText.of(powerW, "W"), TerminalText.of(areaM2, "m2"));
    }

    /** The words of a part: how many, what they are, what they take. */
    private static List<String> box(DrawnPart part, double powerW, double areaM2) {
        List<String> words = new ArrayList<>();
        String says = "";
        for (String next : part.says()) {
            String longer = says.isEmpty() ? next : says + ", " + next;
            if (longer.length() > WIDEST) {
                break;
            }
            says = longer;
        }
        if (!says.isEmpty()) {
            words.add(says);
        }
        words.add(TerminalText.of(part.powerW(), "W") + share(part.powerW(), powerW) + "  "
                + TerminalText.of(part.areaM2(), "m2") + share(part.areaM2(), areaM2));
        return framed(part.name() + (part.count() == 1 ? "" : " x " + count(part.count())), words);
    }

    /** Parts that several tiles share are fractions of one. */
    private static String count(double count) {
        return count == Math.rint(count)
                ? String.format(Locale.ROOT, "%,.0f", count)
                : String.format(Locale.ROOT, "%.3g", count);
    }

    private static String share(double part, double whole) {
        return part == 0 || whole == 0 ? "" : " (" + TerminalText.percent(part / whole) + ")";
    }

    private static List<String> framed(String title, List<String> inside) {
        int width = Math.max(title.length() + 2, widest(inside, 0));
        List<String> lines = new ArrayList<>();
        lines.add("┌ " + title + " " + "─".repeat(width - title.length()) + "┐");
        inside.forEach(line -> lines.add("│ " + line + " ".repeat(width - line.length()) + " │"));
        lines.add("└" + "─".repeat(width + 2) + "┘");
        return lines;
    }

    /** Boxes of one width, with arrows from each to the next. */
    private static List<String> stacked(List<List<String>> boxes) {
        int width = boxes.stream().mapToInt(box -> widest(box, 0)).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            List<String> box = widened(boxes.get(i), width);
            if (i > 0) {
                lines.add(" ".repeat(width / 2) + DOWN);
            }
            lines.addAll(box);
        }
        return lines;
    }

    private static List<String> widened(List<String> box, int width) {
        return box.stream()
                .map(line -> {
                    char end = line.charAt(line.length() - 1);
                    String fill = end == '│' ? " " : "─";
                    return line.substring(0, line.length() - 1) + fill.repeat(width - line.length()) + end;
                })
                .toList();
    }

    /** The bus and the core hand values to one another. */
    private static List<String> beside(List<String> left, List<String> right) {
        int width = widest(left, 0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String one = i < left.size() ? left.get(i) : "";
            String other = i < right.size() ? right.get(i) : "";
            String between = i == 1 && !left.isEmpty() ? " ◄══► " : "      ";
            lines.add((one + " ".repeat(width - one.length()) + between + other).stripTrailing());
        }
        return lines;
    }

    private static List<String> under(List<String> parts, List<String> core) {
        List<String> lines = new ArrayList<>(parts);
        if (!parts.isEmpty()) {
            lines.add("    ║");
        }
        lines.addAll(core);
        return lines;
    }

    /** Boxes beside one another, as many as there is room for. */
    private static List<String> inRows(List<List<String>> boxes, int width) {
        List<String> lines = new ArrayList<>();
        List<List<String>> row = new ArrayList<>();
        int used = 0;
        for (List<String> box : boxes) {
            int wide = widest(box, 0) + 2;
            if (used > 0 && used + wide > width) {
                lines.addAll(joined(row));
                row.clear();
                used = 0;
            }
            row.add(box);
            used += wide;
        }
        lines.addAll(joined(row));
        return lines;
    }

    private static List<String> joined(List<List<String>> boxes) {
        int tall = boxes.stream().mapToInt(List::size).max().orElse(0);
        List<StringBuilder> lines = new ArrayList<>();
        for (int i = 0; i < tall; i++) {
            StringBuilder line = new StringBuilder();
            for (List<String> box : boxes) {
                int wide = widest(box, 0);
                String own = i < box.size() ? box.get(i) : "";
                line.append(own).append(" ".repeat(wide - own.length())).append("  ");
            }
            lines.add(line);
        }
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }
}
