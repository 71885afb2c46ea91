package mho.reports.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.reports.form.sweep.Point;
import org.jspecify.annotations.Nullable;

/** Where the points of a sweep stand among the knobs of another question. */
final class GivenPlaces {
    /** More points of a sweep are not looked through. */
    private static final long MOST = 5000;

    private GivenPlaces() {}

    /** Of the sweep in a directory, those of its points whose settings this question can have as well. */
    static List<double[]> of(SweepQuestion question, Path directory) {
        Path file = directory.resolve(SweepDirectory.QUESTION);
        List<double[]> places = new ArrayList<>();
        if (!Files.isRegularFile(file) || !(Yaml.read(file) instanceof MapNode tree)) {
            return places;
        }
        try {
            SweepQuestion sweep = SweepQuestion.of(tree);
            for (Point point : sweep.points(MOST)) {
                double[] place = place(question.free(), sweep.axes(), point);
                if (place != null) {
                    places.add(place);
                }
            }
        } catch (BadInput e) {
            return List.of(); // a sweep that can no longer be asked still has its store
        }
        return places;
    }

    private static double @Nullable [] place(List<Axis> free, List<String> axes, Point point) {
        double[] place = new double[free.size()];
        for (int i = 0; i < place.length; i++) {
            YamlNode value = value(free.get(i).path(), axes, point);
            double at = value == null ? Double.NaN : free.get(i).spread().place(value);
            if (Double.isNaN(at)) {
                return null;
            }
            place[i] = at;
        }
        return place;
    }

    /** Of an axis; of those that are tied, a list of theirs. */
    private static @Nullable YamlNode value(String path, List<String> axes, Point point) {
        List<YamlNode> values = new ArrayList<>();
        for (String each : path.split(TiedAxes.AND, -1)) {
            int axis = axes.indexOf(each);
            if (axis < 0) {
                return null;
            }
            values.add(point.values().get(axis));
        }
        return values.size() == 1 ? values.get(0) : new ListNode(values.get(0).mark(), values);
    }
}
