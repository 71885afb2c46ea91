package mho.core.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import mho.core.quantity.MessageText;
import org.jspecify.annotations.Nullable;

/** The way from the root of a file to a node: "tile.core.adc.bits", "layers[3].conv.kernel". Odd keys are quoted: ["a.b"]. */
final class Path {
    static final int LONGEST = 64;
    static final Path ROOT = new Path(null, null, -1, null);

    private final @Nullable Path parent;
    private final @Nullable String key;
    private final int index;
    private final @Nullable ValueShape file;

    private Path(@Nullable Path parent, @Nullable String key, int index, @Nullable ValueShape file) {
        this.parent = parent;
        this.key = key;
        this.index = index;
        this.file = file;
    }

    /** The root of a file of some shape, which every path below remembers. */
    static Path of(ValueShape file) {
        return new Path(null, null, -1, file);
    }

    /** The shape of the whole file; null where that is not known. */
    @Nullable
    ValueShape file() {
        return file;
    }

    Path key(String name) {
        return new Path(this, name, -1, file);
    }

    Path index(int position) {
        return new Path(this, null, position, file);
    }

    /** This path, followed by the last step of another. */
    Path then(Path step) {
        return new Path(this, step.key, step.index, file);
    }

    /** The key of the last step; null when it is an index. */
    @Nullable
    String key() {
        return key;
    }

    int index() {
        return index;
    }

    /** Each prefix of the path that ends in a step, shortest first. */
    List<Path> steps() {
        Deque<Path> steps = new ArrayDeque<>();
        for (Path path = this; path.parent != null; path = path.parent) {
            steps.addFirst(path);
        }
        return new ArrayList<>(steps);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Path step : steps()) {
            step.append(text);
        }
        return text.toString();
    }

    private void append(StringBuilder text) {
        if (key == null) {
            text.append('[').append(index).append(']');
        } else if (isPlain(key)) {
            text.append(text.isEmpty() ? "" : ".").append(MessageText.plain(key));
        } else {
            text.append("[").append(MessageText.quoted(key)).append(']');
        }
    }

    private static boolean isPlain(String key) {
        return !key.isEmpty() && key.chars().noneMatch(c -> ".[]\"=: \n".indexOf(c) >= 0);
    }

    /** Reads what {@link #toString} writes; {@code mark} is where the text stands, for the message when it is broken. */
    static Path parse(String text, Mark mark) {
        return new PathReader(text, mark).read();
    }
}
