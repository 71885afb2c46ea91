package mho.reports.trace;

import java.util.BitSet;

/** Events on their way into the file, as long as there is room. Processes and threads are named before their first event. */
final class EventSink {
    private static final int SEPARATOR = 2;
    private static final int OF_PROCESS = 0;

    private final TraceFile file;
    private final Tracks tracks;
    private final EventLine line = new EventLine();
    private final BitSet named = new BitSet();
    private long limit;

    EventSink(TraceFile file, Tracks tracks) {
        this.file = file;
        this.tracks = tracks;
    }

    /** From now on there is room for so many bytes in all. */
    void limit(long bytes) {
        limit = bytes;
    }

    EventLine begin() {
        return line.begin();
    }

    /** Writes the line begun last; false if there is no room for it. */
    boolean end() {
        if (file.bytes() + line.length() + SEPARATOR > limit) {
            return false;
        }
        file.event(line);
        return true;
    }

    boolean hasRoom(long bytes) {
        return file.bytes() + bytes + 2L * SEPARATOR <= limit;
    }

    /** Makes sure that the process has its name. */
    boolean process(int process) {
        if (named.get(process)) {
            return true;
        }
        named.set(process);
        return name("process", process, OF_PROCESS, tracks.processName(process), process);
    }

    /** Makes sure that the thread and its process have their names. */
    boolean thread(int process, int thread, String name) {
        if (named.get(thread)) {
            return true;
        }
        named.set(thread);
        return process(process) && name("thread", process, thread, name, thread);
    }

    /** @param place among its like, from top to bottom */
    private boolean name(String kind, int process, int thread, String name, int place) {
        meta(kind, "_name", process, thread)
                .raw("{\"name\":\"")
                .raw(EventLine.escaped(name))
                .raw("\"}}");
        if (!end()) {
            return false;
        }
        meta(kind, "_sort_index", process, thread)
                .raw("{\"sort_index\":")
                .number(place)
                .raw("}}");
        return end();
    }

    private EventLine meta(String kind, String what, int process, int thread) {
        begin().raw("{\"ph\":\"M\",\"name\":\"")
                .raw(kind)
                .raw(what)
                .raw("\",\"pid\":")
                .number(process);
        if (thread != OF_PROCESS) {
            line.raw(",\"tid\":").number(thread);
        }
        return line.raw(",\"args\":");
    }
}
