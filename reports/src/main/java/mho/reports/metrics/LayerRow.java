package mho.reports.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.machine.LayerValues;
import org.jspecify.annotations.Nullable;

/**
 * A layer, or the static row that stands for leakage and has neither times nor use.
 *
 * @param held null where the machine holds no layers
 * @param times null of the static row
 * @param use null of the static row
 * @param bytes null where the machine has no tiles
 * @param values what its arrays computed; null where no data were given, and without arrays
 */
public record LayerRow(
        String name,
        String kind,
        Work work,
        @Nullable Held held,
        @Nullable Times times,
        Energy energy,
        @Nullable Use use,
        @Nullable Bytes bytes,
        @Nullable LayerValues values) {
    /** Name and kind of the row for leakage. */
    public static final String STATIC = "(static)";

    /**
     * What one input asks of it.
     *
     * @param windows output positions, or steps of a recurrence
     * @param opsPerS ops / interval
     */
    public record Work(long ops, int windows, double opsPerS) {}

    /**
     * What holds it.
     *
     * @param arrays of all its copies
     * @param tiles it sits in
     * @param rowsLeftOut rows of its matrix (of one group's) that hold nothing but zeros and are not stored
     * @param columnsLeftOut columns, the same
     */
    public record Held(int copies, int arrays, int tiles, int rowsLeftOut, int columnsLeftOut) {}

    /**
     * When it works.
     *
     * @param latencyS first step of its first window to the end of its last, of one input with the chip to itself
     * @param intervalS between inputs it finishes, which is the network's; its latency if only one input ran
     * @param leastIntervalS what each input keeps the busiest of its own arrays busy: no input can follow another faster through this layer;
     *     null without arrays
     * @param inputs when the layer worked on the first inputs
     */
    public record Times(double latencyS, double intervalS, @Nullable Double leastIntervalS, List<Span> inputs) {
        public Times {
            inputs = List.copyOf(inputs);
        }
    }

    /** From the first step of an input's first window to the end of its last, seconds since the inputs became available. */
    public record Span(double startS, double finishS) {}

    /** What one input costs: in all, and by path of the part. */
    public record Energy(double totalJ, double opsPerJ, Map<String, Double> byComponentJ) {
        public Energy {
            byComponentJ = Collections.unmodifiableMap(new LinkedHashMap<>(byComponentJ));
        }
    }

    /**
     * How busy it keeps what it uses.
     *
     * @param utilization busy part of its arrays while it is active, the mean over its arrays; of digital layers, that of the bottleneck
     * @param bottleneck of the resources it uses, the one busy for the largest part of the time the layer is active
     * @param rowPhasesSkipped part of its rows' phases in which no row is driven; null without arrays, and where every row is driven
     */
    public record Use(
            double utilization, String bottleneck, double bottleneckUtilization, @Nullable Double rowPhasesSkipped) {}

    /**
     * What one input moves.
     *
     * @param buffer in and out of tile buffers
     * @param network between tiles, each byte counted on every hop
     */
    public record Bytes(double buffer, double network) {}

    /** The row of leakage; of a machine without tiles where {@code tiled} is false. */
    static LayerRow leakage(Energy energy, boolean tiled) {
        return new LayerRow(
                STATIC,
                STATIC,
                new Work(0, 0, 0),
                tiled ? new Held(0, 0, 0, 0, 0) : null,
                null,
                energy,
                null,
                tiled ? new Bytes(0, 0) : null,
                null);
    }

    public boolean isStatic() {
        return times == null;
    }

    /** When it worked on the first inputs; of leakage, nothing. */
    public List<Span> inputs() {
        return times == null ? List.of() : times.inputs();
    }
}
