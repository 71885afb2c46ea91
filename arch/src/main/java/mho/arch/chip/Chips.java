package mho.arch.chip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.GivenPath;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Spelling;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;

/** Finds chip files: those that come with mho by name, others by path. */
public final class Chips {
    private static final List<String> NAMES =
            List.of("analog-256", "dadiannao", "hermes-64-1phase", "hermes-64-4phase", "isaac-ce", "tpu-v1");

    private static final String NAME = "chip";
    private static final int LONGEST_PATH = 300;

    private Chips() {}

    /** A chip and the tree it was bound from, with {@code extends} and settings worked in and every default written out. */
    public record Loaded(ChipSpec spec, MapNode tree) {
        /** @throws BadInput that tells every figure which is missing, with its place in the file */
        public Inventory inventory() {
            return ChipChecks.priced(spec, tree);
        }
    }

    /** Chips that come with mho. */
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
     * A chip with settings made in it. Its name stays: under that of another chip it would be taken for it.
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
            tree = ListedUnits.byName(setting.applyTo(setting.merges() ? leftBy(tree, setting) : tree));
        }
        return tree == chip ? chip : laidOver(chip, tree, settings);
    }

    private static MapNode leftBy(MapNode tree, Setting setting) {
        MapNode over = MapNode.empty(setting.value().mark()).with(setting.path(), setting.value());
        return Binder.inherited(tree, over, ChipSpec.class);
    }

    /** A changed chip, with its numbers' sources and its inherited figures made to fit. */
    private static MapNode laidOver(MapNode before, MapNode after, List<Setting> settings) {
        return StatedFigures.carried(before, Provenance.marked(before, after, settings));
    }

    /** A chip from a tree that already says all: the {@code chip} part of a run's configuration. */
    public static Loaded bind(MapNode tree) {
        MapNode named = ListedUnits.byName(tree);
        ChipSpec spec = Binder.bind(named, ChipSpec.class);
        ChipChecks.check(spec, named);
        return new Loaded(spec, Binder.withDefaults(named, ChipSpec.class));
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
        MapNode merged = Binder.inherited(inherited, own, ChipSpec.class).withMerged(own);
        return laidOver(inherited, merged, List.of());
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
        try (InputStream in = Chips.class.getResourceAsStream("/mho/arch/chips/" + name + ".yaml")) {
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
        return Yaml.read(file);
    }
}
