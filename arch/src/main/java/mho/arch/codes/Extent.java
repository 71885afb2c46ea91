package mho.arch.codes;

/** Values that were seen; zero is always among them. */
public record Extent(float low, float high) {
    public static final Extent NOTHING = new Extent(0, 0);

    public static Extent of(float[] values, int count) {
        float low = 0;
        float high = 0;
        for (int i = 0; i < count; i++) {
            // An infinity is beyond every range; nothing can be said of the others by it.
            if (Float.isFinite(values[i])) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
        }
        return new Extent(low, high);
    }

    /** Of values that are not below {@code least}: of logarithms of a softmax, those of shares that are not 0. */
    public static Extent from(float least, float[] values) {
        float[] kept = new float[values.length];
        int count = 0;
        for (float value : values) {
            if (value >= least) {
                kept[count++] = value;
            }
        }
        return of(kept, count);
    }

    public Extent and(Extent other) {
        return new Extent(Math.min(low, other.low), Math.max(high, other.high));
    }

    public Extent times(float factor) {
        return new Extent(low * factor, high * factor);
    }

    public boolean negative() {
        return low < 0;
    }

    public float magnitude() {
        return Math.max(-low, high);
    }
}
