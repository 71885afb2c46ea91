package mho.core.engine;

import java.util.Arrays;

/**
 * The agenda: a monotone priority queue of (time, payload) pairs in primitive arrays. Nothing may be scheduled before
 * the time last popped, which is all a simulation asks. Pairs of equal time come out in the order they went in.
 *
 * <p>A radix heap (Ahuja, Mehlhorn, Orlin and Tarjan, "Faster algorithms for the shortest path problem", JACM 37(2),
 * 1990) with digits of five bits. A pair that differs from the present lies in the list of the highest digit in which it
 * differs and of that digit's value. The earliest pair is then in the first list that is not empty; when the present
 * moves there, that list's pairs move to lists of lower digits, all empty so far. A pair moves at most once per digit
 * and hardly ever more than twice. Equal times always share a list and lists keep their order, so no sequence number is
 * needed.
 *
 * <p>A list is a chain of blocks of one array, written and read from front to back. Each owns its first block, the others come from
 * a pool.
 */
final class RadixHeap {
    private static final int BITS = 5;
    private static final int VALUES = 1 << BITS;
    private static final int LEVELS = (63 + BITS - 1) / BITS;
    // List 0 is spare; list 1 + level * VALUES + value is that of the digit and its value.
    private static final int LISTS = 1 + LEVELS * VALUES;
    /** Words of a block, two for each pair; a power of two, so that a place tells its block. */
    private static final int BLOCK_BITS = 5;

    private static final int BLOCK = 1 << BLOCK_BITS;

    private static final int NONE = -1;
    private static final byte[] LEVEL_OF_BIT = new byte[64];

    static {
        for (int bit = 0; bit < LEVEL_OF_BIT.length; bit++) {
            LEVEL_OF_BIT[bit] = (byte) (bit / BITS);
        }
    }

    private long[] pairs = new long[2 * LISTS * BLOCK];
    // The block that follows block b, of a list or of the pool. List l begins with block l.
    private int[] following = new int[2 * LISTS];
    private int usedBlocks = LISTS;
    private int pool = NONE;
    /** Where the next pair of each list is to be written; a full block has its follower already. */
    private final int[] end = new int[LISTS];

    // Bit v of values[level] is set if the list of that level and value is not empty; bit l of levels if values[l] is
    // not 0.
    private final int[] values = new int[LEVELS];
    private int levels;

    private long present;
    /** The list of the pairs at the present, and where its next pair is to be read. */
    private int current;

    private int head;
    private int size;

    RadixHeap() {
        Arrays.setAll(end, list -> list * BLOCK);
    }

    /**
     * Adds a pair.
     *
     * @throws IllegalStateException if the time has passed already
     */
    void push(long time, long payload) {
        if (time < present) {
            throw new IllegalStateException("scheduled at " + time + ", before the present " + present);
        }
        append(time, payload);
        size++;
    }

    /** Removes the earliest pair, moves {@link #time()} there and returns its payload. The heap must not be empty. */
    long pop() {
        if (head == end[current]) {
            advance();
        }
        long payload = pairs[head + 1];
        head = pastAndFree(head);
        size--;
        return payload;
    }

    /** The present: the time of the pair last popped. */
    long time() {
        return present;
    }

