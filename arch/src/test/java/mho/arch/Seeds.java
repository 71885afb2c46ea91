package mho.arch;

import java.util.Random;

/** Generators from small seeds: neighbouring ones begin alike in {@link Random}, so they are spread out first. */
public final class Seeds {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    public static Random random(long seed) {
        return new Random((seed + 1) * GOLDEN);
    }
}
