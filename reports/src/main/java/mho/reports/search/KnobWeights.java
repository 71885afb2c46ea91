package mho.reports.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import mho.periphery.device.Draws;
import mho.reports.form.search.KnobWeight;
import mho.reports.form.search.MetricWeights;
import mho.reports.sweep.PointOutcome;
import org.jspecify.annotations.Nullable;

/** Which knobs matter: Sobol indices of a model of the points, over all designs as if each were as likely as the others. */
final class KnobWeights {
    private static final int DRAWS = 4096;

    /** Fewer points for each knob tell nothing. */
    private static final int LEAST_PER_KNOB = 3;

    private KnobWeights() {}

    /** Null where too few points have the figure. */
    static @Nullable MetricWeights of(
            String metric, DesignSpace space, List<double[]> places, List<PointOutcome> outcomes) {
        int[] having = IntStream.range(0, outcomes.size())
                .filter(i -> outcomes.get(i).figures().get(metric) != null)
                .toArray();
        if (having.length < LEAST_PER_KNOB * space.knobs().size()) {
            return null;
        }
        List<double[]> own = IntStream.of(having).mapToObj(places::get).toList();
        double[] figures = IntStream.of(having)
                .mapToDouble(
                        i -> Objects.requireNonNull(outcomes.get(i).figures().get(metric)))
                .toArray();
        PointSurrogate surrogate = PointSurrogate.of(space.knobs(), own, figures);
        RandomGenerator random = Draws.of(0, "weights", metric);
        SobolIndices indices = SobolIndices.of(
                place -> surrogate.standardised(space.snapped(place)),
                space.knobs().size(),
                DRAWS,
                random);
        List<KnobWeight> weights = new ArrayList<>();
        for (int i = 0; i < space.knobs().size(); i++) {
            weights.add(new KnobWeight(space.knobs().get(i).name(), indices.first()[i], indices.total()[i]));
        }
        weights.sort(Comparator.comparingDouble(KnobWeight::total).reversed());
        return new MetricWeights(metric, surrogate.explained(), weights);
    }
}
