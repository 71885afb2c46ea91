package mho.workloads.onnx.graph;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a constant tensor in row-major order. Either an array, or a window on the file's bytes, or a view that
 * permutes another: nothing is decoded or copied before somebody asks.
 */
public interface ConstantValues {
    int count();

    /** Element i as a real number. */
    double real(int i);

    /** Element i as an integer: exact for integer types, a real truncated toward zero. */
    long integer(int i);

    /** How many views lie on one another; bounds the depth of a look-up. */
    default int depth() {
        return 0;
    }

    /** For each element the scale that a quantised model gives it: it is a whole number of these; null where the model says none. */
    default @Nullable ConstantValues steps() {
        return null;
    }

    default float[] floats() {
        float[] floats = new float[count()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) real(i);
        }
        return floats;
    }

    default double[] reals() {
        double[] reals = new double[count()];
        for (int i = 0; i < reals.length; i++) {
            reals[i] = real(i);
        }
        return reals;
    }

    default long[] integers() {
        long[] integers = new long[count()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = integer(i);
        }
        return integers;
    }

    static ConstantValues ofIntegers(long... integers) {
        return new IntegerArray(integers);
    }

    static ConstantValues ofReals(double... reals) {
        return new RealArray(reals, null);
    }

    /** Whole numbers of {@code steps}. */
    static ConstantValues ofReals(double[] reals, @Nullable ConstantValues steps) {
        return new RealArray(reals, steps);
    }

    /** The same value {@code count} times. */
    static ConstantValues repeated(ConstantValues one, int count) {
        return new PermutedValues(one, count, i -> 0);
    }

    /** Element i is {@code base}'s element {@code from.applyAsInt(i)}. */
    static ConstantValues view(ConstantValues base, int count, IntUnaryOperator from) {
        return new PermutedValues(base, count, from);
    }
}

// Wrapped as it is and never compared.
@SuppressWarnings("ArrayRecordComponent")
record IntegerArray(long[] array) implements ConstantValues {
    @Override
    public int count() {
        return array.length;
    }

    @Override
    public double real(int i) {
        return array[i];
    }

    @Override
    public long integer(int i) {
        return array[i];
    }
}

@SuppressWarnings("ArrayRecordComponent")
record RealArray(double[] array, @Nullable ConstantValues steps) implements ConstantValues {
    @Override
    public int count() {
        return array.length;
    }

    @Override
    public double real(int i) {
        return array[i];
    }

    @Override
    public long integer(int i) {
        return (long) array[i];
    }
}

record PermutedValues(ConstantValues base, int count, IntUnaryOperator from) implements ConstantValues {
    @Override
    public double real(int i) {
        return base.real(from.applyAsInt(i));
    }

    @Override
    public long integer(int i) {
        return base.integer(from.applyAsInt(i));
    }

    @Override
    public @Nullable ConstantValues steps() {
        ConstantValues steps = base.steps();
        return steps == null ? null : new PermutedValues(steps, count, from);
    }

    @Override
    public int depth() {
        return base.depth() + 1;
    }
}
