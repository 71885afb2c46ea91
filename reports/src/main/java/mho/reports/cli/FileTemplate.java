package mho.reports.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mho.arch.chip.ChipFiles;
import mho.arch.chip.ChipSpec;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.CommentedYaml;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.Parameter;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Sources;
import mho.core.yaml.Yaml;
import mho.periphery.device.Devices;
import mho.reports.search.SearchQuestion;
import mho.reports.sweep.SweepQuestion;
import mho.workloads.network.file.NetworkFile;
import mho.workloads.zoo.Zoo;

/** Files to begin with: complete, running as they are, every key told of. */
enum FileTemplate {
    CHIP("analog-256") {
        @Override
        String text(String name, String from) {
            MapNode tree =
                    Sources.withoutSetters(ChipFiles.load(from, List.of()).tree());
            return "# A chip file of mho; mho show tells what it costs and what has no source.\n"
                    + SOURCES
                    + CommentedYaml.of(named(tree, "chip", name), ChipFiles.parameters(tree));
        }

        @Override
        List<String> told(String from) {
            return ChipFiles.load(from, List.of()).file().as(ChipSpec::told, machine -> List.of());
        }
    },
    NETWORK("lenet5") {
        @Override
        String text(String name, String from) {
            String file = Zoo.file(from);
            MapNode tree = named((MapNode) Yaml.parse(from + ".yaml", file), "network", name);
            return "# A network file of mho. Layers stand in their order; each is of one of the kinds below.\n"
                    + Yaml.write(tree) + layers();
        }
    },
    SWEEP("analog-256") {
        @Override
        String text(String name, String from) {
            MapNode tree = (MapNode) Yaml.parse(
                    name,
                    "sweep: x\nbase: {chip: %s, network: lenet5}\nvary: {mapping.copies: [one, balanced]}\n"
                            .formatted(from));
            return "# A sweep file of mho: mho sweep runs its points, and goes on where it was stopped.\n"
                    + "# base has the options of mho run by their names; vary has paths of the chip file and of base.\n"
                    + CommentedYaml.of(named(tree, "sweep", name), SweepQuestion.parameters());
        }
    },
    SEARCH("analog-256") {
        @Override
        String text(String name, String from) {
            MapNode tree = (MapNode) Yaml.parse(
                    name,
                    "search: x\nbase: {chip: %s, network: lenet5}\nvary: {mapping.copies: [one, balanced], tile.core.array.rows: [64, 128, 256]}\npareto: [energy_j min, latency_s min, area_m2 min]\nbudget: 5 points\n"
                            .formatted(from));
            return "# A search file of mho: mho search looks for the best of its designs, and goes on where it was stopped.\n"
                    + "# base has the options of mho run by their names; vary has paths of the chip file and of base.\n"
                    + CommentedYaml.of(named(tree, "search", name), SearchQuestion.parameters());
        }
    },
    DEVICE("reram-es") {
        @Override
        String text(String name, String from) {
            MapNode tree = Devices.file(from);
            return "# A device file of mho; it goes by its path where a chip file names a device.\n"
                    + SOURCES
                    + CommentedYaml.of(named(tree, "device", name), Devices.parameters());
        }
    };

    private static final String SOURCES =
            "# Numbers want a source: `source:` covers all of its mapping and below, `assumed: {key: why}` single ones.\n";

    private final String usual;

    FileTemplate(String usual) {
        this.usual = usual;
    }

    /** What it is made from where nothing is said. */
    String usual() {
        return usual;
    }

    /** Throws {@link BadInput} for a word that none has. */
    static FileTemplate of(String word) {
        return Arrays.stream(values())
                .filter(template -> template.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput("--kind " + MessageText.plain(word) + ": expected one of "
                        + Arrays.stream(values())
                                .map(template -> template.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    /**
     * @param name that the file gives itself
     * @param from chip, network or device that it begins as
     */
    abstract String text(String name, String from);

    /** What is to be known of what it begins as, a sentence each. */
    List<String> told(String from) {
        return List.of();
    }

    private static MapNode named(MapNode tree, String key, String name) {
        return tree.put(key, new ScalarNode(Mark.of("mho init"), name, false));
    }

    /** Kinds of layers and what they may say, as comments. */
    private static String layers() {
        StringBuilder text = new StringBuilder();
        String kind = "";
        for (Parameter parameter : NetworkFile.layerParameters()) {
            List<String> path = new ArrayList<>(Arrays.asList(parameter.path().split("\\.", 2)));
            if (!path.get(0).equals(kind)) {
                kind = path.get(0);
                text.append("\n#   - ").append(kind).append(":\n");
            }
            if (path.size() > 1) {
                text.append("#       ").append(path.get(1)).append(": ");
                text.append(parameter.defaultValue() == null ? parameter.type() : parameter.defaultValue());
                text.append(parameter.doc().isEmpty() ? "" : "   # " + parameter.doc())
                        .append('\n');
            }
        }
        return text.toString();
    }
}
