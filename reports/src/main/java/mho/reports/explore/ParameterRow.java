package mho.reports.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mho.arch.chip.ChipFiles;
import mho.core.quantity.BadQuantity;
import mho.core.quantity.Quantity;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.Parameter;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.StandingParameters;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a chip, as a page lets it be changed.
 *
 * @param value as it stands in the chip; null where it is absent
 * @param stated the same in the chip's file, before anything was set
 * @param si the value, where it is a number
 * @param choices where it is one of a few words
 */
record ParameterRow(
        Parameter parameter,
        @Nullable String value,
        @Nullable String stated,
        @Nullable Double si,
        List<String> choices,
        StatedSource source) {
    private static final String ONE_OF = "one of ";
    private static final String NUMBER = "1";
    private static final int MOST_TOGETHER = 64;
    private static final Set<String> OF_THE_FILE = Set.of("chip", "kind", "about");
    private static final Set<String> OF_FIGURES = Set.of("source", "assumed", "set-by");

    ParameterRow {
        choices = List.copyOf(choices);
    }

    /**
     * All that a chip of its kinds may say, in the order of files: of lists and mappings of parts every item and name that stands there, a list
     * or mapping of single values in one.
     *
     * @param chip with settings made in it
     * @param unset the same without
     */
    static List<ParameterRow> of(MapNode chip, MapNode unset) {
        List<ParameterRow> rows = new ArrayList<>();
        for (Parameter parameter : StandingParameters.of(ChipFiles.parameters(chip), chip)) {
            YamlNode node = bare(chip.find(parameter.path()));
            if (!isAboutOthers(parameter.path()) && (node == null || isShort(node))) {
                rows.add(row(parameter, text(node), text(bare(unset.find(parameter.path()))), chip));
            }
        }
        return rows;
    }

    /** What a chip is called, and what is said of its figures. */
    private static boolean isAboutOthers(String path) {
        return OF_THE_FILE.contains(path) || OF_FIGURES.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    /** Without what is said of its figures. */
    private static @Nullable YamlNode bare(@Nullable YamlNode node) {
        if (!(node instanceof MapNode map)) {
            return node;
        }
        MapNode left = map;
        for (String key : OF_FIGURES) {
            left = left.without(key);
        }
        return left;
    }

    /** Whether it is one value, or a list or mapping of a few of them. */
    private static boolean isShort(YamlNode node) {
        if (node instanceof ListNode list) {
            return areFew(list.items());
        }
        return !(node instanceof MapNode map)
                || areFew(map.entries().values().stream()
                        .map(MapNode.Entry::value)
                        .toList());
    }

    private static boolean areFew(List<YamlNode> values) {
        return values.size() <= MOST_TOGETHER && values.stream().allMatch(ScalarNode.class::isInstance);
    }

    private static ParameterRow row(
            Parameter parameter, @Nullable String value, @Nullable String stated, MapNode chip) {
        return new ParameterRow(
                parameter,
                value,
                stated,
                number(parameter, value),
                choices(parameter.type()),
                StatedSource.of(chip, parameter.path()));
    }

    private static @Nullable String text(@Nullable YamlNode node) {
        return node == null ? null : DesignExport.text(node);
    }

    private static List<String> choices(String type) {
        if (type.equals("true or false")) {
            return List.of("true", "false");
        }
        return type.startsWith(ONE_OF) ? List.of(type.substring(ONE_OF.length()).split(", ")) : List.of();
    }

    /** What the number, or each in a list or mapping, may be; empty where anything. */
    String bounds() {
        return parameter.bounds() == null ? "" : parameter.bounds().says(unit(parameter));
    }

    /** Its SI unit; empty where it measures nothing. */
    String unit() {
        return unit(parameter).equals(NUMBER) ? "" : unit(parameter);
    }

    private static String unit(Parameter parameter) {
        return parameter.unit() == null ? NUMBER : parameter.unit();
    }

    private static @Nullable Double number(Parameter parameter, @Nullable String value) {
        if (value == null || !parameter.numeric()) {
            return null;
        }
        try {
            return Quantity.parse(value, unit(parameter));
        } catch (BadQuantity e) {
            return null;
        }
    }
}
