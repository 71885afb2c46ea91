package mho.core.engine;

import java.util.Arrays;

/**
 * The agenda: a monotone priority queue of (time, payload) pairs in primitive arrays. Nothing may be scheduled before
 * the time last popped, which is all a simulation asks. Pairs of equal time come out in the order they went in.
 *
 * <p>A radix heap (Ahuja, Mehlhorn, Orlin and Tarjan, "Faster algorithms for the shortest path problem", JACM 37(2),
 * 1990) with digits of five bits. A pair that differs from the current time lies in the list of the highest digit in
 * which it differs and of that digit's value. The earliest pair is then in the first list that is not empty; when time
 * moves there, the list's pairs move to lists of lower digits, all empty so far. A pair moves at most once per digit and hardly
 * ever more than twice. Equal times always share a list and lists keep their order, so no sequence number is needed.
 *
 * <p>Lists are linked through one pool of nodes: a pair stays where it was written, memory is that of the most pairs
 * ever pending.
 */
final class RadixHeap {
    private static final int BITS = 5;
    private static final int VALUES = 1 << BITS;
    private static final int LEVELS = (63 + BITS - 1) / BITS;
    // List 0 holds the pairs of the current time. List 1 + level * VALUES + value holds those that first differ there.
    private static final int LISTS = 1 + LEVELS * VALUES;
    private static final int NONE = -1;
    private static final byte[] LEVEL_OF_BIT = new byte[64];

    static {
        for (int bit = 0; bit < LEVEL_OF_BIT.length; bit++) {
            LEVEL_OF_BIT[bit] = (byte) (bit / BITS);
        }
    }

    // Node n is the pair (pairs[2n], pairs[2n + 1]). Nodes below LISTS are no pairs but the heads of the lists: the
    // first
    // node of list l is next[l]; an empty list ends in its head.
    private long[] pairs = new long[4 * LISTS];
    private int[] next = new int[2 * LISTS];
    private final int[] tail = new int[LISTS];
    private int used = LISTS;
    private int free = NONE;
    private int size;

    // Bit v of values[level] is set if the list of that level and value is not empty; bit l of levels if values[l] is
    // not 0.
    private final int[] values = new int[LEVELS];
    private int levels;
    private long time;

    RadixHeap() {
        for (int list = 0; list < LISTS; list++) {
            tail[list] = list;
        }
    }

    /**
     * Adds a pair.
     *
     * @throws IllegalStateException if the time has passed already
     */
    void push(long at, long payload) {
        if (at < time) {
            throw new IllegalStateException("scheduled at " + at + ", before the present " + time);
        }
        int node = free;
        if (node == NONE) {
            node = unused();
        } else {
            free = next[node];
        }
        pairs[2 * node] = at;
        pairs[2 * node + 1] = payload;
        size++;
        append(node, at);
    }

    /** Removes the earliest pair, moves {@link #time()} there and returns its payload. The heap must not be empty. */
    long pop() {
        if (tail[0] == 0) {
            advance();
        }
        int node = next[0];
        if (tail[0] == node) {
            tail[0] = 0;
        } else {
            next[0] = next[node];
        }
        next[node] = free;
        free = node;
        size--;
        return pairs[2 * node + 1];
    }

    /** The present: the time of the pair last popped. */
    long time() {
        return time;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private void append(int node, long at) {
        int list = 0;
        if (at != time) {
            int level = LEVEL_OF_BIT[63 - Long.numberOfLeadingZeros(at ^ time)];
            int value = (int) (at >>> level * BITS) & VALUES - 1;
            values[level] |= 1 << value;
            levels |= 1 << level;
            list = 1 + level * VALUES + value;
        }
        next[tail[list]] = node;
        tail[list] = node;
    }

    /** Moves time to the earliest pair, and the pairs of its list to where they belong now. */
    private void advance() {
        int level = Integer.numberOfTrailingZeros(levels);
        int list = 1 + level * VALUES + Integer.numberOfTrailingZeros(values[level]);
        values[level] &= values[level] - 1;
        if (values[level] == 0) {
            levels &= levels - 1;
        }
        int first = next[list];
        int last = tail[list];
        tail[list] = list;
        if (first == last || level == 0) { // all of one time
            time = pairs[2 * first];
            next[0] = first;
            tail[0] = last;
        } else {
            time = earliest(first, last);
            for (int node = first, following; ; node = following) {
                following = next[node];
                append(node, pairs[2 * node]);
                if (node == last) {
                    return;
                }
            }
        }
    }

    private long earliest(int first, int last) {
        long earliest = pairs[2 * last];
        for (int node = first; node != last; node = next[node]) {
            earliest = Math.min(earliest, pairs[2 * node]);
        }
        return earliest;
    }

    private int unused() {
        if (used == next.length) {
            int nodes = (int) Math.min((Integer.MAX_VALUE - 8) / 2, 2L * used);
            if (nodes == used) {
                throw new ModelSaysNo(
                        "more than 2^30 steps under way at once: give stages slots or buffers a capacity");
            }
            next = Arrays.copyOf(next, nodes);
            pairs = Arrays.copyOf(pairs, 2 * nodes);
        }
        return used++;
    }
}
