package mho.workloads.onnx.shape;

import mho.workloads.onnx.graph.Values;
import org.jspecify.annotations.Nullable;

/** Constants computed element by element when asked for. */
record Computed(int count, int depth, IntegerAt integerAt, RealAt realAt, @Nullable Values steps) implements Values {
    Computed(int count, int depth, IntegerAt integerAt, RealAt realAt) {
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

    static Values integers(Values base, IntegerAt at) {
        return new Computed(base.count(), base.depth() + 1, at, at::at);
    }

    static Values reals(Values base, RealAt at) {
        return reals(base, at, null);
    }

    /** Whole numbers of {@code steps}. */
    static Values reals(Values base, RealAt at, @Nullable Values steps) {
        return new Computed(base.count(), base.depth() + 1, i -> (long) at.at(i), at, steps);
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
