package mho.reports.trace;

import mho.core.engine.Clock;
import mho.core.quantity.Quantity;
import mho.reports.medium.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a trace holds and what it lacks.
 *
 * @param spans written, of servers; those of layers come on top
 * @param outside spans that do not reach into the range asked for
 * @param beyond spans left out for want of room
 * @param counters values of buffers written
 * @param countersLeftOut whether the last value of a buffer had no room
 * @param layersLeftOut spans of layers that had no room
 * @param arrows from spans to those that use what they made
 * @param arrowsLeftOut arrows that had no room
 * @param completeUntil tick up to which every span in the range is there; null if nothing in the range is missing
 */
public record TraceNote(
        TraceRange range,
        long spans,
        long outside,
        long beyond,
        long counters,
        boolean countersLeftOut,
        long layersLeftOut,
        long arrows,
        long arrowsLeftOut,
        @Nullable Long completeUntil) {
    private static final String SCHEMA = "mho.trace/2";

    /** For people: what there is, and a line for each thing that is not. */
    public String text() {
        StringBuilder text = new StringBuilder("Trace: " + spans + " spans, " + arrows + " arrows\n");
        if (!range.isWhole()) {
            text.append("Left out: ").append(outside).append(" spans outside ").append(asked());
            text.append("\n");
        }
        return text.append(leftOut()).toString();
    }

    private String leftOut() {
        StringBuilder text = new StringBuilder();
        String why = Quantity.format((double) range.bytes(), "B")
                + " hold no more, see --trace-size, --trace-from and --trace-to";
        if (completeUntil != null) {
            text.append("Left out: ").append(beyond).append(" spans, none that begins before ");
            text.append(seconds(completeUntil)).append(" (").append(why).append(")\n");
        }
        if (layersLeftOut > 0 || countersLeftOut) {
            text.append("Left out: ").append(layersLeftOut).append(" spans of layers");
            text.append(countersLeftOut ? " and the last values of buffers (" : " (");
            text.append(why).append(")\n");
        }
        if (arrowsLeftOut > 0) {
            text.append("Left out: ")
                    .append(arrowsLeftOut)
                    .append(" arrows (")
                    .append(why)
                    .append(")\n");
        }
        return text.toString();
    }

    private String asked() {
        return range.to() == Long.MAX_VALUE
                ? seconds(range.from()) + " to the end"
                : seconds(range.from()) + " to " + seconds(range.to());
    }

    private static String seconds(long tick) {
        return Quantity.format((double) tick / Clock.TICKS_PER_SECOND, "s", 7);
    }

    /** What is left out, or that nothing is. */
    String lacks() {
        String lacks = leftOut().strip();
        return lacks.isEmpty() ? "nothing in the range is left out" : lacks;
    }

    /** As {@code otherData} of the file. */
    public String json() {
        return Json.line(json -> TraceFigures.TABLE.write(json.put("schema", SCHEMA), this))
                .stripTrailing();
    }
}
