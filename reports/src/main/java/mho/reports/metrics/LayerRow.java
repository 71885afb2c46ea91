package mho.reports.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.machine.LayerValues;
import org.jspecify.annotations.Nullable;

/**
 * A layer, or the static row that stands for leakage and has no times.
 *
 * @param arrays of all its copies
 * @param rowsLeftOut rows of its matrix (of one group's) that hold nothing but zeros and are not stored
 * @param columnsLeftOut columns, the same
 * @param tiles it sits in
 * @param latencyS first step of its first window to the end of its last, of one input with the chip to itself
 * @param intervalS between inputs it finishes, which is the network's; its latency if only one input ran
 * @param leastIntervalS what each input keeps the busiest of its own arrays busy: no input can follow another faster through this layer; null
 *     without arrays
 * @param utilization busy part of its arrays while it is active, the mean over its arrays; of digital layers, that of the bottleneck
 * @param bottleneck of the resources it uses, the one busy for the largest part of the time the layer is active
 * @param bufferBytes that one input moves in and out of tile buffers
 * @param networkBytes that one input moves between tiles, each byte counted on every hop
 * @param inputs when the layer worked on the first inputs
 * @param values what its arrays computed; null where no data were given, and without arrays
 */
public record LayerRow(
        String name,
        String kind,
        long ops,
        int windows,
        int copies,
        int arrays,
        int rowsLeftOut,
        int columnsLeftOut,
        int tiles,
        @Nullable Double latencyS,
        @Nullable Double intervalS,
        @Nullable Double leastIntervalS,
        double energyJ,
        double opsPerS,
        double opsPerJ,
        @Nullable Double utilization,
        @Nullable String bottleneck,
        @Nullable Double bottleneckUtilization,
        Map<String, Double> energyByComponentJ,
        double bufferBytes,
        double networkBytes,
        List<Span> inputs,
        @Nullable LayerValues values) {
    /** Name and kind of the row for leakage. */
    public static final String STATIC = "(static)";

    public LayerRow {
        inputs = List.copyOf(inputs);
        energyByComponentJ = Collections.unmodifiableMap(new LinkedHashMap<>(energyByComponentJ));
    }

    /** From the first step of an input's first window to the end of its last, seconds since the inputs became available. */
    public record Span(double startS, double finishS) {}

    public boolean isStatic() {
        return latencyS == null;
    }
}
