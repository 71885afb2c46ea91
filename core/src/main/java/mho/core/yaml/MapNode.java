package mho.core.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping, in the order of the file. Each key remembers where it stands, apart from its value. */
public record MapNode(Mark mark, Map<String, Entry> entries) implements YamlNode {
    /** A value and the place of its key. */
    public record Entry(Mark keyMark, YamlNode value) {}

    public MapNode {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    public static MapNode empty(Mark mark) {
        return new MapNode(mark, Map.of());
    }

    public Set<String> keys() {
        return entries.keySet();
    }

    /** The value of a key; null when the key is absent or has no value. */
    public @Nullable YamlNode get(String key) {
        Entry entry = entries.get(key);
        return entry == null || entry.value().isNull() ? null : entry.value();
    }

    /** The same with one key more, or with another value for it in its old place. */
    public MapNode put(String key, YamlNode value) {
        Entry old = entries.get(key);
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        changed.put(key, new Entry(old == null ? value.mark() : old.keyMark(), value));
        return new MapNode(mark, changed);
    }

    public MapNode without(String key) {
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        changed.remove(key);
        return new MapNode(mark, changed);
    }

    /**
     * This mapping with another laid over it, as {@code extends} means it: mappings merge key by key, everything else is
     * replaced, and a key without a value ("power: null") takes the inherited one away. A mapping that names another
     * {@code kind} replaces the inherited one whole, for the keys of one kind mean nothing to another.
     */
    public MapNode withMerged(MapNode override) {
        Map<String, Entry> merged = new LinkedHashMap<>(entries);
        override.entries.forEach((key, over) -> {
            Entry base = merged.get(key);
            if (over.value().isNull()) {
                merged.remove(key);
            } else if (base != null && base.value() instanceof MapNode under && over.value() instanceof MapNode map) {
                merged.put(key, new Entry(over.keyMark(), under.isOtherKind(map) ? map : under.withMerged(map)));
            } else {
                merged.put(key, over);
            }
        });
        return new MapNode(override.mark, merged);
    }

    /** This mapping over what stands in its place: merged if that is a mapping of no other kind, instead of it otherwise. */
    public MapNode laidOver(@Nullable YamlNode below) {
        MapNode under = below instanceof MapNode map && !map.isOtherKind(this) ? map : empty(mark);
        return under.withMerged(this);
    }

    private boolean isOtherKind(MapNode override) {
        return override.get("kind") instanceof ScalarNode theirs
                && get("kind") instanceof ScalarNode ours
                && !theirs.text().equals(ours.text());
    }

    /**
     * The same with the value at a dotted path ("tile.core.adc.bits", "layers[3].conv.kernel") replaced or added; mappings on
     * the way are made as needed. Whether the key means anything shows when the mapping is bound to its record. Throws
     * {@link BadInput} when the path leads through a single value or past the end of a list.
     */
    public MapNode with(String dottedPath, YamlNode value) {
        return (MapNode) Edit.set(this, Path.parse(dottedPath, value.mark()), value);
    }

    /** The value at a dotted path; null when there is none. */
    public @Nullable YamlNode find(String dottedPath) {
        return Edit.find(this, Path.parse(dottedPath, mark));
    }

    @Override
    public String describe() {
        return "a mapping";
    }
}
