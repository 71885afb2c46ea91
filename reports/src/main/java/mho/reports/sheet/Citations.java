package mho.reports.sheet;

import java.util.LinkedHashMap;
import java.util.Map;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** The source a figure inherits: that of its own mapping in the chip file, or of the nearest one above it. */
public record Citations(MapNode tree) {
    private static final String OF_THE_FILE = "direct: chip file";

    /** A part's source, with the words for "the chip file says so" replaced by what the file cites there. */
    public String of(String part, String source) {
        String cited = nearest(part);
        return cited == null ? source : source.replace(OF_THE_FILE, "direct: " + cited);
    }

    /** The same for each figure of the part. */
    public Map<String, String> of(String part, Map<String, String> sources) {
        Map<String, String> cited = new LinkedHashMap<>();
        sources.forEach((figure, source) -> cited.put(figure, of(part, source)));
        return cited;
    }

    private @Nullable String nearest(String part) {
        YamlNode node = tree;
        String found = null;
        for (String step : ("." + part).split("\\.", -1)) {
            YamlNode below = step.isEmpty() ? node : node instanceof MapNode map ? map.get(step) : null;
            if (below == null) {
                return found;
            }
            node = below;
            if (node instanceof MapNode map && map.get("source") instanceof ScalarNode source) {
                found = source.text().strip();
            }
        }
        return found;
    }
}
