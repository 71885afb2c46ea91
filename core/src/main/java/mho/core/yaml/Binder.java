package mho.core.yaml;

/**
 * Turns a tree into records. The keys of a mapping are the components of the record in kebab-case; what a component may be is
 * said by its type and annotations ({@link Unit}, {@link Default}, {@link Range}, {@link Kind}, {@link Inline}, {@code @Nullable}).
 *
 * <p>Every number must be above zero and finite unless {@link Range} says otherwise. Whatever a record's own constructor
 * refuses with IllegalArgumentException is reported at the place of its mapping. Any mapping may carry {@code source} and
 * {@code assumed} ({@link Sources}).
 */
public final class Binder {
    private Binder() {}

    /** Reads a record or a sealed family of records; throws {@link BadInput} with every problem found, one to a line. */
    public static <T> T bind(YamlNode node, Class<T> type) {
        return bind(node, type, "");
    }

    /** The same for a part of a file, so that messages carry its path: "tile.core". */
    public static <T> T bind(YamlNode node, Class<T> type, String path) {
        ValueShape shape = Shapes.of(type);
        Path start = path.isEmpty() ? Path.of(shape) : Path.parse(path, node.mark());
        return type.cast(shape.bind(node, start));
    }

    /**
     * What a file leaves of the one it extends: all but mappings of which it names another kind. Where a kind goes without saying
     * ({@link OpenKinds}), naming another one is enough.
     */
    public static MapNode inherited(MapNode base, MapNode over, Class<?> type) {
        return (MapNode) Shapes.of(type).inherited(base, over);
    }

    /** The tree with the default of every absent key written in: it alone says all that the records will hold. */
    public static MapNode withDefaults(MapNode node, Class<?> type) {
        return (MapNode) Shapes.of(type).filled(node);
    }
}
