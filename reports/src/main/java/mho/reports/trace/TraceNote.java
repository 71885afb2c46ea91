package mho.reports.trace;

import java.nio.charset.StandardCharsets;
import mho.core.engine.Clock;
import mho.core.quantity.Quantity;
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

    /** As {@code otherData} of the file. */
    public String json() {
        EventLine line = new EventLine();
        line.raw("{\"schema\":\"mho.trace/2\",\"unit\":\"").raw(Micros.UNIT);
        line.raw("\",\"from_fs\":").number(range.from()).raw(",\"to_fs\":");
        line.raw(range.to() == Long.MAX_VALUE ? "null" : Long.toString(range.to()));
        line.raw(",\"max_bytes\":").number(range.bytes());
        line.raw(",\"spans\":").number(spans).raw(",\"counters\":").number(counters);
        line.raw(",\"spans_out_of_range\":")
                .number(outside)
                .raw(",\"spans_left_out\":")
                .number(beyond);
        line.raw(",\"arrows\":").number(arrows).raw(",\"arrows_left_out\":").number(arrowsLeftOut);
        line.raw(",\"layers_left_out\":").number(layersLeftOut).raw(",\"complete_until_fs\":");
        line.raw(completeUntil == null ? "null" : Long.toString(completeUntil));
        String lacks = leftOut().strip();
        line.raw(",\"note\":\"").raw(EventLine.escaped(lacks.isEmpty() ? "nothing in the range is left out" : lacks));
        line.raw("\"}");
        return new String(line.bytes(), 0, line.length(), StandardCharsets.UTF_8);
    }
}
