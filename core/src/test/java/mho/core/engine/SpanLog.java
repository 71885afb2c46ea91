package mho.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers all it is told. */
final class SpanLog implements Watcher, SpanListener {
    final List<NaiveEngine.Span> spans = new ArrayList<>();
    final List<NaiveEngine.Held> held = new ArrayList<>();
    int asked;

    @Nullable
    Timeline ended;

    @Override
    public void progress(long events, long now) {}

    @Override
    public SpanListener spans() {
        asked++;
        return this;
    }

    @Override
    public void busy(int server, int stage, int image, int window, long ready, long start, long end) {
        spans.add(new NaiveEngine.Span(server, stage, image, window, ready, start, end));
    }

    @Override
    public void held(int edge, long now, long windows) {
        held.add(new NaiveEngine.Held(edge, now, windows));
    }

    @Override
    public void ended(Timeline timeline) {
        ended = timeline;
    }
}
