package mho.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.core.yaml.MapNode;
import mho.reports.figures.Figure;
import mho.reports.figures.LayerFigures;
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/**
 * Two or more runs side by side; the first is the base that all others are held against.
 *
 * @param configuration the settings that differ
 * @param byComponent one entry for each run but the base
 * @param byLayer one entry for each run but the base
 */
public record Comparison(
        List<SavedRun> runs,
        List<ConfigDifference> configuration,
        AlignedLayers layers,
        List<EnergyShift> byComponent,
        List<EnergyShift> byLayer)
        implements FailureCheck.Judged<Report> {
    public Comparison {
        runs = List.copyOf(runs);
        configuration = List.copyOf(configuration);
        byComponent = List.copyOf(byComponent);
        byLayer = List.copyOf(byLayer);
    }

    public static Comparison of(List<SavedRun> runs) {
        List<MapNode> configs = runs.stream().map(SavedRun::config).toList();
        SavedRun base = runs.get(0);
        List<SavedRun> others = runs.subList(1, runs.size());
        return new Comparison(
                runs,
                ConfigDifference.between(configs),
                AlignedLayers.of(runs),
                others.stream()
                        .map(run -> EnergyShift.of(base.componentsJ(), run.componentsJ()))
                        .toList(),
                others.stream()
                        .map(run -> EnergyShift.of(layerEnergy(base), layerEnergy(run)))
                        .toList());
    }

    private static Map<String, Double> layerEnergy(SavedRun run) {
        Map<String, Double> energy = new LinkedHashMap<>();
        run.layers().forEach(layer -> energy.put(layer.name(), layer.figures().getOrDefault(LayerFigures.ENERGY, 0.0)));
        return energy;
    }

    /** What a run is called for short: A, B, … Z, then by number. */
    public static String letter(int run) {
        return run < 26 ? String.valueOf((char) ('A' + run)) : "#" + (run + 1);
    }

    /** "B/A" */
    public static String over(int run) {
        return letter(run) + "/" + letter(0);
    }

    @Override
    public List<String> names() {
        return runs.stream().map(SavedRun::name).toList();
    }

    @Override
    public FigureOfRuns totals(Figure<Report> metric) {
        List<@Nullable Double> values = new ArrayList<>();
        runs.forEach(run -> values.add(run.metric(metric)));
        return new FigureOfRuns(values);
    }
}
