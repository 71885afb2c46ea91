package mho.core.engine;

import java.math.BigInteger;
import java.util.Arrays;

/** Exact sums of window-ticks, 128 bits each: a million windows waiting for a millisecond would overflow 64. */
final class WideSums {
    private final long[] low;
    private final long[] high;

    WideSums(int size) {
        low = new long[size];
        high = new long[size];
    }

    /** Adds count · ticks, neither negative. */
    void add(int index, long count, long ticks) {
        long product = count * ticks;
        long sum = low[index] + product;
        low[index] = sum;
        high[index] += Math.multiplyHigh(count, ticks) + (Long.compareUnsigned(sum, product) < 0 ? 1 : 0);
    }

    /** All of them. */
    BigInteger[] all() {
        BigInteger[] all = new BigInteger[low.length];
        Arrays.setAll(all, this::get);
        return all;
    }

    /** Adds so many times what each has grown by since it was {@code before}. */
    void repeat(BigInteger[] before, int times) {
        for (int index = 0; index < low.length; index++) {
            BigInteger now = get(index);
            BigInteger then = now.add(now.subtract(before[index]).multiply(BigInteger.valueOf(times)));
            low[index] = then.longValue();
            high[index] = then.shiftRight(64).longValue();
        }
    }

    BigInteger get(int index) {
        BigInteger unsigned = BigInteger.valueOf(low[index] >>> 1).shiftLeft(1).or(BigInteger.valueOf(low[index] & 1));
        return BigInteger.valueOf(high[index]).shiftLeft(64).add(unsigned);
    }
}
