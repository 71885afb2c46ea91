package mho.core.engine;

/** Windows of one stage that are done before an earlier one is: a ring of bits, one for each window in flight. */
final class OutOfOrderWindows {
    private long[] ring = new long[1];

    /** Makes room for the windows numbered {@code from} up to, not including, {@code to}; none other may be in the ring. */
    void span(long from, long to) {
        if (to - from <= 64L * ring.length) {
            return;
        }
        if (to - from > 1L << 34) {
            throw new ModelSaysNo("more than 2^34 windows of one stage in flight: give it slots or a buffer capacity");
        }
        long[] old = ring;
        ring = new long[2 * old.length];
        takeOver(old, from, to - 1, 0);
    }

    /** Writes which of these windows are in the ring; none other may be. */
    void write(StateWords to, long from, long end) {
        long word = 0;
        for (long number = from; number < end; number++) {
            word = word << 1 | ring[word(number)] >>> number & 1;
            if ((number - from & 63) == 63 || number == end - 1) {
                to.add(word);
                word = 0;
            }
        }
    }

    /** Numbers the windows in the ring, all from {@code from} up to {@code to}, so much higher. */
    void moveOn(long from, long to, long by) {
        long[] old = ring;
        ring = new long[old.length];
        takeOver(old, from, to, by);
    }

    private void takeOver(long[] old, long from, long to, long by) {
        for (long number = from; number < to; number++) {
            if ((old[(int) (number >>> 6) & (old.length - 1)] >>> number & 1) != 0) {
                add(number + by);
            }
        }
    }

    void add(long number) {
        ring[word(number)] |= 1L << number;
    }

    /** Takes the window out; was it in? */
    boolean remove(long number) {
        int word = word(number);
        long bit = 1L << number;
        boolean in = (ring[word] & bit) != 0;
        ring[word] &= ~bit;
        return in;
    }

    private int word(long number) {
        return (int) (number >>> 6) & (ring.length - 1);
    }
}
