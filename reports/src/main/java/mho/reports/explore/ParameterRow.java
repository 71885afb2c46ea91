package mho.reports.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mho.arch.chip.ChipFiles;
import mho.core.quantity.BadQuantity;
import mho.core.quantity.Quantity;
import mho.core.yaml.MapNode;
import mho.core.yaml.Parameter;
import mho.core.yaml.ScalarNode;
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
    private static final Set<String> OF_THE_FILE = Set.of("chip", "kind", "about");
    private static final Set<String> OF_FIGURES = Set.of("source", "assumed", "set-by");

    ParameterRow {
        choices = List.copyOf(choices);
    }

    /**
     * All that a chip of its kinds may say, in the order of files; lists and mappings are left to files.
     *
     * @param chip with settings made in it
     * @param unset the same without
     */
    static List<ParameterRow> of(MapNode chip, MapNode unset) {
        List<ParameterRow> rows = new ArrayList<>();
        for (Parameter parameter : ChipFiles.parameters(chip)) {
            String path = parameter.path();
            if (isOne(path) && !isAboutOthers(path) && parameter.holdsIn(chip)) {
                YamlNode node = chip.find(path);
                if (node == null || node instanceof ScalarNode) {
                    rows.add(row(parameter, text(node), text(unset.find(path)), chip));
                }
            }
        }
        return rows;
    }

    /** Not one of those of every item of a list, or of every name of a mapping. */
    private static boolean isOne(String path) {
        return !path.contains("*") && !path.contains("[]") && !path.contains("…");
    }

    /** What a chip is called, and what is said of its figures. */
    private static boolean isAboutOthers(String path) {
        return OF_THE_FILE.contains(path) || OF_FIGURES.contains(path.substring(path.lastIndexOf('.') + 1));
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
        return node instanceof ScalarNode scalar ? scalar.text() : null;
    }

    private static List<String> choices(String type) {
        if (type.equals("true or false")) {
            return List.of("true", "false");
        }
        return type.startsWith(ONE_OF) ? List.of(type.substring(ONE_OF.length()).split(", ")) : List.of();
    }

    private static @Nullable Double number(Parameter parameter, @Nullable String value) {
        if (value == null || !parameter.numeric()) {
            return null;
        }
        try {
            return Quantity.parse(value, parameter.unit() == null ? NUMBER : parameter.unit());
        } catch (BadQuantity e) {
            return null;
        }
    }
}
