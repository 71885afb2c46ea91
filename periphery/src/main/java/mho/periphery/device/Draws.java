package mho.periphery.device;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import mho.periphery.random.SplitMix;

/** Random streams that depend on the seed and on what they are for, never on the order in which they are asked for. */
public final class Draws {

    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private Draws() {}

    /** The stream of a seed. */
    public static RandomGenerator of(long seed) {
        return FACTORY.create(SplitMix.mixed(seed));
    }

    /**
     * A stream for one use at a place with a name: "cells" of "conv1/0", say. The seed moves the first bytes of the hash, so
     * two uses must differ by more than their first letters.
     */
    public static RandomGenerator of(long seed, String use, String place) {
        long hash = FNV_BASIS ^ seed;
        for (byte b : (use + "@" + place).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return FACTORY.create(SplitMix.finished(hash));
    }

    /** FNV-1a, 64 bits: Fowler, Noll and Vo. */
    private static final long FNV_BASIS = 0xCBF29CE484222325L;

    private static final long FNV_PRIME = 0x100000001B3L;
}
