package mho.workloads.training;

import org.jspecify.annotations.Nullable;

/** A map of one example on its way: its values, and, where something before it learns, its errors, dE/d value. */
final class Signal {
    private final float[] values;
    private final float @Nullable [] errors;

    Signal(int size, boolean learns) {
        this.values = new float[size];
        this.errors = learns ? new float[size] : null;
    }

    float[] values() {
        return values;
    }

    /** Whether something before it learns, so that it has errors. */
    boolean learns() {
        return errors != null;
    }

    /** Of what {@link #learns}. */
    float[] errors() {
        if (errors == null) {
            throw new IllegalStateException("nothing learns before this map");
        }
        return errors;
    }

    /** errors += these. */
    void add(float[] more) {
        float[] to = errors();
        for (int i = 0; i < to.length; i++) {
            to[i] += more[i];
        }
    }
}
