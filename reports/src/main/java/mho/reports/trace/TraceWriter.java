package mho.reports.trace;

import java.io.OutputStream;
import mho.arch.plan.Placement;
import mho.arch.program.Program;
import mho.core.engine.Model;
import mho.core.engine.SpanListener;
import mho.core.engine.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run as a trace while it happens: nothing is kept but where each buffer stands, and where the windows of an image are. When the file is full, at some
 * simulated time, no further span is written; since reservations are told in the order they are made, every span that
 * begins before that time is there.
 */
public final class TraceWriter implements SpanListener {
    private static final int FOOTER = 4096;

    private final TraceRange range;
    private final Tracks tracks;
    private final WindowNames names;
    private final TraceFile file;
    private final EventSink sink;
    private final BufferCounters buffers;
    private final LayerTracks layers;
    private final FlowArrows arrows;
    private final WindowArrows windows;

    private long spans;
    private long outside;
    private long beyond;
    private long fullAt = Long.MAX_VALUE;
    private @Nullable TraceNote note;

    private TraceWriter(OutputStream out, TraceRange range, Placement placement, Program program, int images) {
        this.range = range;
        Model model = program.model();
        tracks = new Tracks(program);
        names = new WindowNames(placement, model);
        file = new TraceFile(out);
        sink = new EventSink(file, tracks);
        buffers = new BufferCounters(sink, range, model);
        arrows = new FlowArrows(sink, model);
        windows = new WindowArrows(model, arrows);
        layers = new LayerTracks(sink, range, tracks, names, model, arrows);
        sink.limit(range.bytes() - Math.min(FOOTER + buffers.reserve() + layers.reserve(images), range.bytes() / 2));
    }

    /**
     * Begins the file.
     *
     * @param out closed when the run ends
     * @param images inputs of the run
     */
    public static TraceWriter to(OutputStream out, TraceRange range, Placement placement, Program program, int images) {
        return new TraceWriter(out, range, placement, program, images);
    }

    @Override
    public void busy(int server, int stage, int image, int window, long ready, long start, long end) {
        SpanPlace place = null;
        if (!range.reaches(start, end)) {
            outside++;
        } else {
            place = new SpanPlace(
                    tracks.processOf(server), tracks.threadOf(server), range.begin(start), range.end(end));
            if (isFull() || !write(place, server, stage, image, window, ready, start, end)) {
                beyond++;
                fullAt = Math.min(fullAt, ready);
                place = null;
            } else {
                spans++;
            }
        }
        windows.span(stage, image, window, place);
    }

    @Override
    public void held(int edge, long now, long windows) {
        if (now < range.to() && !isFull() && !buffers.held(edge, now, windows)) {
            fullAt = now;
        }
    }

    /** Writes the layers, and what the file is and lacks. */
    @Override
    public void ended(Timeline timeline) {
        sink.limit(range.bytes() - FOOTER);
        boolean counted = buffers.finish();
        long missing = layers.write(timeline);
        note = new TraceNote(
                range,
                spans,
                outside,
                beyond,
                buffers.written(),
                !counted,
                missing,
                arrows.written(),
                arrows.leftOut(),
                isFull() ? fullAt : null);
        file.close(note.json());
    }

    /** What was written and what was left out, once the run has ended; null before. */
    public @Nullable TraceNote note() {
        return note;
    }

    private boolean isFull() {
        return fullAt != Long.MAX_VALUE;
    }

    private boolean write(
            SpanPlace place, int server, int stage, int image, int window, long ready, long start, long end) {
        if (!sink.thread(place.process(), place.thread(), tracks.name(server))) {
            return false;
        }
        EventLine line = sink.begin()
                .raw("{\"ph\":\"X\",\"cat\":\"")
                .raw(tracks.category(server))
                .raw("\",\"name\":\"");
        names.writeWindow(line, stage, image, window);
        SpanText.write(line.raw("\""), place);
        line.raw(",\"args\":{\"image\":").number(image);
        names.writeCopy(line, stage, window);
        if (start > ready) {
            Microseconds.write(line.raw(",\"waited_").raw(Microseconds.UNIT).raw("\":"), start - ready);
        }
        SpanText.writeCut(line, place, start, end);
        line.raw("}}");
        return sink.end();
    }
}
