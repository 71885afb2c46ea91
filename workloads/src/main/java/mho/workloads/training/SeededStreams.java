package mho.workloads.training;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random streams of a training, by its seed and by what they are for: the same whatever else has been drawn. */
final class SeededStreams {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Of a float's significand. */
    private static final int BITS = 24;

    private SeededStreams() {}

    /** The stream of a use at a place: "order" of epoch 3, say. */
    static RandomGenerator of(long seed, String use, long... place) {
        return FACTORY.create(seed(seed, use, place));
    }

    /** A seed for a use at a place. */
    static long seed(long seed, String use, long... place) {
        long state = mixed(seed);
        for (byte b : use.getBytes(StandardCharsets.UTF_8)) {
            state = mixed(state ^ b);
        }
        for (long part : place) {
            state = mixed(state + GOLDEN + mixed(part + 1));
        }
        return state;
    }

    /** Uniform from -bound to bound, in steps of 2^-23 of it. */
    static float uniform(RandomGenerator stream, float bound) {
        return bound * (2 * ((stream.nextLong() >>> (Long.SIZE - BITS)) * 0x1p-24f) - 1);
    }

    /** 0…n - 1, each order as likely as any other (Fisher and Yates; the bias of the remainder is below n / 2^63). */
    static int[] shuffled(int n, RandomGenerator stream) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int other = (int) ((stream.nextLong() >>> 1) % (i + 1));
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /** The finaliser of SplitMix64: Steele, Lea and Flood, OOPSLA 2014. */
    private static long mixed(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
