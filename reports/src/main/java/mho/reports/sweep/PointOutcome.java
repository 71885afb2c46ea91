package mho.reports.sweep;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.reports.form.sweep.PointLine;
import mho.reports.metrics.Metric;
import mho.reports.metrics.Report;
import mho.reports.run.InternalError;
import org.jspecify.annotations.Nullable;

/**
 * What a point came to: its figures, or why there are none.
 *
 * @param lasts whether the same question can have no other answer; a missing file or too little memory may be mended
 */
record PointOutcome(Map<Metric, Double> figures, @Nullable String failure, boolean lasts) {
    static PointOutcome of(Report report) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            Double figure = metric.of(report);
            if (figure != null) {
                figures.put(metric, figure);
            }
        }
        return new PointOutcome(figures, null, true);
    }

    static PointOutcome of(Throwable failure) {
        return new PointOutcome(Map.of(), message(failure), failure instanceof ModelSaysNo);
    }

    private static String message(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "out of memory: give the simulation more, as in MHO_HEAP=4g mho sweep …";
        }
        if (!(failure instanceof BadInput || failure instanceof ModelSaysNo)) {
            return InternalError.told(failure);
        }
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    static PointOutcome read(PointLine line) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            Double figure = line.figures().get(metric.key());
            if (figure != null) {
                figures.put(metric, figure);
            }
        }
        return new PointOutcome(figures, line.failure(), true);
    }

    PointLine line(String sha256) {
        Map<String, Double> byKey = new LinkedHashMap<>();
        figures.forEach((metric, figure) -> byKey.put(metric.key(), figure));
        return new PointLine(sha256, byKey, failure, true);
    }
}
