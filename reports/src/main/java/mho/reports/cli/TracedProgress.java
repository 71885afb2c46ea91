package mho.reports.cli;

import java.io.OutputStream;
import mho.arch.plan.Placement;
import mho.arch.program.Program;
import mho.core.engine.SpanListener;
import mho.core.engine.Watcher;
import mho.reports.run.Progress;
import mho.reports.trace.TraceNote;
import mho.reports.trace.TraceRange;
import mho.reports.trace.TraceWriter;
import org.jspecify.annotations.Nullable;

/** Hears how far a run is, as another does, and traces it besides. */
final class TracedProgress implements Progress {
    private final Progress line;
    private final OutputStream out;
    private final TraceRange range;
    private final int images;
    private @Nullable TraceWriter writer;

    TracedProgress(Progress line, OutputStream out, TraceRange range, int images) {
        this.line = line;
        this.out = out;
        this.range = range;
        this.images = images;
    }

    @Override
    public void progress(long events, long now) {
        line.progress(events, now);
    }

    @Override
    public void images(int done, int all) {
        line.images(done, all);
    }

    @Override
    public Watcher watching(Placement placement, Program program) {
        TraceWriter begun = TraceWriter.to(out, range, placement, program, images);
        writer = begun;
        return new Watcher() {
            @Override
            public void progress(long events, long now) {
                line.progress(events, now);
            }

            @Override
            public SpanListener spans() {
                return begun;
            }
        };
    }

    /** What the trace holds and lacks; empty before the run has ended. */
    String note() {
        TraceNote note = writer == null ? null : writer.note();
        return note == null ? "" : note.text();
    }
}
