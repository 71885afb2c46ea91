package mho.reports.form.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mho.arch.chip.ChipFile;
import mho.arch.chip.ChipFiles;
import mho.periphery.CostModels;
import mho.periphery.device.Device;
import mho.periphery.device.Devices;
import mho.periphery.model.CostModel;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.medium.WordWrap;
import mho.workloads.data.ShippedDataSets;
import mho.workloads.network.Network;
import mho.workloads.zoo.Zoo;
import org.jspecify.annotations.Nullable;

/** What there is to choose from. */
public final class Listings {
    private static final int WIDTH = 110;

    private static final Map<String, String> ABOUT = about();

    /** The lists there are. */
    public static final List<String> ALL = List.copyOf(ABOUT.keySet());

    private static final String SCHEMA = "mho.list/1";

    private Listings() {}

    private static Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("chips", "chips that come along, for --chip and extends");
        about.put("networks", "networks that come along, for --network");
        about.put("devices", "memory devices that come along, for tile.core.array.cell.device");
        about.put("data", "inputs that come along, for --data");
        about.put("models", "cost models, for the key model of a part of a chip");
        about.put(
                "parameters",
                "all that a chip file may say, or what one chip says: list parameters CHIP, list parameters tile.core.adc");
        return about;
    }

    /** What there is to list, for people. */
    public static String text(Terminal terminal) {
        return overview().on(terminal);
    }

    /** The same for programs. */
    public static String json() {
        return overview().json(SCHEMA);
    }

    /** The same for programs. */
    public static String csv() {
        return overview().csv();
    }

    private static TextTable overview() {
        TextTable table = new TextTable("llw", "list", "command", "what it holds");
        ABOUT.forEach((list, what) -> table.row(list, "mho list " + list, what));
        return table;
    }

    /** A list for people. */
    public static String text(String what, ParameterList.Wanted wanted, Terminal terminal) {
        return what.equals("models")
                ? modelsAsText(terminal)
                : table(what, wanted).on(terminal);
    }

    /** The same cells for programs. */
    public static String json(String what, ParameterList.Wanted wanted) {
        return table(what, wanted).json(SCHEMA);
    }

    /** The same cells for programs. */
    public static String csv(String what, ParameterList.Wanted wanted) {
        return table(what, wanted).csv();
    }

    private static TextTable table(String what, ParameterList.Wanted wanted) {
        return switch (what) {
            case "chips" -> chips();
            case "networks" -> networks();
            case "devices" -> devices();
            case "data" -> data();
            case "models" -> models();
            default -> ParameterList.of(wanted);
        };
    }

    private static TextTable devices() {
        TextTable table = new TextTable("lrrwl", "device", "on", "off", "what it is", "source").leavesOut("source");
        for (String name : Devices.names()) {
            Device device = Devices.load(name);
            table.row(
                    name,
                    conductance(device.onConductance()),
                    conductance(device.offConductance()),
                    device.about(),
                    device.source());
        }
        return table;
    }

    private static String conductance(@Nullable Double siemens) {
        return siemens == null ? "–" : TerminalText.of(siemens, "S");
    }

    private static TextTable data() {
        TextTable table = new TextTable("lrlww", "data", "inputs", "of", "what it is", "source");
        for (String name : ShippedDataSets.names()) {
            ShippedDataSets.Facts facts = ShippedDataSets.facts(name);
            table.row(
                    name,
                    TerminalText.count(facts.inputs()),
                    facts.extents().stream().map(String::valueOf).collect(Collectors.joining(" x ")),
                    facts.about(),
                    facts.source());
        }
        return table;
    }

    /** By what computes in them; those alike by name. */
    private static TextTable chips() {
        TextTable table = new TextTable("llrrrw", "chip", "computes in", "peak", "per watt", "area", "what it is");
        List<ChipFiles.Loaded> chips = ChipFiles.names().stream()
                .map(name -> ChipFiles.load(name, List.of()))
                .sorted(Comparator.comparing(loaded -> loaded.file().family()))
                .toList();
        for (ChipFiles.Loaded loaded : chips) {
            ChipFile chip = loaded.file();
            var inventory = loaded.inventory();
            table.row(
                    chip.chip(),
                    chip.family(),
                    TerminalText.of(chip.peakOpsPerSecond(), "OP/s"),
                    TerminalText.of(chip.peakOpsPerSecond() / inventory.powerAtFullRateW(), "OP/s/W"),
                    TerminalText.of(inventory.areaM2(), "m2"),
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

    private static TextTable networks() {
        TextTable table = new TextTable("lrrrw", "network", "layers", "weights", "work", "what it is");
        for (String name : Zoo.names()) {
            Network network = Zoo.load(name);
            table.row(
                    name,
                    TerminalText.count(network.nodes().stream()
                            .filter(node -> node.matrix() != null)
                            .count()),
                    String.format(Locale.ROOT, "%.4g M", network.weights() / 1e6),
                    TerminalText.ops(network.ops()),
                    network.about());
        }
        return table;
    }

    private static TextTable models() {
        TextTable table = new TextTable("llllll", "family", "model", "prices", "from", "valid", "source");
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
        return WordWrap.text(name + ": " + text, terminal.upTo(WIDTH), "    ") + "\n";
    }
}
