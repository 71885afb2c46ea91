package mho.reports.compare;

import java.util.List;
import java.util.Map;
import mho.core.yaml.MapNode;

/**
 * A training as it lies in its directory, as far as comparing wants it. SI units.
 *
 * @param name as the command line names it
 * @param ideal whether its weights were kept in floating point
 * @param metrics those it has, by their keys
 * @param config its configuration, whole
 */
public record SavedTraining(
        String name,
        String chip,
        String network,
        boolean ideal,
        long seed,
        String configSha256,
        Map<String, Double> metrics,
        List<Epoch> epochs,
        MapNode config) {
    public SavedTraining {
        metrics = Map.copyOf(metrics);
        epochs = List.copyOf(epochs);
    }

    /**
     * An epoch.
     *
     * @param limit the resource that keeps examples from following faster
     * @param figures by their keys
     */
    public record Epoch(String limit, Map<String, Double> figures) {
        public Epoch {
            figures = Map.copyOf(figures);
        }
    }

    /** What limits the last epoch. */
    public String limit() {
        return epochs.isEmpty() ? "" : epochs.get(epochs.size() - 1).limit();
    }
}
