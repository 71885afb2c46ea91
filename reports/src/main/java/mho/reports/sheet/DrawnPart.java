package mho.reports.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;

/**
 * A kind of part as it stands in a drawing.
 *
 * @param path in the chip file
 * @param name its last words there, "adc"
 * @param count in what it is drawn in: one core, one tile, one chip
 * @param says what the chip file says of it, "8 bit", the telling before the rest
 * @param powerW of these, at full activity
 * @param areaM2 of these
 */
public record DrawnPart(String path, String name, double count, List<String> says, double powerW, double areaM2) {
    /** What is told of a part where its file says it, with what stands before and behind the value. */
    private static final List<Told> TOLD = List.of(
            new Told("kind", "", ""),
            new Told("device", "", ""),
            new Told("cell.device", "", ""),
            new Told("bits", "", " bit"),
            new Told("size", "", ""),
            new Told("capacity", "", ""),
            new Told("cell.bits", "", " bit a cell"),
            new Told("width", "", " wide"),
            new Told("banks", "", " banks"),
            new Told("rate", "", ""),
            new Told("step", "a step ", ""),
            new Told("read-time", "reads in ", ""),
            new Told("columns", "", " columns"),
            new Told("clock", "", ""),
            new Told("bandwidth", "", ""));

    private record Told(String key, String before, String behind) {
        Stream<String> of(MapNode part) {
            YamlNode value = part.find(key);
            return value instanceof ScalarNode scalar && !scalar.isNull()
                    ? Stream.of(before + scalar.text() + behind(scalar.text()))
                    : Stream.empty();
        }

        private String behind(String text) {
            return text.endsWith(behind) ? "" : behind;
        }
    }

    public DrawnPart {
        says = List.copyOf(says);
    }

    /** @param holders how many cores, tiles or chips a chip's parts of this kind stand in */
    static DrawnPart of(ChipSheet.Part part, String within, double holders, MapNode tree) {
        String name = part.path().startsWith(within) ? part.path().substring(within.length()) : part.path();
        return new DrawnPart(
                part.path(),
                name,
                part.instances() / holders,
                says(tree, part.path()),
                part.chipPowerW() / holders,
                part.chipAreaM2() / holders);
    }

    /** Of a grid of cells, its sides first. */
    private static List<String> says(MapNode tree, String path) {
        if (!(tree.find(path) instanceof MapNode part)) {
            return List.of();
        }
        List<String> says = new ArrayList<>();
        if (part.get("rows") instanceof ScalarNode rows && part.get("columns") instanceof ScalarNode columns) {
            says.add(rows.text() + " x " + columns.text());
        }
        TOLD.stream()
                .filter(told -> !told.key.equals("columns") || says.isEmpty())
                .flatMap(told -> told.of(part))
                .forEach(says::add);
        return says;
    }
}
