package mho.arch.numerics;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Sources of random numbers: one for every use and place, from the run's seed, so that neither order nor threads matter. */
final class Draws {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private Draws() {}

    static RandomGenerator of(long seed, String use, String place) {
        return FACTORY.create(mixed(seed, use + "@" + place));
    }

    /** FNV-1a over the text, then the finaliser of SplitMix64 (Steele et al., OOPSLA 2014). */
    private static long mixed(long seed, String text) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
