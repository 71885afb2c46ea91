package mho.reports.trace;

/** What the text of all spans has in common. */
final class SpanText {
    private SpanText() {}

    /** Where it stands: track, time and length. */
    static void write(EventLine line, SpanPlace place) {
        line.raw(",\"pid\":").number(place.process()).raw(",\"tid\":").number(place.thread());
        Microseconds.write(line.raw(",\"ts\":"), place.start());
        Microseconds.write(line.raw(",\"dur\":"), place.end() - place.start());
    }

    /** Arguments of a span that the range cuts: where it really begins and ends. */
    static void writeCut(EventLine line, SpanPlace place, long start, long end) {
        if (place.start() > start) {
            Microseconds.write(line.raw(",\"begins_us\":"), start);
        }
        if (place.end() < end) {
            Microseconds.write(line.raw(",\"ends_us\":"), end);
        }
    }
}
