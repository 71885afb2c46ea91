package mho.reports.solve;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.reports.config.SolveConfig;
import mho.workloads.linear.InnerMethod;
import org.jspecify.annotations.Nullable;

/**
 * Equations that are solved.
 *
 * @param chip that has the matrix in its arrays
 * @param processor that keeps the residuals
 * @param size equations
 * @param entries of the matrix other than zero
 * @param arrays that hold it
 * @param left part of the right-hand side that was left before each correction, and after the last one
 * @param iterations inner ones, of all corrections
 * @param products in the arrays
 * @param arraySeconds of these products
 * @param digitalSeconds of the processor
 * @param operations of the processor
 * @param bytes that it moved
 * @param joules by part, those of the processor among them
 * @param error of the largest unknown against elimination in double precision, over the largest unknown; null where that is too large to be done
 * @param alone what the processor would take without arrays; null where that does not converge
 * @param clipped part of the conversions beyond the converters' range; null where products were exact
 * @param writeSeconds until the matrix is written; null where the chip does not say
 * @param writeJoules of that
 */
@SuppressWarnings("ArrayRecordComponent") // a block of memory, never compared
public record Solved(
        SolveConfig.Loaded config,
        String chip,
        String processor,
        InnerMethod method,
        int size,
        int entries,
        int arrays,
        List<Double> left,
        long iterations,
        long products,
        double arraySeconds,
        double digitalSeconds,
        double operations,
        double bytes,
        Map<String, Double> joules,
        double[] x,
        @Nullable Double error,
        @Nullable Alone alone,
        @Nullable Double clipped,
        @Nullable Double writeSeconds,
        @Nullable Double writeJoules) {
    public Solved {
        left = List.copyOf(left);
        joules = Collections.unmodifiableMap(new LinkedHashMap<>(joules));
    }

    /** The processor by itself, by the same method with products of its own. */
    public record Alone(long products, double seconds, double joules) {}

    /** Corrections. */
    public int rounds() {
        return left.size() - 1;
    }

    /** Arrays and processor wait for one another. */
    public double totalSeconds() {
        return arraySeconds + digitalSeconds;
    }

    public double totalJoules() {
        return joules.values().stream().mapToDouble(energy -> energy).sum();
    }
}
