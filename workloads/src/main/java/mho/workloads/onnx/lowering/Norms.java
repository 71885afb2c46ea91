package mho.workloads.onnx.lowering;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import mho.workloads.network.Activation;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.Function;
import mho.workloads.network.LayerNorm;
import mho.workloads.network.Reduction;
import mho.workloads.network.TrainedWeights;
import mho.workloads.onnx.graph.Dims;
import org.jspecify.annotations.Nullable;

/** Normalisations. Those that measure the data are digital work, step by step. */
final class Norms {
    /** Neighbouring channels of a local response normalisation; papers use 5. */
    private static final int MOST_NEIGHBOURS = 256;

    private Norms() {}

    static void register() {
        LoweringRules.put(Norms::batch, "BatchNormalization");
        LoweringRules.put(Norms::layer, "LayerNormalization");
        LoweringRules.put(Norms::instance, "InstanceNormalization");
        LoweringRules.put(Norms::group, "GroupNormalization");
        LoweringRules.put(Norms::meanVariance, "MeanVarianceNormalization");
        LoweringRules.put(Norms::rootMeanSquare, "RMSNormalization");
        LoweringRules.put(Norms::unitLength, "LpNormalization");
        LoweringRules.put(Norms::localResponse, "LRN");
    }

    static boolean channelsOnAxis1(AxisLayout layout) {
        return IntStream.range(0, layout.dims().rank())
                .allMatch(axis -> layout.dims().at(axis) == 1 || layout.isPosition(axis) == (axis != 1));
    }

    private static void batch(LoweringContext step) {
        for (int k = 1; k < 5; k++) {
            step.tensor(k);
        }
        if (step.wants(1)) {
            throw new Unplaceable("BatchNormalization in training mode");
        }
        Dims in = step.dims(0);
        AxisLayout wanted = AxisLayout.image(in);
        PlacedTensor input = step.in(0, channelsOnAxis1(wanted) ? wanted : AxisLayout.where(in, axis -> axis != 1));
        if (!AffineChain.place(step, input)) {
            step.put(0, step.add(new BatchNorm(), input), input.layout());
        }
    }

    /** Over the last axes: they must be the channels of each position. */
    private static void layer(LoweringContext step) {
        if (step.wants(1) || step.wants(2)) {
            throw new Unplaceable("LayerNormalization whose statistics are read");
        }
        Dims in = step.dims(0);
        int first = in.axis(step.attributes().integer("axis", -1));
        PlacedTensor input = step.in(0, AxisLayout.where(in, axis -> axis < first));
        HeldWeights held = new HeldWeights()
                .perChannel("scale", step.constant(1), input.layout(), 1)
                .perChannel("shift", step.constant(2), input.layout(), 1);
        double epsilon = step.attributes().real("epsilon", 1e-5);
        step.put(0, step.add(new LayerNorm(epsilon), held.weights(), input), input.layout());
    }

    /** (x - mean) / sqrt(variance + epsilon), the mean and variance taken along {@code axes}. */
    private static PlacedTensor standardised(LoweringContext step, PlacedTensor input, int... axes) {
        DigitalSteps digital = new DigitalSteps(step);
        PlacedTensor mean = digital.reduce("mean", Reduction.AVERAGE, input, axes);
        PlacedTensor centred = digital.combine("centre", Operator.SUBTRACT, input, mean);
        PlacedTensor squares = digital.combine("square", Operator.MULTIPLY, centred, centred);
        PlacedTensor variance = digital.reduce("variance", Reduction.AVERAGE, squares, axes);
        double inside = step.attributes().real("epsilon", step.type().startsWith("Mean") ? 0 : 1e-5);
        double outside = step.type().startsWith("Mean") ? 1e-9 : 0;
        PlacedTensor deviation = digital.apply("root", new Function(Activation.SQRT, inside, outside), variance);
        return digital.combine("normalise", Operator.DIVIDE, centred, deviation);
    }

    private static void instance(LoweringContext step) {
        Dims in = step.dims(0);
        PlacedTensor input = step.in(0, AxisLayout.image(in));
        PlacedTensor normal =
                standardised(step, input, IntStream.range(2, in.rank()).toArray());
        step.put(0, new DigitalSteps(step).affine("scale", normal, scaleAndShift(step)));
    }

