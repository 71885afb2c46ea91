package mho.arch.chip;

import java.util.List;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** A changed chip as a tree, in which inherited figures are replaced by those that fit, or say what they were stated for. */
final class FigureTree {
    private final MapNode before;
    private MapNode tree;

    FigureTree(MapNode before, MapNode after) {
        this.before = before;
        this.tree = after;
    }

    MapNode made() {
        return tree;
    }

    /** The node of a figure that stands as it stood; null when it is stated anew, or not at all. */
    @Nullable
    ScalarNode inherited(String path, String key) {
        YamlNode node = tree.find(path + "." + key);
        return node instanceof ScalarNode scalar && scalar == before.find(path + "." + key) ? scalar : null;
    }

    /**
     * A figure that stays says so, where it owes something to what has changed.
     *
     * @param more what else is to be told of it
     */
    void note(String path, String key, boolean ofEnergy, List<ParameterChange> changes, String more) {
        List<ParameterChange> open =
                changes.stream().filter(c -> c.isOpen(ofEnergy)).toList();
        String stays = (open.isEmpty() ? "" : "; not scaled") + more;
        if (!stays.isEmpty() && tree.find(path + "." + key) instanceof ScalarNode node) {
            replace(path, key, key, node.text(), ofEnergy, open, stays);
        }
    }

    /** A number that a part did not state, with who states it. */
    void state(String path, String key, String value, String who) {
        if (tree.find(path) instanceof MapNode part) {
            MapNode changed = part.put(key, new ScalarNode(part.mark(), value, false));
            tree = tree.with(path, Provenance.named(changed, key, who));
        }
    }

    /** @param more what else is to be told of it */
    void replace(
            String path,
            String key,
            String newKey,
            String value,
            boolean ofEnergy,
            List<ParameterChange> changes,
            String more) {
        if (!(tree.find(path) instanceof MapNode part) || !(part.get(key) instanceof ScalarNode was)) {
            return;
        }
        StringBuilder text = new StringBuilder(Provenance.origin(part, key))
                .append(", stated as ")
                .append(was.text());
        for (ParameterChange change : changes) {
            if (change.law(ofEnergy) != ScalingLaw.SAME) {
                text.append(" for ")
                        .append(change.told())
                        .append(" (")
                        .append(change.why())
                        .append(')');
            }
        }
        ScalarNode number = value.equals(was.text()) ? was : new ScalarNode(was.mark(), value, false);
        MapNode changed = Provenance.dropped(part.without(key), key).put(newKey, number);
        tree = tree.with(
                path, Provenance.named(changed, newKey, text.append(more).toString()));
    }
}
