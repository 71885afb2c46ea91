package mho.reports.form.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mho.arch.chip.ChipFiles;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.core.yaml.MapNode;
import mho.core.yaml.Parameter;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Spelling;
import mho.core.yaml.YamlNode;
import mho.reports.medium.TextTable;
import org.jspecify.annotations.Nullable;

/** Everything a chip file may say. */
public final class ParameterList {
    private ParameterList() {}

    /**
     * Which parameters.
     *
     * @param chip a name or file, to list its values instead of the defaults; null for none
     * @param prefix how the paths begin; empty for all
     */
    public record Wanted(@Nullable String chip, String prefix) {
        /** All of them. */
        public static final Wanted ALL = new Wanted(null, "");

        /** A word that is the name or file of a chip is that, any other how paths begin. Throws {@link BadInput} where none does. */
        public static Wanted of(List<String> words) {
            String chip = null;
            String prefix = "";
            for (String word : words) {
                if (chip == null && (ChipFiles.names().contains(word) || GivenPath.exists(word))) {
                    chip = word;
                } else if (prefix.isEmpty() && begins(word)) {
                    prefix = word;
                } else {
                    throw neither(word);
                }
            }
            return new Wanted(chip, prefix);
        }

        private static boolean begins(String word) {
            return ChipFiles.parameters().stream()
                    .anyMatch(parameter -> parameter.path().startsWith(word));
        }

        private static BadInput neither(String word) {
            Set<String> known = new LinkedHashSet<>(ChipFiles.names());
            for (Parameter parameter : ChipFiles.parameters()) {
                String path = parameter.path();
                for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                    known.add(path.substring(0, dot));
                }
                known.add(path);
            }
            String meant = Spelling.closest(word, known);
            return new BadInput(
                    "mho list parameters " + MessageText.plain(word) + ": neither a chip nor how a parameter begins"
                            + (meant == null
                                    ? "; give a chip (mho list chips) or a path such as tile.core.adc"
                                    : ", did you mean \"" + meant + "\"?"));
        }
    }

    static TextTable of(Wanted wanted) {
        return wanted.chip() == null ? parameters(wanted.prefix()) : parameters(wanted.chip(), wanted.prefix());
    }

    private static List<Parameter> those(List<Parameter> known, String prefix) {
        List<Parameter> all = new ArrayList<>(known);
        all.removeIf(parameter -> !parameter.path().startsWith(prefix));
        return all;
    }

    private static TextTable parameters(String prefix) {
        TextTable table = new TextTable("lwlww", "parameter", "unit", "default", "meaning", "only if")
                .leavesOut("only if", "unit");
        for (Parameter parameter : those(ChipFiles.parameters(), prefix)) {
            table.row(parameter.path(), unit(parameter), defaultOf(parameter), parameter.doc(), parameter.when());
        }
        return table;
    }

    /** The same for one chip, with what it says; parameters of other kinds than it has are left out. */
    private static TextTable parameters(String chip, String prefix) {
        MapNode tree = ChipFiles.load(chip, List.of()).tree();
        TextTable table =
                new TextTable("llwlw", "parameter", "value", "unit", "default", "meaning").leavesOut("default", "unit");
        for (Parameter parameter : those(ChipFiles.parameters(tree), prefix)) {
            if (parameter.holdsIn(tree)) {
                YamlNode value =
                        parameter.path().contains("*") || parameter.path().contains("[]")
                                ? null
                                : tree.find(parameter.path());
                table.row(
                        parameter.path(),
                        value == null ? "–" : value instanceof ScalarNode scalar ? firstLine(scalar.text()) : "…",
                        unit(parameter),
                        defaultOf(parameter),
                        parameter.doc());
            }
        }
        return table;
    }

    private static String firstLine(String text) {
        String line = text.strip();
        return line.length() > 40 ? line.substring(0, 39) + "…" : line;
    }

    private static String unit(Parameter parameter) {
        return parameter.unit() == null ? parameter.type() : parameter.unit();
    }

    private static String defaultOf(Parameter parameter) {
        if (parameter.defaultValue() != null) {
            return parameter.defaultValue();
        }
        if (!parameter.required()) {
            return "–";
        }
        return parameter.partMayLack() ? "required with its part" : "required";
    }
}
