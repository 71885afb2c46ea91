package mho.reports.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One figure of every run, the base first; null where a run has none. */
public record FigureOfRuns(List<@Nullable Double> values) {
    public FigureOfRuns {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public @Nullable Double of(int run) {
        return values.get(run);
    }

    /** Null if one of the two is missing; 1 where both are zero, infinite where the base alone is. */
    public @Nullable Double ratio(int run) {
        Double base = values.get(0);
        Double other = values.get(run);
        return base == null || other == null ? null : ratio(base.doubleValue(), other.doubleValue());
    }

    static double ratio(double base, double other) {
        return base == other ? 1 : other / base;
    }

    /** Whether some run has it and it is not zero: what is nothing everywhere needs no row. */
    public boolean isSomething() {
        return values.stream().anyMatch(value -> value != null && value != 0);
    }

    /** Whether any run has it. */
    public boolean isAnywhere() {
        return values.stream().anyMatch(value -> value != null);
    }
}
