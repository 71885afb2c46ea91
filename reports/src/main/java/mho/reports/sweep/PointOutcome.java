package mho.reports.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.reports.figures.Figure;
import mho.reports.figures.MetricTable;
import mho.reports.form.sweep.PointLine;
import mho.reports.run.InternalError;
import org.jspecify.annotations.Nullable;

/**
 * What a point came to: its figures by their keys, or why there are none.
 *
 * @param lasts whether the same question can have no other answer; a missing file or too little memory may be mended
 */
public record PointOutcome(Map<String, Double> figures, @Nullable String failure, boolean lasts) {
    static <T> PointOutcome of(MetricTable<T> judged, T subject) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Figure<T> metric : judged.metrics()) {
            Double figure = metric.number(subject);
            if (figure != null) {
                figures.put(metric.key(), figure);
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
        return new PointOutcome(line.figures(), line.failure(), true);
    }

    PointLine line(String sha256) {
        return new PointLine(sha256, figures, failure, true);
    }
}
