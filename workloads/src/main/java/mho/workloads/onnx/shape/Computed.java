package mho.workloads.onnx.shape;

import mho.workloads.onnx.graph.Values;

/** Constants computed element by element when asked for. */
record Computed(int count, int depth, IntegerAt integerAt, RealAt realAt) implements Values {
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
        return new Computed(base.count(), base.depth() + 1, i -> (long) at.at(i), at);
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
