package mho.reports.sweep;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.reports.form.PointLine;
import mho.reports.metrics.Metric;
import mho.reports.metrics.Report;
import mho.reports.run.Mistake;
import org.jspecify.annotations.Nullable;

/**
 * What a point came to: its figures, or why there are none.
 *
 * @param lasts whether the same question can have no other answer; a missing file or too little memory may be mended
 */
record Outcome(Map<Metric, Double> figures, @Nullable String failure, boolean lasts) {
    static Outcome of(Report report) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            Double figure = metric.of(report);
            if (figure != null) {
                figures.put(metric, figure);
            }
        }
        return new Outcome(figures, null, true);
    }

    static Outcome of(Throwable failure) {
        return new Outcome(Map.of(), message(failure), failure instanceof ModelSaysNo);
    }

    private static String message(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "out of memory: give the simulation more, as in MHO_HEAP=4g mho sweep …";
        }
        if (!(failure instanceof BadInput || failure instanceof ModelSaysNo)) {
            return Mistake.told(failure);
        }
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    static Outcome read(PointLine line) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            Double figure = line.figures().get(metric.key());
            if (figure != null) {
                figures.put(metric, figure);
            }
        }
        return new Outcome(figures, line.failure(), true);
    }

    PointLine line(String sha256) {
        Map<String, Double> byKey = new LinkedHashMap<>();
        figures.forEach((metric, figure) -> byKey.put(metric.key(), figure));
        return new PointLine(sha256, byKey, failure, true);
    }
}
