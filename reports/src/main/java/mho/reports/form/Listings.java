package mho.reports.form;

import java.util.List;
import java.util.Locale;
import mho.arch.spec.ChipSpec;
import mho.arch.spec.Chips;
import mho.core.yaml.MapNode;
import mho.core.yaml.Node;
import mho.core.yaml.Parameter;
import mho.core.yaml.Parameters;
import mho.core.yaml.ScalarNode;
import mho.periphery.CostModels;
import mho.periphery.model.CostModel;
import mho.workloads.network.Network;
import mho.workloads.zoo.Zoo;
import org.jspecify.annotations.Nullable;

/** What there is to choose from. */
public final class Listings {
    private static final int WIDTH = 110;

    /** The lists there are. */
    public static final List<String> ALL = List.of("chips", "networks", "models", "parameters");

    private static final String SCHEMA = "mho.list/1";

    private Listings() {}

    /** A list for people. */
    public static String text(String what, @Nullable String chip, Terminal terminal) {
        return what.equals("models")
                ? modelsAsText(terminal)
                : table(what, chip).on(terminal);
    }

    /** The same cells for programs. */
    public static String json(String what, @Nullable String chip) {
        return table(what, chip).json(SCHEMA);
    }

    /** The same cells for programs. */
    public static String csv(String what, @Nullable String chip) {
        return table(what, chip).csv();
    }

    private static Table table(String what, @Nullable String chip) {
        return switch (what) {
            case "chips" -> chips();
            case "networks" -> networks();
            case "models" -> models();
            default -> chip == null ? parameters() : parameters(chip);
        };
    }

    private static Table chips() {
        Table table = new Table("lrrrw", "chip", "peak", "per watt", "area", "what it is");
        for (String name : Chips.names()) {
            ChipSpec chip = Chips.load(name, List.of()).spec();
            var inventory = mho.arch.spec.Inventory.of(chip);
            table.row(
                    name,
                    Figure.of(chip.peakOpsPerSecond(), "OP/s"),
                    Figure.of(chip.peakOpsPerSecond() / inventory.powerAtFullRateW(), "OP/s/W"),
                    Figure.of(inventory.areaM2(), "m2"),
                    firstSentence(chip.about() == null ? "" : chip.about()));
        }
        return table;
    }

    private static String firstSentence(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int end = Math.max(line.indexOf(": "), line.indexOf(". "));
        int first = line.indexOf(": ") > 0 ? line.indexOf(": ") : end;
        return first > 0 ? line.substring(0, first) : line;
    }

    private static Table networks() {
        Table table = new Table("lrrrw", "network", "layers", "weights", "work", "what it is");
        for (String name : Zoo.names()) {
            Network network = Zoo.load(name);
            table.row(
                    name,
                    Figure.count(network.nodes().stream()
                            .filter(node -> node.matrix() != null)
                            .count()),
                    String.format(Locale.ROOT, "%.4g M", network.weights() / 1e6),
                    Figure.ops(network.ops()),
                    network.about());
        }
        return table;
    }

    private static Table models() {
        Table table = new Table("llllll", "family", "model", "prices", "from", "valid", "source");
        for (CostModels.Listed listed : CostModels.all()) {
            CostModel<?> model = listed.model();
            table.row(
                    listed.family(),
                    model.name(),
                    "one " + model.action(),
                    model.parameters(),
                    model.validRange(),
                    model.source());
        }
        return table;
    }

    /** Too much text for a table. */
    private static String modelsAsText(Terminal terminal) {
        StringBuilder text = new StringBuilder();
        for (CostModels.Listed listed : CostModels.all()) {
            CostModel<?> model = listed.model();
            text.append(listed.family())
                    .append(": ")
                    .append(model.name())
                    .append('\n')
                    .append(entry("prices", "one " + model.action(), terminal))
                    .append(entry("from", model.parameters(), terminal))
                    .append(entry("valid", model.validRange(), terminal))
                    .append(entry("source", model.source(), terminal))
                    .append('\n');
        }
        return text.toString();
    }

    private static String entry(String name, String text, Terminal terminal) {
        return Wrapped.text(name + ": " + text, terminal.upTo(WIDTH), "    ") + "\n";
    }

    /** Everything a chip file may say. */
    private static Table parameters() {
        Table table =
                new Table("llllw", "parameter", "unit", "default", "meaning", "only if").leavesOut("only if", "unit");
        for (Parameter parameter : Parameters.of(ChipSpec.class)) {
            table.row(parameter.path(), unit(parameter), defaultOf(parameter), parameter.doc(), parameter.when());
        }
        return table;
    }

    /** The same for one chip, with what it says; parameters of other kinds than it has are left out. */
    private static Table parameters(String chip) {
        MapNode tree = Chips.load(chip, List.of()).tree();
        Table table =
                new Table("llllw", "parameter", "value", "unit", "default", "meaning").leavesOut("default", "unit");
        for (Parameter parameter : Parameters.of(ChipSpec.class)) {
            if (applies(parameter.when(), tree)) {
                Node value = parameter.path().contains("*") || parameter.path().contains("[]")
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

    private static boolean applies(String when, MapNode tree) {
        for (String condition : when.isEmpty() ? new String[0] : when.split(", ")) {
            String[] sides = condition.split(" = ", 2);
            if (!(tree.find(sides[0]) instanceof ScalarNode kind)
                    || !kind.text().equals(sides[1])) {
                return false;
            }
        }
        return true;
    }

    private static String unit(Parameter parameter) {
        return parameter.unit() == null ? parameter.type() : parameter.unit();
    }

    private static String defaultOf(Parameter parameter) {
        if (parameter.defaultValue() != null) {
            return parameter.defaultValue();
        }
        return parameter.required() ? "required" : "–";
    }
}
