package mho.reports.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mho.reports.form.sweep.SweepTable;
import mho.reports.sheet.ChangedFigure;

/** Who set which figures of the points' chips: a line for each path and setter, whatever the values are. */
final class SetFigures {
    private static final String SCALED = "followed by a law what was set";
    private static final String STAYS = "stays as stated, though what it was stated for was set";
    private static final int MOST_VALUES = 4;

    private SetFigures() {}

    private record Setter(String path, String by) {}

    private static final class Seen {
        private final Set<String> values = new LinkedHashSet<>();
        private int points;

        void add(String value) {
            values.add(value);
            points++;
        }

        String values() {
            List<String> all = List.copyOf(values);
            return all.size() <= MOST_VALUES
                    ? String.join(", ", all)
                    : String.join(", ", all.subList(0, MOST_VALUES)) + " and " + (all.size() - MOST_VALUES) + " more";
        }
    }

    /** @param points of each, what its chip has that was set; what was set by somebody comes first */
    static List<SweepTable.SetFigure> of(List<List<ChangedFigure>> points) {
        Map<Setter, Seen> set = new LinkedHashMap<>();
        Map<Setter, Seen> followed = new LinkedHashMap<>();
        for (List<ChangedFigure> point : points) {
            for (ChangedFigure changed : point) {
                String by = !changed.followed() ? changed.by() : changed.stays() ? STAYS : SCALED;
                (changed.followed() ? followed : set)
                        .computeIfAbsent(new Setter(changed.path(), by), setter -> new Seen())
                        .add(changed.value());
            }
        }
        List<SweepTable.SetFigure> figures = new ArrayList<>();
        for (Map<Setter, Seen> some : List.of(set, followed)) {
            some.forEach((setter, seen) ->
                    figures.add(new SweepTable.SetFigure(setter.path(), seen.values(), setter.by(), seen.points)));
        }
        return figures;
    }
}
