package mho.arch.chip;

import java.util.List;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Setting;

/** Chips of tiles, for whoever asks what only those have; {@link ChipFiles} finds machines of every kind. */
public final class Chips {
    private static final List<String> NAMES = List.of(
            "albireo-aggressive",
            "albireo-conservative",
            "albireo-moderate",
            "analog-256",
            "analog-train",
            "boltzmann",
            "broadcast-weight",
            "colonnade",
            "dadiannao",
            "drisa-3t1c",
            "drisa-mixed",
            "drisa-nor",
            "fan-mram",
            "hasan-taha",
            "hermes-64-1phase",
            "hermes-64-4phase",
            "hybrid-256",
            "ibm-34",
            "ibm-generic",
            "isaac-8b",
            "isaac-ce",
            "isaac-se",
            "jain-2022",
            "le-gallo-2018",
            "lightning",
            "marinella-2018",
            "mzi-mesh",
            "neurram-48",
            "nor-flash-perceptron",
            "pcm-2015",
            "pcm-3t1c",
            "pipelayer",
            "pnpu-co",
            "pnpu-pim",
            "pnpu-pim-64",
            "prime",
            "puma",
            "raella",
            "reno",
            "reno-digital",
            "rpu",
            "timely",
            "tpu-v1");

    private Chips() {}

    /** A chip and the tree it was bound from, with {@code extends} and settings worked in and every default written out. */
    public record Loaded(ChipSpec spec, MapNode tree) {
        /** @throws BadInput that tells every figure which is missing, with its place in the file */
        public Inventory inventory() {
            return ChipChecks.priced(spec, tree);
        }
    }

    /** Chips of tiles that come with mho. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * @param nameOrPath a name from {@link #names()}, or a path to a file
     * @throws BadInput for whatever is wrong with the file or a setting, and for a machine without tiles
     */
    public static Loaded load(String nameOrPath, List<Setting> settings) {
        return ofTiles(ChipFiles.load(nameOrPath, settings));
    }

    /** A chip with settings made in it; see {@link ChipFiles#with}. */
    public static MapNode with(MapNode chip, List<Setting> settings) {
        return ChipFiles.with(chip, settings);
    }

    /** A chip from a tree that already says all: the {@code chip} part of a run's configuration. */
    public static Loaded bind(MapNode tree) {
        return ofTiles(ChipFiles.bind(tree));
    }

    private static Loaded ofTiles(ChipFiles.Loaded loaded) {
        return loaded.file().as(spec -> new Loaded(spec, loaded.tree()), machine -> {
            throw new BadInput(machine.chip() + ": is a reference machine (kind: " + MachineKind.ROOFLINE.called()
                    + "), which has no tiles; take a chip of tiles: " + String.join(", ", NAMES));
        });
    }
}
