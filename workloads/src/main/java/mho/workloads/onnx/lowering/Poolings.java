package mho.workloads.onnx.lowering;

import mho.workloads.network.Pool;
import mho.workloads.network.Reduction;
import mho.workloads.network.TrainedWeights;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.shape.SlidingWindow;
import org.jspecify.annotations.Nullable;

/** Pooling with a window, or over the whole map. */
final class Poolings {
    private Poolings() {}

    static void register() {
        LoweringRules.put(step -> pool(step, Reduction.MAX), "MaxPool");
        LoweringRules.put(step -> pool(step, Reduction.AVERAGE), "AveragePool");
        LoweringRules.put(step -> pool(step, Reduction.L2), "LpPool");
        LoweringRules.put(step -> global(step, Reduction.MAX), "GlobalMaxPool");
        LoweringRules.put(step -> global(step, Reduction.AVERAGE), "GlobalAveragePool");
        LoweringRules.put(step -> global(step, Reduction.L2), "GlobalLpPool");
    }

    private static void pool(LoweringContext step, Reduction reduction) {
        if (step.wants(1)) {
            throw new Unplaceable("MaxPool whose indices are read");
        }
        Dims in = step.dims(0);
        Convolutions.oneAtATime(step, in);
        SlidingWindow window = SlidingWindow.of(step.op(), in);
        PlacedTensor input = step.in(0, AxisLayout.slid(in));
        int node = step.add(
                new Pool(
                        reduction,
                        Convolutions.kernel(window, step, in),
                        window.ceil(),
                        step.attributes().flag("count_include_pad", false)),
                power(step, reduction),
                input);
        step.put(0, node, AxisLayout.slid(step.out(0)));
    }

    private static void global(LoweringContext step, Reduction reduction) {
        Dims in = step.dims(0);
        Convolutions.oneAtATime(step, in);
        PlacedTensor input = step.in(0, AxisLayout.image(in));
        int node = step.add(Pool.global(reduction, step.shape(input)), power(step, reduction), input);
        step.put(0, node, AxisLayout.image(step.out(0)));
    }

    private static @Nullable TrainedWeights power(LoweringContext step, Reduction reduction) {
        long p = step.attributes().integer("p", 2);
        return new HeldWeights()
                .unknown(reduction == Reduction.L2 && p != 2 ? "a norm of order " + p : null)
                .weights();
    }
}
