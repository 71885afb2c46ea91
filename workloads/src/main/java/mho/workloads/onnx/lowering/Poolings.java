package mho.workloads.onnx.lowering;

import mho.workloads.network.Pool;
import mho.workloads.network.Reduction;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.shape.Window;

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
        Placed input = step.in(0, Layout.image(in));
        int node = step.add(new Pool(reduction, Convolutions.kernel(window, step), window.ceil()), input);
        step.put(0, node, Layout.image(step.out(0)));
    }

    private static void global(Step step, Reduction reduction) {
        Dims in = step.dims(0);
        Convolutions.oneAtATime(step, in);
        Placed input = step.in(0, Layout.image(in));
        int node = step.add(Pool.global(reduction, step.shape(input)), input);
        step.put(0, node, Layout.image(step.out(0)));
    }
}
