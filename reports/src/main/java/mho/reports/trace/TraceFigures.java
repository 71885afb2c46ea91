package mho.reports.trace;

import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;

import java.util.List;
import java.util.function.Function;
import mho.reports.figures.Figure;
import mho.reports.figures.FigureTable;
import mho.reports.figures.Unit;
import org.jspecify.annotations.Nullable;

/** What a trace holds and what it lacks: {@code otherData} of the file. */
final class TraceFigures {
    /** Without the first field. Times are whole femtoseconds. */
    static final FigureTable<TraceNote> TABLE = new FigureTable<>(
            "a trace",
            List.of(
                    words("unit", "unit", (TraceNote note) -> Microseconds.UNIT).means("of all times of events: us"),
                    count("from_fs", "from", note -> note.range().from()).means("first simulated time asked for"),
                    count(
                                    "to_fs",
                                    "to",
                                    note -> note.range().to() == Long.MAX_VALUE
                                            ? null
                                            : Long.valueOf(note.range().to()))
                            .means("simulated time where interest ends; null for the end of the run"),
                    count("max_bytes", "bytes at most", note -> note.range().bytes())
                            .means("of JSON, as asked for"),
                    count("spans", "spans", TraceNote::spans).means("of servers, written"),
                    count("counters", "counters", TraceNote::counters).means("values of buffers written"),
                    count("spans_out_of_range", "spans out of range", TraceNote::outside)
                            .means("left out because nobody asked for them"),
                    count("spans_left_out", "spans left out", TraceNote::beyond).means("left out for want of room"),
                    count("arrows", "arrows", TraceNote::arrows).means("from spans to those that use what they made"),
                    count("arrows_left_out", "arrows left out", TraceNote::arrowsLeftOut)
                            .means("left out for want of room"),
                    count("layers_left_out", "layers left out", TraceNote::layersLeftOut)
                            .means("spans of layers left out for want of room"),
                    count("complete_until_fs", "complete until", TraceNote::completeUntil)
                            .means("every span in the range that begins earlier is there; null if none is missing"),
                    words("note", "note", TraceNote::lacks).means("what is left out, in words")));

    private TraceFigures() {}

    private static Figure<TraceNote> count(String key, String label, Function<TraceNote, @Nullable Long> of) {
        return whole(key, label, Unit.COUNT, of);
    }
}
