package mho.arch.element;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** What is wrong with a chip file, each with its place in the file; told together. */
public final class Problems {
    /** How what circuits refuse begins. */
    private static final Pattern PATH = Pattern.compile("(tile|mesh|link)[a-z0-9.-]*");

    private final MapNode tree;
    private final TilePath tile;
    private final List<BadInput> found;

    public Problems(MapNode tree) {
        this(tree, TilePath.ONLY, new ArrayList<>());
    }

    private Problems(MapNode tree, TilePath tile, List<BadInput> found) {
        this.tree = tree;
        this.tile = tile;
        this.found = found;
    }

    /** The same list, for whoever speaks of {@code tile.…} and means the tiles at a path. */
    public Problems of(TilePath path) {
        return new Problems(tree, path, found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public void refuse(String path, String what) {
        String there = tile.in(path);
        found.add(BadInput.at(mark(there), there, tile.in(what)));
    }

    /** A count that must not be beyond a bound. */
    public void atMost(String path, long value, long most, String why) {
        if (value > most) {
            refuse(path, "must be at most %d (%s=%d), found %d: %s".formatted(most, path, most, value, why));
        }
    }

    /** The answer to a question; null where circuits refuse it themselves. */
    public <T> @Nullable T of(Supplier<T> question) {
        try {
            return question.get();
        } catch (BadInput refused) {
            refused.parts().forEach(part -> found.add(placed(part)));
            return null;
        }
    }

    /** @throws BadInput that tells all of them, if there are any */
    public void tell() {
        if (!found.isEmpty()) {
            throw BadInput.all(found);
        }
    }

    private BadInput placed(BadInput part) {
        String message = tile.in(String.valueOf(part.getMessage()));
        int end = message.indexOf(": ");
        boolean names = end > 0 && PATH.matcher(message.substring(0, end)).matches();
        return names ? BadInput.at(mark(message.substring(0, end)), message) : part;
    }

    /** Of what a path names, or of what it would be in. */
    private Mark mark(String path) {
        YamlNode node = tree.find(path);
        int parent = path.lastIndexOf('.');
        if (node == null && parent > 0) {
            return mark(path.substring(0, parent));
        }
        return node == null ? tree.mark() : node.mark();
    }
}
