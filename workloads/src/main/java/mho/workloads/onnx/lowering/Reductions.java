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
        LoweringRules.put(step -> plain(step, Reduction.AVERAGE), "ReduceMean");
        LoweringRules.put(step -> plain(step, Reduction.SUM), "ReduceSum");
        LoweringRules.put(step -> plain(step, Reduction.MAX), "ReduceMax");
        LoweringRules.put(step -> plain(step, Reduction.MIN), "ReduceMin");
        LoweringRules.put(step -> plain(step, Reduction.L2), "ReduceL2");
        LoweringRules.put(step -> around(step, Activation.ABSOLUTE, Activation.NONE), "ReduceL1");
        LoweringRules.put(step -> around(step, Activation.NONE, Activation.LOG), "ReduceLogSum");
        LoweringRules.put(step -> around(step, Activation.EXP, Activation.LOG), "ReduceLogSumExp");
        LoweringRules.put(Reductions::squares, "ReduceSumSquare");
        LoweringRules.put(step -> arg(step, Reduction.ARG_MAX), "ArgMax");
        LoweringRules.put(step -> arg(step, Reduction.ARG_MIN), "ArgMin");
    }

    private static void plain(LoweringContext step, Reduction reduction) {
        put(step, new DigitalSteps(step).reduce("reduce", reduction, step.in(0), ReduceRules.axes(step.site())));
    }

    private static void around(LoweringContext step, Activation before, Activation after) {
        DigitalSteps digital = new DigitalSteps(step);
        PlacedTensor in = before == Activation.NONE ? step.in(0) : digital.apply("each", before, step.in(0));
        PlacedTensor sum = digital.reduce("reduce", Reduction.SUM, in, ReduceRules.axes(step.site()));
        put(step, after == Activation.NONE ? sum : digital.apply("log", after, sum));
    }

    private static void squares(LoweringContext step) {
        DigitalSteps digital = new DigitalSteps(step);
        PlacedTensor squares = digital.combine("square", Operator.MULTIPLY, step.in(0), step.in(0));
        put(step, digital.reduce("reduce", Reduction.SUM, squares, ReduceRules.axes(step.site())));
    }

    private static void arg(LoweringContext step, Reduction reduction) {
        Dims in = step.dims(0);
        int axis = in.axis(step.attributes().integer("axis", 0));
        PlacedTensor found = new DigitalSteps(step).reduce("reduce", reduction, step.in(0), axis);
        if (step.attributes().flag("select_last_index", false)) {
            found = step.canvas().opaque(found, step.op().title() + "/last", "the last of equals");
        } else if (in.at(axis) == 1) {
            found = step.canvas().opaque(found, step.op().title() + "/only", "an index among one");
        }
        put(step, found);
    }

    /** The reduced axes stay as axes of 1, or go. */
    private static void put(LoweringContext step, PlacedTensor reduced) {
        AxisLayout layout = Views.reshaped(reduced.layout(), step.out(0));
        step.put(
                0,
                step.canvas()
                        .as(
                                new PlacedTensor(reduced.node(), layout),
                                layout,
                                step.op().title()));
    }
}
