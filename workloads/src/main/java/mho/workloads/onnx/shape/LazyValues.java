package mho.workloads.onnx.shape;

import mho.workloads.onnx.graph.ConstantValues;
import org.jspecify.annotations.Nullable;

/** Constants computed element by element when asked for. */
record LazyValues(int count, int depth, IntegerAt integerAt, RealAt realAt, @Nullable ConstantValues steps)
        implements ConstantValues {
    LazyValues(int count, int depth, IntegerAt integerAt, RealAt realAt) {
        this(count, depth, integerAt, realAt, null);
    }

    @FunctionalInterface
    interface IntegerAt {
        long at(int i);
    }

    @FunctionalInterface
    interface RealAt {
        double at(int i);
    }

    static ConstantValues integers(ConstantValues base, IntegerAt at) {
        return new LazyValues(base.count(), base.depth() + 1, at, at::at);
    }

    static ConstantValues reals(ConstantValues base, RealAt at) {
        return reals(base, at, null);
    }

    /** Whole numbers of {@code steps}. */
    static ConstantValues reals(ConstantValues base, RealAt at, @Nullable ConstantValues steps) {
        return new LazyValues(base.count(), base.depth() + 1, i -> (long) at.at(i), at, steps);
    }

    @Override
    public double real(int i) {
        return realAt.at(i);
    }

    @Override
    public long integer(int i) {
        return integerAt.at(i);
    }
}
