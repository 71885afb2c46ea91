package mho.reports.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mho.reports.sweep.AskedPoint;
import mho.reports.sweep.AskedPoints;

/** The best designs that sweeps of other directories found: a search begins with them. */
final class GivenFront {
    private GivenFront() {}

    /** Where they stand, so many at most, evenly taken. */
    static List<double[]> of(AskedPoints<?> points, List<Path> from, DesignJudge judge, int most) {
        List<double[]> places = new ArrayList<>();
        List<DesignScore> scores = new ArrayList<>();
        for (Path directory : from) {
            for (double[] place : points.places(directory)) {
                AskedPoint point = points.ask(place);
                if (point.given()) {
                    places.add(place);
                    scores.add(judge.of(points.given(point)));
                }
            }
        }
        List<double[]> front = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            if (isBest(scores, i)) {
                front.add(places.get(i));
            }
        }
        List<double[]> some = new ArrayList<>();
        for (int i = 0; i < Math.min(most, front.size()); i++) {
            some.add(front.get((int) ((long) i * front.size() / Math.min(most, front.size()))));
        }
        return some;
    }

    private static boolean isBest(List<DesignScore> scores, int one) {
        for (int i = 0; i < scores.size(); i++) {
            boolean better = DesignScore.dominance(scores.get(i), scores.get(one)) > 0;
            boolean equal = i < one && scores.get(i).equals(scores.get(one));
            if (better || equal) {
                return false;
            }
        }
        return scores.get(one).isAllowed();
    }
}