    /** Whether more is to come at the present. */
    boolean hasMoreNow() {
        return head != end[current];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Fills another heap, whatever was in it, with the same pairs at the same present. */
    void copyTo(RadixHeap other) {
        other.beginAt(present);
        copyTo(other, head, end[current]);
        for (int level = 0; level < LEVELS; level++) {
            for (int left = values[level]; left != 0; left &= left - 1) {
                int list = 1 + level * VALUES + Integer.numberOfTrailingZeros(left);
                copyTo(other, list * BLOCK, end[list]);
            }
        }
    }

    private void copyTo(RadixHeap other, int first, int last) {
        for (int at = first; at != last; at = past(at)) {
            other.push(pairs[at], pairs[at + 1]);
        }
    }

    /** Moves the present, and all that is to come, so many ticks later. */
    void moveOn(long ticks) {
        RadixHeap rest = new RadixHeap();
        copyTo(rest);
        beginAt(present + ticks);
        while (!rest.isEmpty()) {
            long payload = rest.pop();
            push(rest.time() + ticks, payload);
        }
    }

    /** Forgets all pairs and begins anew. */
    private void beginAt(long time) {
        while (!isEmpty()) {
            pop();
        }
        freeLast(head);
        end[current] = current * BLOCK;
        current = 0;
        head = 0;
        present = time;
    }

    private void append(long time, long payload) {
        int list = current;
        if (time != present) {
            int level = LEVEL_OF_BIT[63 - Long.numberOfLeadingZeros(time ^ present)];
            int value = (int) (time >>> level * BITS) & VALUES - 1;
            values[level] |= 1 << value;
            levels |= 1 << level;
            list = 1 + level * VALUES + value;
        }
        int at = end[list];
        pairs[at] = time;
        pairs[at + 1] = payload;
        at += 2;
        end[list] = (at & BLOCK - 1) == 0 ? inNewBlock(at) : at;
    }

    /** Moves the present to the earliest pair, and the pairs of its list to where they belong now. */
    private void advance() {
        freeLast(head);
        end[current] = current * BLOCK;
        int level = Integer.numberOfTrailingZeros(levels);
        int list = 1 + level * VALUES + Integer.numberOfTrailingZeros(values[level]);
        values[level] &= values[level] - 1;
        if (values[level] == 0) {
            levels &= levels - 1;
        }
        int first = list * BLOCK;
        int last = end[list];
        if (last == first + 2 || level == 0) { // all of one time
            present = pairs[first];
            current = list;
            head = first;
        } else {
            present = earliest(first, last);
            current = 0;
            head = 0;
            end[list] = first;
            for (int at = first; at != last; at = pastAndFree(at)) {
                append(pairs[at], pairs[at + 1]);
            }
            freeLast(last);
        }
    }

    private long earliest(int first, int last) {
        long earliest = Long.MAX_VALUE;
        for (int at = first; at != last; at = past(at)) {
            earliest = Math.min(earliest, pairs[at]);
        }
        return earliest;
    }

    /** The place after this in its list. */
    private int past(int at) {
        int next = at + 2;
        return (next & BLOCK - 1) == 0 ? following[at >> BLOCK_BITS] * BLOCK : next;
    }

    /** The same, giving the block back that was read to its end. */
    private int pastAndFree(int at) {
        int next = at + 2;
        if ((next & BLOCK - 1) != 0) {
            return next;
        }
        int block = at >> BLOCK_BITS;
        next = following[block] * BLOCK;
        free(block);
        return next;
    }

    /** Gives the block back in which a list has ended. */
    private void freeLast(int at) {
        free(at >> BLOCK_BITS);
    }

    private void free(int block) {
        if (block >= LISTS) {
            following[block] = pool;
            pool = block;
        }
    }

    /** Lets a block of the pool follow the one that ends here; returns its beginning. */
    private int inNewBlock(int at) {
        int block = pool;
        if (block == NONE) {
            block = unused();
        } else {
            pool = following[block];
        }
        following[(at >> BLOCK_BITS) - 1] = block;
        return block * BLOCK;
    }

    private int unused() {
        if (usedBlocks == following.length) {
            int blocks = (int) Math.min((Integer.MAX_VALUE - 8) / BLOCK, 2L * usedBlocks);
            if (blocks == usedBlocks) {
                throw new ModelSaysNo(
                        "more than 2^30 steps under way at once: give stages slots or buffers a capacity");
            }
            following = Arrays.copyOf(following, blocks);
            pairs = Arrays.copyOf(pairs, blocks * BLOCK);
        }
        return usedBlocks++;
    }
}
