package mho.core.engine;

/** Sets of small numbers, walked in ascending order. */
final class Bits {
    static final int NONE = -1;

    private Bits() {}

    static int words(int numbers) {
        return (numbers + Long.SIZE - 1) / Long.SIZE;
    }

    static void set(long[] bits, int number) {
        bits[number >> 6] |= 1L << number;
    }

    static void clear(long[] bits, int number) {
        bits[number >> 6] &= ~(1L << number);
    }

    static boolean has(long[] bits, int number) {
        return (bits[number >> 6] & 1L << number) != 0;
    }

    /** The first number in the set from {@code from} on, or {@link #NONE}. */
    static int next(long[] bits, int from) {
        int word = from >> 6;
        if (word >= bits.length) {
            return NONE;
        }
        long rest = bits[word] & -1L << from;
        while (rest == 0) {
            if (++word == bits.length) {
                return NONE;
            }
            rest = bits[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }
}
