package mho.arch.run;

/**
 * A stretch of inputs at the end of those seen, and whether their intervals have settled in it. They have if they repeat, one by one or in
 * groups of up to four, or if the means of the four quarters of the latter half of them agree; and if they are not shorter than the
 * busiest resource allows, as they are while a pipeline fills its buffers.
 *
 * @param from the input at whose end the stretch begins
 * @param to the input at whose end it ends
 * @param mean interval, ticks
 * @param spread of the parts: the largest mean less the smallest, over the mean
 */
record IntervalStretch(int from, int to, double mean, double spread, boolean steady) {
    /** Part of the interval by which a settled one may still vary. */
    static final double TOLERANCE = 0.005;

    /** Intervals that repeat are equal to this part: arbitration shifts single cycles. */
    private static final double REPEATS = 0.001;

    private static final int LONGEST_PERIOD = 4;
    private static final int QUARTERS = 4;

    /**
     * @param ends when each input was finished, ticks
     * @param count of them, at least 2
     * @param bound what the busiest resource needs for an input, ticks
     */
    static IntervalStretch lastOf(long[] ends, int count, double bound) {
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            int length = Math.max(4, 3 * period);
            if (length < count && repeats(ends, count, period, length)) {
                IntervalStretch found = in(ends, count, length, length / period, bound);
                if (found.steady) {
                    return found;
                }
            }
        }
        int quarter = (count - 1) / (2 * QUARTERS);
        return quarter == 0
                ? in(ends, count, Math.max(1, (count - 1) / 2), 1, bound).unsettled()
                : in(ends, count, QUARTERS * quarter, QUARTERS, bound);
    }

    private IntervalStretch unsettled() {
        return new IntervalStretch(from, to, mean, spread, false);
    }

    private static boolean repeats(long[] ends, int count, int period, int length) {
        double mean = (double) (ends[count - 1] - ends[count - 1 - length]) / length;
        for (int i = count - 1; i > count - 1 - length + period; i--) {
            double now = ends[i] - ends[i - 1];
            double before = ends[i - period] - ends[i - period - 1];
            if (Math.abs(now - before) > REPEATS * mean) {
                return false;
            }
        }
        return true;
    }

    /** The last so many intervals, looked at in so many equal parts. */
    private static IntervalStretch in(long[] ends, int count, int length, int parts, double bound) {
        int last = count - 1;
        int first = last - length;
        int each = length / parts;
        double mean = (double) (ends[last] - ends[first]) / length;
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int part = 0; part < parts; part++) {
            int from = first + part * each;
            double own = (double) (ends[from + each] - ends[from]) / each;
            least = Math.min(least, own);
            most = Math.max(most, own);
        }
        double spread = mean > 0 ? (most - least) / mean : 0;
        return new IntervalStretch(first, last, mean, spread, spread <= TOLERANCE && mean >= bound * (1 - TOLERANCE));
    }
}
