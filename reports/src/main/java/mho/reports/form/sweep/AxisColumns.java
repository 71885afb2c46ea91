package mho.reports.form.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mho.core.quantity.Dimension;
import mho.core.quantity.Quantity;
import mho.core.yaml.MapNode;
import mho.core.yaml.YamlNode;
import mho.reports.medium.CellType;
import mho.reports.medium.Csv;
import org.jspecify.annotations.Nullable;

/**
 * What varied, as columns for programs. A column whose settings are quantities of one kind holds their sizes in SI units, and its name ends
 * in the unit; an axis of mappings has a column for every key that one of them states. No two columns have one name.
 */
public final class AxisColumns {
    /** Before the name of an axis that a metric bears as well: {@code chips} that were asked for, and chips in use. */
    private static final String ASKED = "set.";

    private static final int MOST_DIGITS = 15;

    private final List<Column> columns = new ArrayList<>();

    /** A column: of each point, the text as written, null where its mapping does not have the key. */
    private record Column(String name, List<@Nullable String> texts, @Nullable Dimension dimension) {
        String cell(int point) {
            String text = texts.get(point);
            return text == null ? "" : dimension == null ? text : number(text, dimension);
        }

        /** Whole numbers without a point, as the sizes of arrays and counts are written. */
        private static String number(String text, Dimension dimension) {
            BigDecimal exact = Quantity.decimal(text, dimension).stripTrailingZeros();
            return exact.scale() <= 0 && exact.precision() - exact.scale() <= MOST_DIGITS
                    ? exact.toPlainString()
                    : Csv.exact(exact.doubleValue());
        }
    }

    /**
     * @param paths of the axes
     * @param taken names that other columns have
     */
    public AxisColumns(List<String> paths, List<Point> points, List<String> taken) {
        Set<String> names = new HashSet<>(taken);
        for (int axis = 0; axis < paths.size(); axis++) {
            int place = axis;
            List<YamlNode> values =
                    points.stream().map(point -> point.values().get(place)).toList();
            texts(paths.get(axis), values).forEach((path, texts) -> columns.add(column(path, texts, names)));
        }
    }

    private static Column column(String path, List<@Nullable String> texts, Set<String> names) {
        Dimension dimension =
                Dimension.ofAll(texts.stream().filter(Objects::nonNull).toList());
        String unit = dimension == null ? "" : dimension.inNames();
        String name = path + (unit.isEmpty() || path.endsWith("_" + unit) ? "" : "_" + unit);
        while (!names.add(name)) {
            name = ASKED + name;
        }
        return new Column(name, texts, dimension);
    }

    /** By the path they are set at; keys of mappings stand below the axis. */
    private static Map<String, List<@Nullable String>> texts(String path, List<YamlNode> values) {
        Map<String, List<@Nullable String>> texts = new LinkedHashMap<>();
        for (int point = 0; point < values.size(); point++) {
            put(path, values.get(point), point, values.size(), texts);
        }
        return texts;
    }

    private static void put(
            String path, YamlNode value, int point, int points, Map<String, List<@Nullable String>> texts) {
        if (value instanceof MapNode map && !map.entries().isEmpty()) {
            map.entries().forEach((key, entry) -> put(path + "." + key, entry.value(), point, points, texts));
        } else {
            texts.computeIfAbsent(path, p -> new ArrayList<>(Collections.nCopies(points, null)))
                    .set(point, value.isNull() ? null : FlowText.of(value));
        }
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** In the same order: sizes of quantities are numbers. */
    public List<CellType> types() {
        return columns.stream()
                .map(column -> column.dimension() == null ? CellType.WORDS : CellType.REAL)
                .toList();
    }

    /** Of the point at a place, in the order of the columns. */
    public List<String> cells(int point) {
        return columns.stream().map(column -> column.cell(point)).toList();
    }
}
