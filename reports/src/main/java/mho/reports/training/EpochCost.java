package mho.reports.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import mho.reports.metrics.Totals;
import mho.workloads.network.BackwardLayer;
import org.jspecify.annotations.Nullable;

/**
 * What an epoch takes of a chip: of so many inputs that follow one another at the steady interval.
 *
 * @param timeS from the first input to the last output
 * @param energyJ of all inputs, with what leaks meanwhile
 * @param phases energy by what it went into
 * @param limit what keeps inputs from following faster
 */
public record EpochCost(double timeS, double energyJ, List<Phase> phases, String limit) {
    private static final String FORWARD = "forward";

    /**
     * A phase of training.
     *
     * @param spanS of the first input, from the first layer that begins with it to the last one that ends
     * @param energyJ of all inputs
     */
    public record Phase(String name, double spanS, double energyJ) {}

    /** @param report of one input of the training program */
    static EpochCost of(Report report, int examples) {
        Map<String, Double> energies = new LinkedHashMap<>();
        Map<String, double[]> spans = new LinkedHashMap<>();
        for (LayerRow row : report.layers()) {
            String phase = phase(row);
            energies.merge(phase, row.energy().totalJ() * examples, Double::sum);
            double[] span = spans.computeIfAbsent(phase, p -> new double[] {Double.POSITIVE_INFINITY, 0});
            if (!row.inputs().isEmpty()) {
                span[0] = Math.min(span[0], row.inputs().get(0).startS());
                span[1] = Math.max(span[1], row.inputs().get(0).finishS());
            }
        }
        List<Phase> phases = energies.entrySet().stream()
                .map(entry -> new Phase(entry.getKey(), span(spans.get(entry.getKey())), entry.getValue()))
                .toList();
        Totals.Times times = report.totals().times();
        return new EpochCost(
                times.latencyS() + (examples - 1) * times.intervalS(),
                report.totals().energy().totalJ() * examples,
                phases,
                report.totals().limit().resource());
    }

    private static double span(double @Nullable [] span) {
        return span == null ? 0 : Math.max(0, span[1] - span[0]);
    }

    private static String phase(LayerRow row) {
        return switch (row.kind()) {
            case BackwardLayer.GRADIENT, BackwardLayer.REVERSE, BackwardLayer.UPDATE, LayerRow.STATIC -> row.kind();
            default -> FORWARD;
        };
    }
}
