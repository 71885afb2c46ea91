package mho.reports.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.core.yaml.MapNode;
import mho.reports.figures.Figure;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/**
 * A run as it lies in its directory, as far as comparing wants it. SI units.
 *
 * @param name as the command line names it
 * @param bottleneck the resource that each input keeps busy longest; empty if none is ever busy
 * @param metrics those the run has, by their keys
 * @param componentsJ energy by path of the part in the chip file; they sum to that of the run
 * @param config its configuration, whole
 */
public record SavedRun(
        String name,
        String chip,
        String network,
        int images,
        long seed,
        String version,
        String configSha256,
        String bottleneck,
        Map<String, Double> metrics,
        List<Layer> layers,
        Map<String, Double> componentsJ,
        MapNode config) {
    public SavedRun {
        metrics = Map.copyOf(metrics);
        layers = List.copyOf(layers);
        componentsJ = Collections.unmodifiableMap(new LinkedHashMap<>(componentsJ));
    }

    /**
     * A layer, or the row that stands for leakage.
     *
     * @param figures those the layer has, by their keys
     */
    public record Layer(String name, String kind, Map<String, Double> figures) {
        public Layer {
            figures = Map.copyOf(figures);
        }

        public boolean isStatic() {
            return name.equals(LayerRow.STATIC);
        }
    }

    /** Null where the run has no such figure. */
    public @Nullable Double metric(Figure<Report> metric) {
        return metrics.get(metric.key());
    }
}
