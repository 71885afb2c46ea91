package mho.arch.chip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mho.arch.foreign.PumaConfig;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.core.yaml.JsonSchema;
import mho.core.yaml.MapNode;
import mho.core.yaml.Parameter;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Spelling;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;

/** Finds the files of machines of every kind: those that come with mho by name, others by path. */
public final class ChipFiles {
    private static final List<String> REFERENCES =
            List.of("a100", "atom", "haswell-2699v3", "k80", "prime-cpu", "titan-x");
    private static final List<String> NAMES =
            Stream.concat(Chips.names().stream(), REFERENCES.stream()).sorted().toList();

    private static final String NAME = "chip";
    private static final int LONGEST_PATH = 300;

    private ChipFiles() {}

    /** A machine and the tree it was bound from, with {@code extends} and settings worked in and every default written out. */
    public record Loaded(ChipFile file, MapNode tree) {
        /** @throws BadInput that tells every figure which is missing, with its place in the file */
        public Inventory inventory() {
            return file.as(spec -> ChipChecks.priced(spec, tree), Inventory::of);
        }
    }

    /** All that come with mho, chips of tiles and reference machines. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * @param nameOrPath a name from {@link #names()}, or a path to a file
     * @throws BadInput for whatever is wrong with the file or a setting
     */
    public static Loaded load(String nameOrPath, List<Setting> settings) {
        MapNode tree = resolve(read(nameOrPath), new LinkedHashSet<>(Set.of(nameOrPath)));
        return bind(with(tree, settings));
    }

    /**
     * A chip with settings made in it. Its name stays: under that of another chip it would be taken for it; and so does its kind.
     *
     * @throws BadInput for a setting that cannot be made
     */
    public static MapNode with(MapNode chip, List<Setting> settings) {
        MapNode tree = chip;
        for (Setting setting : settings) {
            if (setting.path().equals(NAME)) {
                throw BadInput.at(
                        setting.value().mark(),
                        NAME,
                        "is the name of this chip and cannot be set; another chip is chosen by --chip, or by chip in the base of a sweep");
            }
            if (setting.path().equals(MachineKind.KEY)) {
                throw BadInput.at(
                        setting.value().mark(),
                        MachineKind.KEY,
                        "what kind of machine a chip is cannot be set; another chip is chosen by --chip, or by chip in the base of a sweep");
            }
            tree = ListedUnits.byName(setting.applyTo(setting.merges() ? leftBy(tree, setting) : tree));
        }
        return tree == chip ? chip : laidOver(chip, tree, settings);
    }

    private static MapNode leftBy(MapNode tree, Setting setting) {
        MapNode over = MapNode.empty(setting.value().mark()).with(setting.path(), setting.value());
        return MachineKind.of(tree).inherited(tree, over);
    }

    /** A changed chip, with its numbers' sources and its inherited figures made to fit. */
    private static MapNode laidOver(MapNode before, MapNode after, List<Setting> settings) {
        return MachineKind.of(before).carried(before, Provenance.marked(before, after, settings));
    }

    /** A chip from a tree that already says all: the {@code chip} part of a run's configuration. */
    public static Loaded bind(MapNode tree) {
        MapNode named = ListedUnits.byName(tree);
        MachineKind kind = MachineKind.of(named);
        return new Loaded(kind.bound(named), kind.filled(named));
    }

    /** What the file of a machine of this one's kind may say. */
    public static List<Parameter> parameters(MapNode chip) {
        return MachineKind.of(chip).parameters();
    }

    /** How chip files are written, as a JSON Schema. */
    public static Map<String, Object> schema() {
        return JsonSchema.ofLaidOver(
                "chip file of mho",
                "extends",
                Arrays.stream(MachineKind.values()).map(MachineKind::schema).toList());
    }

    /** Of a number's path, its SI unit. */
    public static Map<String, String> units() {
        Map<String, String> units = new HashMap<>();
        for (Parameter parameter : parameters()) {
            if (parameter.unit() != null) {
                units.put(parameter.path(), parameter.unit());
            }
        }
        return units;
    }

    /** What any file may say; of what is not for tiles, of which kind it is. */
    public static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(MachineKind.TILES.parameters());
        Set<String> known = all.stream().map(Parameter::path).collect(Collectors.toSet());
        for (Parameter parameter : MachineKind.ROOFLINE.parameters()) {
            if (!known.contains(parameter.path())) {
                all.add(parameter.onlyIf(MachineKind.KEY + " = " + MachineKind.ROOFLINE.called()));
            }
        }
        return all;
    }

    private static MapNode resolve(MapNode file, Set<String> seen) {
        YamlNode base = file.get("extends");
        if (base == null) {
            return file;
        }
        if (!(base instanceof ScalarNode name)) {
            throw BadInput.at(
                    base.mark(), "extends", "expected the name or path of a chip file, got " + base.describe());
        }
        if (!seen.add(name.text())) {
            throw BadInput.at(
                    base.mark(), "extends", "the chips extend one another in a circle: " + String.join(", ", seen));
        }
        MapNode inherited = resolve(read(name.text()), seen);
        MapNode own = file.without("extends");
        MachineKind kind = MachineKind.of(inherited);
        YamlNode named = own.get(MachineKind.KEY);
        if (named != null && MachineKind.of(own) != kind) {
            throw BadInput.at(
                    named.mark(),
                    MachineKind.KEY,
                    "%s is of kind %s, and what extends it is of the same: leave kind out, or extend a chip of the kind that is meant"
                            .formatted(MessageText.plain(name.text(), LONGEST_PATH), kind.called()));
        }
        return laidOver(inherited, kind.inherited(inherited, own).withMerged(own), List.of());
    }

    private static MapNode read(String nameOrPath) {
        YamlNode node = NAMES.contains(nameOrPath) ? builtIn(nameOrPath) : file(nameOrPath);
        if (node instanceof MapNode map) {
            return ListedUnits.byName(map);
        }
        throw BadInput.at(
                node.mark(), "expected a chip file, a mapping that begins with chip: NAME, got " + node.describe());
    }

    private static YamlNode builtIn(String name) {
        try (InputStream in = ChipFiles.class.getResourceAsStream("/mho/arch/chips/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the chip file of " + name + " is missing from the program");
            }
            return Yaml.parse(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A chip of one's own goes by its file, whatever name it has within. */
    private static String remedy(String path) {
        String file = path + ".yaml";
        if (GivenPath.exists(file)) {
            return ", did you mean the file \"" + MessageText.plain(file, LONGEST_PATH) + "\"?";
        }
        String meant = Spelling.closest(path, NAMES);
        return meant == null
                ? "; give a file (--chip PATH.yaml), or one of " + String.join(", ", NAMES)
                : ", did you mean \"" + meant + "\"?";
    }

    private static YamlNode file(String path) {
        Path file = GivenPath.toRead(path);
        if (!Files.exists(file)) {
            throw new BadInput(MessageText.plain(path, LONGEST_PATH) + ": no such chip" + remedy(path));
        }
        return PumaConfig.isOne(file) ? PumaConfig.read(file) : Yaml.read(file);
    }
}
