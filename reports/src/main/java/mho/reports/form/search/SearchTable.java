package mho.reports.form.search;

import java.util.List;
import mho.reports.form.sweep.SweepTable;
import org.jspecify.annotations.Nullable;

/**
 * What a search came to.
 *
 * @param points that were computed or given, in the order of asking, with the front among them
 * @param space how many designs there are; infinite where something is continuous
 * @param growth generation by generation
 * @param weights for each objective that enough points have
 * @param winner null where no point is on the front
 */
public record SearchTable(
        SweepTable points,
        double space,
        SearchCounts counts,
        List<Growth> growth,
        List<MetricWeights> weights,
        @Nullable Winner winner) {
    public SearchTable {
        growth = List.copyOf(growth);
        weights = List.copyOf(weights);
    }
}
