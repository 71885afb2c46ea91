package mho.reports.form.search;

import java.util.List;

/**
 * What a figure hangs on among the knobs.
 *
 * @param metric its key
 * @param explained part of the points' variance that the model behind the weights tells right of points left out, one by one
 * @param knobs the most weighty first
 */
public record MetricWeights(String metric, double explained, List<KnobWeight> knobs) {
    public MetricWeights {
        knobs = List.copyOf(knobs);
    }
}
