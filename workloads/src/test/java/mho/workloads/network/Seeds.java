package mho.workloads.network;

import java.util.Random;
import java.util.stream.LongStream;

/** Seeds for property tests; the seed stands in the name of the test that fails. */
public final class Seeds {
    private Seeds() {}

    public static LongStream many() {
        return LongStream.range(0, 400);
    }

    /** Between low and high, both included. */
    static int between(Random random, int low, int high) {
        return low + random.nextInt(high - low + 1);
    }
}
