package mho.reports.trace;

/**
 * What of a run goes into its trace.
 *
 * @param from first tick of interest; spans that reach into the range are cut where it begins and ends
 * @param to the tick where interest ends, itself not of interest
 * @param bytes of JSON at most, before it is compressed
 */
public record TraceRange(long from, long to, long bytes) {
    public static final long DEFAULT_BYTES = 100_000_000;

    /** Less would not hold the tracks' names. */
    public static final long LEAST_BYTES = 100_000;

    /** From beginning to end, up to the default size. */
    public static final TraceRange ALL = new TraceRange(0, Long.MAX_VALUE, DEFAULT_BYTES);

    public TraceRange {
        if (from < 0 || to <= from || bytes < LEAST_BYTES) {
            throw new IllegalArgumentException("a trace from " + from + " to " + to + " of " + bytes
                    + " bytes: give a range and at least " + LEAST_BYTES + " bytes");
        }
    }

    boolean reaches(long start, long end) {
        return start < to && (end > from || start >= from);
    }

    /** Where the part of a span in the range begins. */
    long begin(long start) {
        return Math.max(start, from);
    }

    /** And where it ends. */
    long end(long end) {
        return Math.min(end, to);
    }

    boolean isWhole() {
        return from == 0 && to == Long.MAX_VALUE;
    }
}
