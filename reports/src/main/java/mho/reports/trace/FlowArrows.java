package mho.reports.trace;

import mho.core.engine.Model;

/**
 * Arrows from a span to one that uses what it made. Viewers bind each end to the span about it: the first end stands on the last nanosecond of
 * its span, or where the other end is if that is earlier, since a server may be busy for longer than it takes to hand on.
 */
final class FlowArrows {
    private static final long NANOSECOND = 1_000_000;
    private static final int ROOM = 170;

    private final EventSink sink;
    private final byte[][] names;
    private long written;
    private long leftOut;

    FlowArrows(EventSink sink, Model model) {
        this.sink = sink;
        names = new byte[model.edges()][];
        for (int edge = 0; edge < names.length; edge++) {
            names[edge] = EventLine.escaped(
                    model.stageName(model.producer(edge)) + " to " + model.stageName(model.consumer(edge)));
        }
    }

    long written() {
        return written;
    }

    /** For want of room. */
    long leftOut() {
        return leftOut;
    }

    /** What one along each edge takes at most. */
    long reserve() {
        long bytes = 0;
        for (byte[] name : names) {
            bytes += 2L * (ROOM + name.length);
        }
        return bytes;
    }

    /**
     * Both ends, or if there is no room neither.
     *
     * @param between "window" or "layer": what it leads between
     */
    void write(int edge, String between, SpanPlace from, SpanPlace to) {
        if (from.start() > to.start()) {
            return; // nothing of it was used by then
        }
        if (!sink.hasRoom(2L * (ROOM + names[edge].length))) {
            leftOut++;
            return;
        }
        long end = Math.min(to.start(), Math.max(from.start(), from.end() - NANOSECOND));
        begin("s", edge, between, from, end).raw("}");
        sink.end();
        begin("f", edge, between, to, to.start()).raw(",\"bp\":\"e\"}");
        sink.end();
        written++;
    }

    private EventLine begin(String phase, int edge, String between, SpanPlace at, long time) {
        EventLine line =
                sink.begin().raw("{\"ph\":\"").raw(phase).raw("\",\"cat\":\"").raw(between);
        line.raw("\",\"name\":\"").raw(names[edge]).raw("\",\"id\":").number(written + 1);
        line.raw(",\"pid\":").number(at.process()).raw(",\"tid\":").number(at.thread());
        return Microseconds.write(line.raw(",\"ts\":"), time);
    }
}
