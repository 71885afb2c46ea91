package mho.core.engine;

import java.util.Arrays;

/**
 * The agenda: a monotone priority queue of (time, payload) pairs in primitive arrays. Nothing may be scheduled before
 * the time last popped, which is all a simulation asks. Pairs of equal time come out in the order they went in.
 *
 * <p>Radix heap (Ahuja, Mehlhorn, Orlin and Tarjan, "Faster algorithms for the shortest path problem", JACM 37(2), 1990).
 */
final class RadixHeap {
    private final long[][] times = new long[65][16];
    private final long[][] payloads = new long[65][16];
    private final int[] sizes = new int[65];
    private long nonEmpty;
    private int head;
    private int size;
    private long last;

    void push(long time, long payload) {
        if (time < last) {
            throw new IllegalStateException("scheduled at " + time + ", before now, " + last);
        }
        append(64 - Long.numberOfLeadingZeros(time ^ last), time, payload);
        size++;
    }

    /** Removes the earliest pair, moves {@link #time()} there and returns its payload. */
    long pop() {
        if (head == sizes[0]) {
            head = 0;
            sizes[0] = 0;
            refill();
        }
        size--;
        return payloads[0][head++];
    }

    long time() {
        return last;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private void refill() {
        int bucket = Long.numberOfTrailingZeros(nonEmpty) + 1;
        long[] bucketTimes = times[bucket];
        long[] bucketPayloads = payloads[bucket];
        int count = sizes[bucket];
        sizes[bucket] = 0;
        nonEmpty &= nonEmpty - 1;
        long min = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            min = Math.min(min, bucketTimes[i]);
        }
        last = min;
        for (int i = 0; i < count; i++) {
            append(64 - Long.numberOfLeadingZeros(bucketTimes[i] ^ min), bucketTimes[i], bucketPayloads[i]);
        }
    }

    private void append(int bucket, long time, long payload) {
        int count = sizes[bucket];
        if (count == times[bucket].length) {
            times[bucket] = Arrays.copyOf(times[bucket], Ints.grown(count));
            payloads[bucket] = Arrays.copyOf(payloads[bucket], Ints.grown(count));
        }
        times[bucket][count] = time;
        payloads[bucket][count] = payload;
        sizes[bucket] = count + 1;
        nonEmpty |= (1L << bucket) >>> 1;
    }
}
