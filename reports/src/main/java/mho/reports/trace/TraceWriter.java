package mho.reports.trace;

import java.io.OutputStream;
import java.util.stream.IntStream;
import mho.arch.map.Placement;
import mho.arch.program.Program;
import mho.core.engine.Model;
import mho.core.engine.Spans;
import mho.core.engine.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run as a trace while it happens: nothing is kept but where each buffer stands. When the file is full, at some
 * simulated time, no further span is written; since reservations are told in the order they are made, every span that
 * begins before that time is there.
 */
public final class TraceWriter implements Spans {
    private static final int FOOTER = 4096;

    private final TraceRange range;
    private final Scale scale;
    private final Tracks tracks;
    private final WindowNames names;
    private final TraceFile file;
    private final Sink sink;
    private final Buffers buffers;
    private final Layers layers;

    private long spans;
    private long outside;
    private long beyond;
    private long fullAt = Long.MAX_VALUE;
    private boolean tooLate;
    private @Nullable TraceNote note;

    private TraceWriter(OutputStream out, TraceRange range, Placement placement, Program program, int images) {
        this.range = range;
        Model model = program.model();
        scale = Scale.of(model.grain());
        tracks = new Tracks(program, scale);
        names = new WindowNames(placement);
        file = new TraceFile(out);
        sink = new Sink(file, tracks);
        buffers = new Buffers(sink, scale, range, model);
        String[] stages =
                IntStream.range(0, model.stages()).mapToObj(model::stageName).toArray(String[]::new);
        layers = new Layers(sink, scale, range, tracks, names, stages);
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
        if (!range.reaches(start, end)) {
            outside++;
        } else if (isFull() || !fits(end) || !write(server, stage, image, window, ready, start, end)) {
            beyond++;
            fullAt = Math.min(fullAt, ready);
        } else {
            spans++;
        }
    }

    @Override
    public void held(int edge, long now, long windows) {
        if (now < range.to() && !isFull() && (!fits(now) || !buffers.held(edge, now, windows))) {
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
                scale,
                range,
                spans,
                outside,
                beyond,
                buffers.written(),
                !counted,
                missing,
                isFull() ? fullAt : null,
                tooLate ? "viewers hold no later times at this scale" : null);
        file.close(note.json());
    }

    /** What was written and what was left out, once the run has ended; null before. */
    public @Nullable TraceNote note() {
        return note;
    }

    private boolean isFull() {
        return fullAt != Long.MAX_VALUE;
    }

    private boolean fits(long time) {
        if (scale.holds(time)) {
            return true;
        }
        tooLate = true;
        return false;
    }

    private boolean write(int server, int stage, int image, int window, long ready, long start, long end) {
        int process = tracks.processOf(server);
        int thread = tracks.threadOf(server);
        if (!sink.thread(process, thread, tracks.name(server))) {
            return false;
        }
        Line line = sink.begin().raw("{\"ph\":\"X\",\"name\":\"");
        names.writeWindow(line, stage, image, window);
        line.raw("\",\"pid\":").number(process).raw(",\"tid\":").number(thread);
        line.raw(",\"ts\":").number(scale.shown(start)).raw(",\"dur\":").number(scale.shown(end - start));
        line.raw(",\"args\":{\"image\":").number(image);
        names.writeCopy(line, stage, window);
        if (start > ready) {
            line.raw(",\"waited_").raw(scale.unit).raw("\":").number(scale.shown(start - ready));
        }
        line.raw("}}");
        return sink.end();
    }
}