    /** The channels of one group and all positions together. */
    private static void group(LoweringContext step) {
        Dims in = step.dims(0);
        int groups = Math.toIntExact(step.attributes().integer("num_groups", 1));
        if (in.rank() != 4 || in.at(0) != 1 || groups < 1 || in.at(1) % groups != 0) {
            throw new Unplaceable("GroupNormalization of " + in + " in " + groups + " groups");
        }
        PlacedTensor input = step.in(0, AxisLayout.image(in));
        AxisLayout image = input.layout();
        AxisLayout split = image.over(Dims.of(groups, in.at(1) / groups, in.at(2), in.at(3)));
        PlacedTensor normal = standardised(step, new PlacedTensor(input.node(), split), 1, 2, 3);
        PlacedTensor scaled = new DigitalSteps(step).affine("scale", normal, scaleAndShift(step));
        step.put(0, scaled.node(), image);
    }

    private static @Nullable TrainedWeights scaleAndShift(LoweringContext step) {
        return new HeldWeights()
                .with("scale", step.constant(1))
                .with("shift", step.constant(2))
                .weights();
    }

    private static void meanVariance(LoweringContext step) {
        Dims in = step.dims(0);
        long[] given = step.attributes().integers("axes");
        int[] axes = given == null
                ? new int[] {0, 2, 3}
                : java.util.Arrays.stream(given).mapToInt(in::axis).toArray();
        step.put(0, standardised(step, step.in(0), axes));
    }

    private static void rootMeanSquare(LoweringContext step) {
        Dims in = step.dims(0);
        int first = in.axis(step.attributes().integer("axis", -1));
        PlacedTensor input = step.in(0, AxisLayout.where(in, axis -> axis < first));
        DigitalSteps digital = new DigitalSteps(step);
        PlacedTensor squares = digital.combine("square", Operator.MULTIPLY, input, input);
        PlacedTensor mean = digital.reduce(
                "mean",
                Reduction.AVERAGE,
                squares,
                IntStream.range(first, in.rank()).toArray());
        double epsilon = step.attributes().real("epsilon", 1e-5);
        PlacedTensor root = digital.apply("root", new Function(Activation.SQRT, epsilon, 0), mean);
        PlacedTensor normal = digital.combine("normalise", Operator.DIVIDE, input, root);
        step.put(
                0,
                digital.affine(
                        "scale",
                        normal,
                        new HeldWeights()
                                .perChannel("scale", step.constant(1), input.layout(), 1)
                                .weights()));
    }

    private static void unitLength(LoweringContext step) {
        int axis = step.dims(0).axis(step.attributes().integer("axis", -1));
        boolean squared = step.attributes().integer("p", 2) == 2;
        PlacedTensor input = step.in(0);
        DigitalSteps digital = new DigitalSteps(step);
        PlacedTensor magnitude = squared ? input : digital.apply("magnitude", Activation.ABSOLUTE, input);
        PlacedTensor length = digital.reduce("length", squared ? Reduction.L2 : Reduction.SUM, magnitude, axis);
        step.put(0, digital.combine("normalise", Operator.DIVIDE, input, length));
    }

    private static @Nullable TrainedWeights response(LoweringContext step, long size) {
        float scale = (float) (step.attributes().real("alpha", 1e-4) / size);
        float shift = (float) step.attributes().real("bias", 1);
        return new HeldWeights()
                .with("scale", Dims.of(1), () -> new float[] {scale})
                .with("shift", Dims.of(1), () -> new float[] {shift})
                .unknown(size % 2 == 0 ? "a response over an even number of channels" : null)
                .unknown(step.dims(0).at(0) == 1 ? null : "a response of several inputs at once")
                .weights();
    }

    /** y = x / (bias + alpha / size · sum of the squares of neighbouring channels)^beta (Krizhevsky et al. 2012). */
    private static void localResponse(LoweringContext step) {
        long size = step.attributes().integer("size", 5);
        if (size < 1 || size > MOST_NEIGHBOURS) {
            throw new Unplaceable("LRN over " + size + " channels");
        }
        PlacedTensor input = step.in(0, AxisLayout.image(step.dims(0)));
        DigitalSteps digital = new DigitalSteps(step);
        PlacedTensor squares = digital.combine("square", Operator.MULTIPLY, input, input);
        PlacedTensor[] neighbours = Collections.nCopies((int) size, squares).toArray(new PlacedTensor[0]);
        int sum = step.addPart("sum", new Elementwise(Operator.ADD, List.of(), true), neighbours);
        PlacedTensor scaled = digital.affine("scale", new PlacedTensor(sum, input.layout()), response(step, size));
        PlacedTensor power = digital.apply(
                "power", new Function(Activation.POWER, step.attributes().real("beta", 0.75), 0), scaled);
        step.put(0, digital.combine("normalise", Operator.DIVIDE, input, power));
    }
}
