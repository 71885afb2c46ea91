package mho.arch.numerics;

import mho.arch.spec.ChipSpec;
import mho.workloads.network.Node;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Function;

/** The chip's activation circuits at work on values. */
final class Neurons {
    private final FloatArithmetic exact = new FloatArithmetic();

    private Neurons() {}

    static Neurons of(ChipSpec chip) {
        return new Neurons();
    }

    void activate(Node node, Function function, float[] values, int from, int to) {
        exact.activate(node, function, values, from, to);
    }
}
