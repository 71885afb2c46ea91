package mho.periphery.neuron;

/** Shift-and-add: what phases and slices yield, weighted by what each of them counts for, summed up. The significance may be below zero, and need not be a power of two. */
public final class ShiftAdd {

    private ShiftAdd() {}

    /** {@code sums[i] += significance * values[i]}. Integers stay exact while sums are within 2^24. */
    public static void add(float[] values, int count, float significance, float[] sums) {
        for (int i = 0; i < count; i++) {
            sums[i] = Math.fma(significance, values[i], sums[i]);
        }
    }

    /** The same into sums of double precision: integers stay exact up to 2^53. */
    public static void add(float[] values, int count, double significance, double[] sums) {
        for (int i = 0; i < count; i++) {
            sums[i] = Math.fma(significance, values[i], sums[i]);
        }
    }
}
