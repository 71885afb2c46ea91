package mho.reports.explore;

import java.util.List;
import java.util.Locale;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Sources;
import mho.core.yaml.YamlNode;

/**
 * Where a figure of a chip file comes from: what is said of it nearest to it, by a mapping that holds it.
 *
 * @param says empty where nobody says
 */
record StatedSource(Kind kind, String says) {
    /** What is said. */
    enum Kind {
        SOURCE,
        ASSUMED,
        SET,
        NONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final StatedSource NOBODY = new StatedSource(Kind.NONE, "");

    /** @param path of keys without dots */
    static StatedSource of(MapNode tree, String path) {
        StatedSource nearest = NOBODY;
        List<String> keys = List.of(path.split("\\."));
        YamlNode node = tree;
        for (int depth = 0; depth < keys.size() && node instanceof MapNode map; depth++) {
            StatedSource here = said(map, String.join(".", keys.subList(depth, keys.size())));
            nearest = here == NOBODY ? nearest : here;
            node = map.get(keys.get(depth));
        }
        return nearest;
    }

    private static StatedSource said(MapNode map, String below) {
        String set = words(map, Sources.SET_BY, below);
        if (!set.isEmpty()) {
            return new StatedSource(Kind.SET, set);
        }
        String assumed = words(map, "assumed", below);
        if (!assumed.isEmpty()) {
            return new StatedSource(Kind.ASSUMED, assumed);
        }
        return map.get("source") instanceof ScalarNode source && !source.text().isBlank()
                ? new StatedSource(Kind.SOURCE, source.text().strip())
                : NOBODY;
    }

    /** Of the figure itself, or of a part of the file that it is in. */
    private static String words(MapNode map, String about, String below) {
        if (!(map.get(about) instanceof MapNode reasons)) {
            return "";
        }
        for (String part = below; !part.isEmpty(); part = part.substring(0, Math.max(0, part.lastIndexOf('.')))) {
            if (reasons.get(part) instanceof ScalarNode reason) {
                return reason.text().strip();
            }
        }
        return "";
    }
}
