package mho.workloads.onnx.lowering;

import mho.workloads.network.Activation;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.Reduction;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.shape.ReduceRules;

/** Many values become one along some axes. */
final class Reductions {
    private Reductions() {}

    static void register() {
        Table.put(step -> plain(step, Reduction.AVERAGE), "ReduceMean");
        Table.put(step -> plain(step, Reduction.SUM), "ReduceSum");
        Table.put(step -> plain(step, Reduction.MAX), "ReduceMax");
        Table.put(step -> plain(step, Reduction.MIN), "ReduceMin");
        Table.put(step -> plain(step, Reduction.L2), "ReduceL2");
        Table.put(step -> around(step, Activation.ABSOLUTE, Activation.NONE), "ReduceL1");
        Table.put(step -> around(step, Activation.NONE, Activation.LOG), "ReduceLogSum");
        Table.put(step -> around(step, Activation.EXP, Activation.LOG), "ReduceLogSumExp");
        Table.put(Reductions::squares, "ReduceSumSquare");
        Table.put(step -> arg(step, Reduction.ARG_MAX), "ArgMax");
        Table.put(step -> arg(step, Reduction.ARG_MIN), "ArgMin");
    }

    private static void plain(Step step, Reduction reduction) {
        put(step, new Digital(step).reduce("reduce", reduction, step.in(0), ReduceRules.axes(step.site())));
    }

    private static void around(Step step, Activation before, Activation after) {
        Digital digital = new Digital(step);
        Placed in = before == Activation.NONE ? step.in(0) : digital.apply("each", before, step.in(0));
        Placed sum = digital.reduce("reduce", Reduction.SUM, in, ReduceRules.axes(step.site()));
        put(step, after == Activation.NONE ? sum : digital.apply("log", after, sum));
    }

    private static void squares(Step step) {
        Digital digital = new Digital(step);
        Placed squares = digital.combine("square", Operator.MULTIPLY, step.in(0), step.in(0));
        put(step, digital.reduce("reduce", Reduction.SUM, squares, ReduceRules.axes(step.site())));
    }

    private static void arg(Step step, Reduction reduction) {
        Dims in = step.dims(0);
        int axis = in.axis(step.attributes().integer("axis", 0));
        Placed found = new Digital(step).reduce("reduce", reduction, step.in(0), axis);
        if (step.attributes().flag("select_last_index", false)) {
            found = step.canvas().opaque(found, step.op().title() + "/last", "the last of equals");
        } else if (in.at(axis) == 1) {
            found = step.canvas().opaque(found, step.op().title() + "/only", "an index among one");
        }
        put(step, found);
    }

    /** The reduced axes stay as axes of 1, or go. */
    private static void put(Step step, Placed reduced) {
        Layout layout = Views.reshaped(reduced.layout(), step.out(0));
        step.put(
                0,
                step.canvas()
                        .as(
                                new Placed(reduced.node(), layout),
                                layout,
                                step.op().title()));
    }
}
