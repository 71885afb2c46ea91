package mho.reports.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What designs promise that were not computed: the room that they would add to the front, if the points so far tell them right. A design that is
 * chosen is believed to come to what was foretold, so that the next one is chosen for something else.
 */
final class Foresight {
    /** Fewer allowed points for each knob foretell nothing. */
    private static final int LEAST_PER_KNOB = 2;

    private final List<PointSurrogate> costs;
    private final List<double[]> front;
    private final double[] reference;
    private double volume;

    private Foresight(List<PointSurrogate> costs, List<double[]> front, double[] reference) {
        this.costs = costs;
        this.front = new ArrayList<>(front);
        this.reference = reference;
        this.volume = Hypervolume.of(front, reference);
    }

    /**
     * Null where too few points hold the constraints.
     *
     * @param before what was foretold by fewer points; null at first
     */
    static @Nullable Foresight of(
            DesignSpace space, List<double[]> places, List<DesignScore> scores, @Nullable Foresight before) {
        int[] allowed = IntStream.range(0, scores.size())
                .filter(i -> scores.get(i).isAllowed())
                .toArray();
        if (allowed.length < Math.max(2, LEAST_PER_KNOB * space.knobs().size())) {
            return null;
        }
        List<double[]> own = IntStream.of(allowed).mapToObj(places::get).toList();
        List<PointSurrogate> costs = new ArrayList<>();
        for (int i = 0; i < scores.get(0).objectives(); i++) {
            int objective = i;
            double[] figures = IntStream.of(allowed)
                    .mapToDouble(point -> scores.get(point).cost(objective))
                    .toArray();
            costs.add(
                    before == null
                            ? PointSurrogate.of(space.knobs(), own, figures)
                            : before.costs.get(objective).with(own, figures));
        }
        List<double[]> front = FrontGrowth.front(scores);
        return new Foresight(costs, front, Hypervolume.reference(front));
    }

    private double[] foretold(double[] design) {
        return costs.stream().mapToDouble(cost -> cost.at(design)).toArray();
    }

    /** Hypervolume that a design would add. */
    private double gain(double[] foretold) {
        for (double[] known : front) {
            if (isAsGood(known, foretold)) {
                return 0;
            }
        }
        List<double[]> with = new ArrayList<>(front);
        with.add(foretold);
        return Hypervolume.of(with, reference) - volume;
    }

    private static boolean isAsGood(double[] one, double[] other) {
        return IntStream.range(0, one.length).allMatch(i -> one[i] <= other[i]);
    }

    /** The one that promises most, and is believed from now on; of equals the first. */
    double[] best(List<double[]> designs) {
        double[] best = designs.get(0);
        double most = -1;
        @Nullable double[] cost = null;
        for (double[] design : designs) {
            double[] foretold = foretold(design);
            double gain = gain(foretold);
            if (gain > most) {
                best = design;
                most = gain;
                cost = foretold;
            }
        }
        front.add(Objects.requireNonNull(cost));
        volume += Math.max(0, most);
        return best;
    }
}
