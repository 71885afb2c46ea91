package mho.reports.compare;

import java.util.List;
import java.util.Map;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * A figure that two chips do not share, once their files, what these extend and all defaults are worked in.
 *
 * @param path in a chip file
 * @param unit the SI unit of numbers; null for what is none
 * @param one as the first chip states it; null where it says nothing
 * @param other as the second does
 * @param sourceOfOne where that comes from: a source, or {@code assumed} and the reasoning; null where it is neither a figure nor a part of
 *     one
 * @param sourceOfOther the same of the second
 */
public record ChipDifference(
        String path,
        @Nullable String unit,
        @Nullable String one,
        @Nullable String other,
        @Nullable String sourceOfOne,
        @Nullable String sourceOfOther) {
    private static final String SOURCE = "source";
    private static final String ASSUMED = "assumed";

    /** All of them, in the order of the first chip's file. */
    public static List<ChipDifference> between(ChipFiles.Loaded one, ChipFiles.Loaded other) {
        Map<String, String> units = ChipFiles.units();
        return ConfigDifference.between(List.of(one.tree(), other.tree())).stream()
                .filter(difference -> difference.kind() != ConfigDifference.Kind.NOTE)
                .map(difference -> new ChipDifference(
                        difference.path(),
                        units.get(difference.path()),
                        difference.texts().get(0),
                        difference.texts().get(1),
                        difference.texts().get(0) == null ? null : source(one.tree(), difference.path()),
                        difference.texts().get(1) == null ? null : source(other.tree(), difference.path())))
                .toList();
    }

    /** What the mappings that a figure stands in say of it: its own reasoning, else the nearest source. */
    private static @Nullable String source(MapNode tree, String path) {
        YamlNode node = tree;
        String found = null;
        String left = path;
        while (node instanceof MapNode map) {
            if (map.get(ASSUMED) instanceof MapNode reasons && reasons.get(left) instanceof ScalarNode reason) {
                return ASSUMED + ": " + reason.text().strip();
            }
            if (map.get(SOURCE) instanceof ScalarNode source) {
                found = source.text().strip();
            }
            int dot = left.indexOf('.');
            if (dot < 0) {
                return found;
            }
            node = map.get(left.substring(0, dot));
            left = left.substring(dot + 1);
        }
        return found;
    }
}
