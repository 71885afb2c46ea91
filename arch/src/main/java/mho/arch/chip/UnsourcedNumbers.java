package mho.arch.chip;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mho.core.yaml.MapNode;
import mho.core.yaml.NumericLeaf;
import mho.core.yaml.NumericLeaves;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Sources;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a chip that nobody vouches for: no source in their mapping or above it, no reasoning. A variant that cites nothing vouches for
 * nothing; who sets a figure by an option or in a sweep stands for it. What mho itself sets when a file is silent has a source, its definition; how a network is mapped is a choice and no figure.
 */
public final class UnsourcedNumbers {
    private static final String OF_THE_FILE = "direct: chip file";
    private static final String BY_A_VARIANT = "set by chip file ";

    private UnsourcedNumbers() {}

    /** Their paths in a resolved chip file, in its order; of those in a variant, with its name. */
    public static List<String> of(MapNode chip) {
        Set<String> open = new HashSet<>();
        Sources.uncovered(unset(chip)).forEach(leaf -> open.add(leaf.path()));
        List<String> found = new ArrayList<>();
        for (NumericLeaf leaf : NumericLeaves.of(chip)) {
            String path = leaf.path();
            if (path.startsWith("mapping.")) {
                continue;
            }
            String setter = setter(chip, path);
            if (setter != null && setter.startsWith(BY_A_VARIANT)) {
                found.add(path + " (" + setter + ")");
            } else if ((setter == null || setter.startsWith(OF_THE_FILE))
                    && open.contains(path)
                    && !isBuiltIn(chip, leaf)) {
                found.add(path);
            }
        }
        return List.copyOf(found);
    }

    /** Without what is said of who set what. */
    private static MapNode unset(MapNode map) {
        MapNode plain = map.without(Sources.SET_BY);
        for (String key : plain.keys()) {
            if (plain.get(key) instanceof MapNode within) {
                plain = plain.put(key, unset(within));
            }
        }
        return plain;
    }

    private static @Nullable String setter(MapNode chip, String path) {
        return parent(chip, path) instanceof MapNode map
                        && map.get(Sources.SET_BY) instanceof MapNode setters
                        && setters.get(key(path)) instanceof ScalarNode setter
                ? setter.text()
                : null;
    }

    /** Whether the same would stand there had the file said nothing. */
    private static boolean isBuiltIn(MapNode chip, NumericLeaf leaf) {
        String path = leaf.path();
        if (!(parent(chip, path) instanceof MapNode map) || map.get(key(path)) == null) {
            return false;
        }
        MapNode silent = map.without(key(path));
        MapNode asked = map == chip ? silent : chip.with(path.substring(0, path.lastIndexOf('.')), silent);
        return MachineKind.of(chip).filled(asked).find(path) instanceof ScalarNode same
                && same.text().equals(leaf.value().text());
    }

    private static @Nullable YamlNode parent(MapNode chip, String path) {
        int end = path.lastIndexOf('.');
        return end < 0 ? chip : chip.find(path.substring(0, end));
    }

    private static String key(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
