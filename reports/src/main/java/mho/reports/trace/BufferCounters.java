package mho.reports.trace;

import java.util.HashMap;
import java.util.Map;
import mho.core.engine.Model;

/** What buffers hold, as counters: one value a tick, the last; where the range begins, what they held by then. */
final class BufferCounters {
    private final EventSink sink;
    private final TraceRange range;
    private final byte[][] names;
    private final long[] value;
    private final long[] since;
    private final boolean[] pending;
    private long written;

    BufferCounters(EventSink sink, TraceRange range, Model model) {
        this.sink = sink;
        this.range = range;
        int edges = model.edges();
        names = new byte[edges][];
        value = new long[edges];
        since = new long[edges];
        pending = new boolean[edges];
        Map<String, Integer> alike = new HashMap<>();
        for (int edge = 0; edge < edges; edge++) {
            String name = model.stageName(model.producer(edge)) + " to " + model.stageName(model.consumer(edge));
            int number = alike.merge(name, 1, Integer::sum);
            int room = model.capacity(edge);
            names[edge] = EventLine.escaped(name
                    + (number == 1 ? "" : " (" + number + ")")
                    + (room == Model.UNBOUNDED ? "" : ", room for " + room));
        }
    }

    /** What the last values may still take. */
    long reserve() {
        long bytes = 0;
        for (byte[] name : names) {
            bytes += name.length + 120;
        }
        return bytes;
    }

    long written() {
        return written;
    }

    /** False if there was no room for what came before. */
    boolean held(int edge, long now, long windows) {
        long time = Math.max(now, range.from());
        boolean fits = !pending[edge] || since[edge] == time || write(edge);
        since[edge] = time;
        value[edge] = windows;
        pending[edge] = now >= range.from() || windows > 0;
        return fits;
    }

    /** Writes what is still pending. */
    boolean finish() {
        for (int edge = 0; edge < names.length; edge++) {
            if (pending[edge] && !write(edge)) {
                return false;
            }
        }
        return true;
    }

    private boolean write(int edge) {
        if (!sink.process(Tracks.BUFFERS)) {
            return false;
        }
        EventLine line =
                sink.begin().raw("{\"ph\":\"C\",\"cat\":\"buffer\",\"pid\":").number(Tracks.BUFFERS);
        line.raw(",\"name\":\"").raw(names[edge]).raw("\",\"ts\":");
        Microseconds.write(line, since[edge])
                .raw(",\"args\":{\"windows\":")
                .number(value[edge])
                .raw("}}");
        pending[edge] = false;
        boolean fits = sink.end();
        written += fits ? 1 : 0;
        return fits;
    }
}
