package mho.periphery.learning;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that changes while cells learn, as arrays of numbers with names: weights, wear, where random streams stand. What does not change,
 * because it follows from the description and the seed, is not part of it. Names are paths, "fast/0/kept".
 */
public final class CellState {
    private final SortedMap<String, float[]> floats = new TreeMap<>();
    private final SortedMap<String, long[]> longs = new TreeMap<>();

    /** Puts down a copy. @throws IllegalArgumentException for a name that is taken */
    public void floats(String name, float[] values) {
        refuseTaken(floats.put(name, values.clone()), name);
    }

    /** Puts down a copy. @throws IllegalArgumentException for a name that is taken */
    public void longs(String name, long... values) {
        refuseTaken(longs.put(name, values.clone()), name);
    }

    private static void refuseTaken(@Nullable Object before, String name) {
        if (before != null) {
            throw new IllegalArgumentException("two states are called " + name);
        }
    }

    /** Copies what was put down into an array of the same length. @throws IllegalArgumentException for another length, or no such name */
    public void take(String name, float[] into) {
        float[] found = floats.get(name);
        if (found == null || found.length != into.length) {
            throw unfit(name, found == null ? -1 : found.length, into.length);
        }
        System.arraycopy(found, 0, into, 0, into.length);
    }

    /** Copies what was put down into an array of the same length. @throws IllegalArgumentException for another length, or no such name */
    public void take(String name, long[] into) {
        long[] found = longs.get(name);
        if (found == null || found.length != into.length) {
            throw unfit(name, found == null ? -1 : found.length, into.length);
        }
        System.arraycopy(found, 0, into, 0, into.length);
    }

    private static IllegalArgumentException unfit(String name, int found, int wanted) {
        return new IllegalArgumentException("the state " + name + " has "
                + (found < 0 ? "not been saved" : found + " numbers, wanted are " + wanted)
                + "; restore into cells of the same description, shape and seed");
    }

    /** The arrays of single precision by name, in the order of names; not copies. */
    public Map<String, float[]> floats() {
        return Collections.unmodifiableMap(floats);
    }

    /** The arrays of whole numbers by name, in the order of names; not copies. */
    public Map<String, long[]> longs() {
        return Collections.unmodifiableMap(longs);
    }
}
