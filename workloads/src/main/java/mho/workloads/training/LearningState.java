package mho.workloads.training;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import mho.core.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/** What a matrix puts down in a checkpoint: arrays under names of its own, kept to the bit. */
public final class LearningState {
    private final SortedMap<String, float[]> floats = new TreeMap<>();
    private final SortedMap<String, long[]> longs = new TreeMap<>();

    public void floats(String name, float[] values) {
        floats.put(name, values.clone());
    }

    /** Counters, places in streams. */
    public void longs(String name, long[] values) {
        longs.put(name, values.clone());
    }

    /** Throws {@link BadInput} if there is none of the name. */
    public float[] floats(String name) {
        return found(name, floats.get(name)).clone();
    }

    /** Throws {@link BadInput} if there is none of the name. */
    public long[] longs(String name) {
        return found(name, longs.get(name)).clone();
    }

    private static <T> T found(String name, @Nullable T values) {
        if (values == null) {
            throw new BadInput("the checkpoint has no " + name
                    + " of a matrix; it was written by another version or is damaged," + " begin the training anew");
        }
        return values;
    }

    SortedMap<String, float[]> allFloats() {
        return Collections.unmodifiableSortedMap(floats);
    }

    SortedMap<String, long[]> allLongs() {
        return Collections.unmodifiableSortedMap(longs);
    }
}
