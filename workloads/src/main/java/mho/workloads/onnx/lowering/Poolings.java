package mho.workloads.onnx.lowering;

import mho.workloads.network.Pool;
import mho.workloads.network.Reduction;
import mho.workloads.network.Weights;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.shape.Window;
import org.jspecify.annotations.Nullable;

/** Pooling with a window, or over the whole map. */
final class Poolings {
    private Poolings() {}

    static void register() {
        Table.put(step -> pool(step, Reduction.MAX), "MaxPool");
        Table.put(step -> pool(step, Reduction.AVERAGE), "AveragePool");
        Table.put(step -> pool(step, Reduction.L2), "LpPool");
        Table.put(step -> global(step, Reduction.MAX), "GlobalMaxPool");
        Table.put(step -> global(step, Reduction.AVERAGE), "GlobalAveragePool");
        Table.put(step -> global(step, Reduction.L2), "GlobalLpPool");
    }

    private static void pool(Step step, Reduction reduction) {
        if (step.wants(1)) {
            throw new Unplaceable("MaxPool whose indices are read");
        }
        Dims in = step.dims(0);
        Convolutions.oneAtATime(step, in);
        Window window = Window.of(step.op(), in);
        Placed input = step.in(0, Layout.slid(in));
        int node = step.add(
                new Pool(
                        reduction,
                        Convolutions.kernel(window, step, in),
                        window.ceil(),
                        step.attributes().flag("count_include_pad", false)),
                power(step, reduction),
                input);
        step.put(0, node, Layout.slid(step.out(0)));
    }

    private static void global(Step step, Reduction reduction) {
        Dims in = step.dims(0);
        Convolutions.oneAtATime(step, in);
        Placed input = step.in(0, Layout.image(in));
        int node = step.add(Pool.global(reduction, step.shape(input)), power(step, reduction), input);
        step.put(0, node, Layout.image(step.out(0)));
    }

    private static @Nullable Weights power(Step step, Reduction reduction) {
        long p = step.attributes().integer("p", 2);
        return new Held()
                .unknown(reduction == Reduction.L2 && p != 2 ? "a norm of order " + p : null)
                .weights();
    }
}
