package mho.reports.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import mho.core.engine.Clock;
import mho.core.quantity.BadQuantity;
import mho.core.quantity.Dimension;
import mho.core.quantity.MessageText;
import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;
import mho.reports.trace.TraceRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code --trace} and its kin ask for. */
final class TraceOptions {
    @Option(
            names = "--trace",
            description = "Writes trace.json.gz too: every step on every resource, buffers and layers, for Perfetto")
    private boolean trace;

    @Option(
            names = "--trace-from",
            paramLabel = "TIME",
            description = "Simulated time the trace begins at, as in 12.5us. Default: 0 s")
    private @Nullable String from;

    @Option(
            names = "--trace-to",
            paramLabel = "TIME",
            description = "Simulated time the trace ends at. Default: the end of the run")
    private @Nullable String to;

    @Option(
            names = "--trace-size",
            paramLabel = "BYTES",
            description = "JSON in the trace at most, before it is compressed. Default: 100MB")
    private @Nullable String size;

    /** What to trace; null for nothing. */
    @Nullable
    TraceRange range() {
        if (!trace) {
            if (from != null || to != null || size != null) {
                throw new BadInput("--trace-from, --trace-to and --trace-size belong to a trace: give --trace too");
            }
            return null;
        }
        long begin = from == null ? 0 : ticks("--trace-from", from);
        long end = to == null ? Long.MAX_VALUE : ticks("--trace-to", to);
        if (end <= begin) {
            throw new BadInput(
                    "--trace-to " + MessageText.plain(String.valueOf(to)) + ": has to be later than --trace-from"
                            + (from == null ? ", which is 0 s" : " " + MessageText.plain(from)));
        }
        return new TraceRange(begin, end, size == null ? TraceRange.DEFAULT_BYTES : bytes(size));
    }

    private static long ticks(String option, String text) {
        BigDecimal ticks;
        try {
            ticks = Quantity.decimal(text, Dimension.of("s")).multiply(BigDecimal.valueOf(Clock.TICKS_PER_SECOND));
        } catch (BadQuantity e) {
            throw new BadInput(option + " " + MessageText.plain(text) + ": expected a time such as 12.5us or 3 ms");
        }
        if (ticks.signum() < 0 || ticks.compareTo(BigDecimal.valueOf(Clock.HORIZON)) > 0) {
            throw new BadInput(option + " " + MessageText.plain(text) + ": simulated time is 0 s to 77 minutes");
        }
        return ticks.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static long bytes(String text) {
        BigDecimal bytes;
        try {
            bytes = Quantity.decimal(text, Dimension.of("B"));
        } catch (BadQuantity e) {
            throw new BadInput("--trace-size " + MessageText.plain(text) + ": expected a size such as 100MB or 1 GiB");
        }
        if (bytes.compareTo(BigDecimal.valueOf(TraceRange.LEAST_BYTES)) < 0) {
            throw new BadInput("--trace-size " + MessageText.plain(text) + ": give at least "
                    + TraceRange.LEAST_BYTES / 1000 + " kB, the names of the tracks need room");
        }
        return bytes.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
    }
}
