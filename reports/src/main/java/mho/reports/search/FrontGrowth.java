package mho.reports.search;

import java.util.ArrayList;
import java.util.List;
import mho.reports.form.search.Growth;

/** How the front grew, generation by generation. */
final class FrontGrowth {
    private FrontGrowth() {}

    /**
     * @param scores of all points, in their order
     * @param generations how many points there were after each
     */
    static List<Growth> of(List<DesignScore> scores, List<Integer> generations) {
        List<double[]> last = front(scores);
        if (last.isEmpty()) {
            return List.of();
        }
        double[] reference = Hypervolume.reference(last);
        double all = Hypervolume.of(last, reference);
        List<Growth> growth = new ArrayList<>();
        for (int points : generations) {
            if (growth.isEmpty() || growth.get(growth.size() - 1).points() < points) {
                List<double[]> front = front(scores.subList(0, points));
                growth.add(new Growth(points, front.size(), Hypervolume.of(front, reference) / all));
            }
        }
        return growth;
    }

    /** Costs of those that no other dominates; of equal ones the first. */
    static List<double[]> front(List<DesignScore> scores) {
        List<DesignScore> best = new ArrayList<>();
        for (DesignScore score : scores) {
            if (score.isAllowed() && best.stream().noneMatch(other -> other.isAsGoodAs(score))) {
                best.removeIf(score::isAsGoodAs);
                best.add(score);
            }
        }
        return best.stream().map(DesignScore::costs).toList();
    }
}
