package mho.arch.numerics;

import java.util.HashSet;
import java.util.Set;

/** How many different values there are among some of those of a map. */
record Crowd(int different) {
    static final Crowd NOBODY = new Crowd(0);

    /** So many are looked at; evenly spread. */
    private static final int LOOKED_AT = 4096;

    /** Fewer than these may well be few. */
    private static final int MANY = 8;

    /** What is left where a constant beyond all proportion is in the range: itself, and all the others. */
    private static final int FEW = 2;

    static Crowd of(float[] values) {
        Set<Float> different = new HashSet<>();
        int step = Math.max(1, values.length / LOOKED_AT);
        for (int i = 0; i < values.length; i += step) {
            different.add(values[i]);
        }
        return new Crowd(different.size());
    }

    /** Whether many values have become few. */
    boolean lostIn(float[] rounded) {
        return different >= MANY && of(rounded).different() <= FEW;
    }
}
