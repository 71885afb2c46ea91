package mho.reports.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.ListNode;
import mho.core.yaml.Spelling;
import mho.core.yaml.YamlNode;

/**
 * Axes that advance together: the first value of one goes with the first of the others, the second with the second. To whatever samples,
 * those that are tied are one axis, whose values are lists of theirs; it stands where the first of them stands.
 */
final class TiedAxes {
    /** Between the paths of those that are tied. */
    static final String AND = " and ";

    private final List<Axis> axes;
    /** Places of axes, for each axis that varies by itself. */
    private final List<List<Integer>> free = new ArrayList<>();

    /**
     * @param tied paths of axes, those of a tie in a list
     * @throws BadInput where they cannot advance together
     */
    TiedAxes(List<Axis> axes, List<List<String>> tied) {
        this.axes = axes;
        Map<String, List<Integer>> together = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (List<String> paths : tied) {
            check(paths, known);
            List<Integer> places =
                    paths.stream().map(path -> paths().indexOf(path)).sorted().toList();
            paths.forEach(path -> together.put(path, places));
        }
        for (int place = 0; place < axes.size(); place++) {
            List<Integer> places = together.getOrDefault(axes.get(place).path(), List.of(place));
            if (places.get(0) == place) {
                free.add(places);
            }
        }
    }

    private List<String> paths() {
        return axes.stream().map(Axis::path).toList();
    }

    private void check(List<String> paths, Set<String> known) {
        if (paths.size() < 2) {
            throw new BadInput(
                    "tie: " + MessageText.quoted(String.join(", ", paths))
                            + " is tied to nothing; name two axes or more, as in tie: [[tile.core.array.rows, tile.core.array.columns]]");
        }
        for (String path : paths) {
            if (!paths().contains(path)) {
                String meant = Spelling.closest(path, paths());
                throw new BadInput("tie: " + MessageText.quoted(path) + " does not vary"
                        + (meant == null
                                ? "; axes are " + String.join(", ", paths())
                                : ", did you mean \"" + meant + "\"?"));
            }
            if (!known.add(path)) {
                throw new BadInput(
                        "tie: " + path + " is named twice; an axis is tied once, with all the others it goes with");
            }
        }
        List<Axis> own =
                axes.stream().filter(axis -> paths.contains(axis.path())).toList();
        if (own.stream().map(axis -> Sample.listed(axis).size()).distinct().count() > 1) {
            throw new BadInput("tie: axes that advance together need as many values as one another, found "
                    + own.stream()
                            .map(axis -> Sample.listed(axis).size() + " of " + axis.path())
                            .collect(Collectors.joining(", ")));
        }
    }

    /** What varies by itself. */
    List<Axis> free() {
        return free.stream().map(this::axis).toList();
    }

    private Axis axis(List<Integer> places) {
        List<Axis> own = places.stream().map(axes::get).toList();
        Axis first = own.get(0);
        if (own.size() == 1) {
            return first;
        }
        List<YamlNode> values = new ArrayList<>();
        for (int value = 0; value < Sample.listed(first).size(); value++) {
            List<YamlNode> side = new ArrayList<>();
            for (Axis axis : own) {
                side.add(Sample.listed(axis).get(value));
            }
            values.add(new ListNode(side.get(0).mark(), side));
        }
        String path = own.stream().map(Axis::path).collect(Collectors.joining(AND));
        return new Axis(path, new AxisValues.Listed(values));
    }

    /** A point of what varies by itself, as values of all axes in their order. */
    List<YamlNode> untied(List<YamlNode> point) {
        YamlNode[] values = new YamlNode[axes.size()];
        for (int i = 0; i < free.size(); i++) {
            List<Integer> places = free.get(i);
            for (int k = 0; k < places.size(); k++) {
                YamlNode value = point.get(i);
                values[places.get(k)] = places.size() > 1 && value instanceof ListNode side
                        ? side.items().get(k)
                        : value;
            }
        }
        return List.of(values);
    }
}
