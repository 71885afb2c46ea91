package mho.reports.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mho.reports.figures.Figure;
import mho.reports.metrics.LayerRow;
import org.jspecify.annotations.Nullable;

/** The layers of all runs, aligned by name. */
public record AlignedLayers(List<Aligned> rows) {
    public AlignedLayers {
        rows = List.copyOf(rows);
    }

    /**
     * A layer of one name.
     *
     * @param kind in the first run that has it
     * @param in one entry a run, null where the run has no such layer
     */
    public record Aligned(String name, String kind, List<SavedRun.@Nullable Layer> in) {
        public boolean isStatic() {
            return in.stream().anyMatch(layer -> layer != null && layer.isStatic());
        }

        public boolean isIn(int run) {
            return in.get(run) != null;
        }

        public boolean isEverywhere() {
            return in.stream().allMatch(layer -> layer != null);
        }

        public FigureOfRuns figures(Figure<LayerRow> figure) {
            List<@Nullable Double> values = new ArrayList<>();
            for (SavedRun.Layer layer : in) {
                values.add(layer == null ? null : layer.figures().get(figure.key()));
            }
            return new FigureOfRuns(values);
        }
    }

    static AlignedLayers of(List<SavedRun> runs) {
        List<Map<String, SavedRun.Layer>> byName = new ArrayList<>();
        for (SavedRun run : runs) {
            Map<String, SavedRun.Layer> layers = new HashMap<>();
            run.layers().forEach(layer -> layers.put(layer.name(), layer));
            byName.add(layers);
        }
        List<Aligned> rows = new ArrayList<>();
        for (String name : inOrder(runs)) {
            List<SavedRun.@Nullable Layer> in = new ArrayList<>();
            byName.forEach(layers -> in.add(layers.get(name)));
            String kind = in.stream()
                    .flatMap(layer -> layer == null ? Stream.<String>empty() : Stream.of(layer.kind()))
                    .findFirst()
                    .orElse("");
            rows.add(new Aligned(name, kind, java.util.Collections.unmodifiableList(in)));
        }
        return new AlignedLayers(rows);
    }

    /** Those of the base; one that only others have follows the layer that it follows there. */
    private static List<String> inOrder(List<SavedRun> runs) {
        List<String> names = new ArrayList<>();
        for (SavedRun run : runs) {
            int after = 0;
            for (SavedRun.Layer layer : run.layers()) {
                int found = names.indexOf(layer.name());
                if (found < 0) {
                    names.add(after, layer.name());
                }
                after = (found < 0 ? after : found) + 1;
            }
        }
        return names;
    }

    /** Of the ratios of a run's layers to the base's, over the layers that both have; null if there are none. Leakage is no layer. */
    public @Nullable Double geometricMean(Figure<LayerRow> figure, int run) {
        double logarithms = 0;
        int count = 0;
        for (Aligned row : rows) {
            Double ratio = row.isStatic() ? null : row.figures(figure).ratio(run);
            if (ratio != null && ratio > 0 && Double.isFinite(ratio)) {
                logarithms += Math.log(ratio);
                count++;
            }
        }
        return count == 0 ? null : Math.exp(logarithms / count);
    }
}
