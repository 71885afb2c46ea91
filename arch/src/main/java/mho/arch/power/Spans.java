package mho.arch.power;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of time in ticks that neither touch nor overlap, in order. */
final class Spans {
    private final List<Span> spans;

    /** From the beginning to before the end. */
    record Span(long from, long to) {}

    private Spans(List<Span> spans) {
        this.spans = spans;
    }

    /** Those that cover what any of these covers. */
    static Spans covering(List<Span> any) {
        List<Span> sorted = new ArrayList<>(any);
        sorted.sort(Comparator.comparingLong(Span::from));
        List<Span> merged = new ArrayList<>();
        for (Span next : sorted) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && next.from <= last.to) {
                merged.set(merged.size() - 1, new Span(last.from, Math.max(last.to, next.to)));
            } else {
                merged.add(next);
            }
        }
        return new Spans(merged);
    }

    /** Each begun so much earlier; a gap that is no longer than that closes. */
    Spans begunEarlier(long ticks) {
        return covering(
                spans.stream().map(span -> new Span(span.from - ticks, span.to)).toList());
    }

    /** Part of a stretch of time that they cover. */
    double shareOf(Span stretch) {
        long covered = 0;
        for (Span span : spans) {
            covered += Math.max(0, Math.min(span.to, stretch.to) - Math.max(span.from, stretch.from));
        }
        return (double) covered / Math.max(1, stretch.to - stretch.from);
    }

    /** How many of them begin in a stretch of time. */
    long begunIn(Span stretch) {
        return spans.stream()
                .filter(span -> span.from >= stretch.from && span.from < stretch.to)
                .count();
    }
}
