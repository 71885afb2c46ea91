package mho.core.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every number has a source. Any mapping may carry {@code source:}, which covers all numbers in it and below it, and
 * {@code assumed:}, which gives for some of them the reasoning that stands in for one. A key of {@code assumed} is a key of the
 * mapping, or a path further down ("cell.on-resistance").
 */
public final class Sources {
    private static final String SOURCE = "source";
    private static final String ASSUMED = "assumed";
    /** Who set numbers of the mapping, where that is neither source nor reasoning; written by mho into resolved files. */
    public static final String SET_BY = "set-by";

    /** Between what is said of a figure that followed what was set, and the figure as it was stated. */
    private static final String STATED = ", stated as ";

    private static final MapShape REASONS = new MapShape(new TextShape());

    private Sources() {}

    /** The same without who set what: two files that say the same figures are then the same, whoever set them. */
    public static MapNode withoutSetters(MapNode map) {
        MapNode left = map.get(SET_BY) == null ? map : map.without(SET_BY);
        for (String key : left.keys()) {
            if (left.get(key) instanceof MapNode below) {
                MapNode bare = withoutSetters(below);
                left = bare == below ? left : left.put(key, bare);
            }
        }
        return left;
    }

    /**
     * What a figure was stated as before it followed what was set.
     *
     * @param setter what {@link #SET_BY} says of it; null where that says nothing
     * @return null where it did not follow
     */
    public static @Nullable String statedAs(@Nullable String setter) {
        int from = setter == null ? -1 : setter.indexOf(STATED);
        if (setter == null || from < 0) {
            return null;
        }
        String rest = setter.substring(from + STATED.length());
        int end = rest.length();
        for (String after : List.of(" for ", "; ")) {
            int found = rest.indexOf(after);
            end = found < 0 ? end : Math.min(end, found);
        }
        return rest.substring(0, end);
    }

    /** The keys about sources that any mapping may have, as a JSON Schema has them. */
    static Map<String, Object> schema(SchemaDefinitions definitions) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(
                SOURCE,
                definitions.refer(
                        SOURCE, () -> told("string", "where the numbers here and below come from", Map.of())));
        keys.put(
                ASSUMED,
                definitions.refer(
                        ASSUMED,
                        () -> told(
                                "object",
                                "for single numbers, the reasoning that stands in for a source",
                                Map.of("additionalProperties", Map.of("type", List.of("string", "null"))))));
        keys.put(
                SET_BY,
                definitions.refer(SET_BY, () -> told("object", "who set numbers here; written by mho", Map.of())));
        return keys;
    }

    private static Map<String, Object> told(String type, String description, Map<String, Object> more) {
        Map<String, Object> schema = SchemaDefinitions.keys("type", type, "description", description);
        schema.putAll(more);
        return schema;
    }

    static boolean isAboutSources(String key) {
        return key.equals(SOURCE) || key.equals(ASSUMED) || key.equals(SET_BY);
    }

    /** Checks the source and the assumptions of a mapping against the keys it may have. */
    static void check(MapNode map, Set<String> known, Path path, List<BadInput> problems) {
        YamlNode source = map.get(SOURCE);
        YamlNode assumed = map.get(ASSUMED);
        YamlNode setBy = map.get(SET_BY);
        try {
            if (source != null && !known.contains(SOURCE)) {
                new TextShape().bind(source, path.key(SOURCE));
            }
            if (setBy != null && !known.contains(SET_BY)) {
                REASONS.bind(setBy, path.key(SET_BY));
            }
            if (assumed != null && !known.contains(ASSUMED)) {
                REASONS.bind(assumed, path.key(ASSUMED));
            }
        } catch (BadInput e) {
            problems.add(e);
        }
        if (assumed instanceof MapNode reasons) {
            reasons.entries().forEach((key, entry) -> {
                if (!known.contains(firstStep(key))) {
                    problems.add(BadInput.at(
                            entry.keyMark(),
                            path.key(ASSUMED).key(key).toString(),
                            "assumed, but not a key of this mapping" + Spelling.remedy(key, known)
                                    + UnknownKey.commaHint(entry.value())));
                }
            });
        }
    }

    private static String firstStep(String key) {
        int end = 0;
        while (end < key.length() && ".[".indexOf(key.charAt(end)) < 0) {
            end++;
        }
        return key.substring(0, end);
    }

    /** The numbers without a source in their mapping or above it, and without an assumption. */
    public static List<NumericLeaf> uncovered(YamlNode root) {
        List<NumericLeaf> uncovered = new ArrayList<>();
        NumericLeaves.visit(root, Path.ROOT, (path, leaf) -> {
            if (!isCovered(root, path)) {
                uncovered.add(new NumericLeaf(path.toString(), leaf));
            }
        });
        return uncovered;
    }

    private static boolean isCovered(YamlNode root, Path leaf) {
        YamlNode node = root;
        List<Path> steps = leaf.steps();
        for (int depth = 0; depth < steps.size(); depth++) {
            if (node instanceof MapNode map && (says(map.get(SOURCE)) || isAssumed(map, steps, depth))) {
                return true;
            }
            YamlNode below = Edit.child(node, steps.get(depth));
            if (below == null) {
                return false;
            }
            node = below;
        }
        return false;
    }

    /** Whether the mapping at {@code depth} assumes the leaf, or a part of the tree that the leaf is in. */
    private static boolean isAssumed(MapNode map, List<Path> steps, int depth) {
        return isNamed(map.get(ASSUMED), steps, depth) || isNamed(map.get(SET_BY), steps, depth);
    }

    /** A source that is left empty is none. */
    private static boolean says(@Nullable YamlNode node) {
        return node instanceof ScalarNode scalar
                && !scalar.isNull()
                && !scalar.text().isBlank();
    }

    private static boolean isNamed(@Nullable YamlNode of, List<Path> steps, int depth) {
        if (!(of instanceof MapNode reasons)) {
            return false;
        }
        Path relative = Path.ROOT;
        for (Path step : steps.subList(depth, steps.size())) {
            relative = relative.then(step);
            if (says(reasons.get(relative.toString()))) {
                return true;
            }
        }
        return false;
    }
}
