package mho.workloads.onnx.lowering;

import java.util.List;
import mho.workloads.network.Codes;
import mho.workloads.network.Codes.Way;
import mho.workloads.network.Pool;
import mho.workloads.network.Reduce;
import mho.workloads.network.Reduction;
import mho.workloads.network.Shape;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.shape.InferredTensor;
import mho.workloads.onnx.shape.IntegerTypes;
import org.jspecify.annotations.Nullable;

/** Between reals and the integers that stand for them, and what operators on such integers read and make. */
final class Quantised {
    private static final String OPAQUE = "rounding to integers";

    private Quantised() {}

    static void register() {
        LoweringRules.put(step -> convert(step, Way.QUANTISED), "QuantizeLinear");
        LoweringRules.put(step -> convert(step, Way.RESTORED), "DequantizeLinear");
        LoweringRules.put(Quantised::measured, "DynamicQuantizeLinear");
    }

    private static void convert(LoweringContext step, Way way) {
        boolean blocked = step.attributes().integer("block_size", 0) != 0;
        long axis = step.attributes().integer("axis", 1);
        PlacedTensor input = step.in(0);
        PlacedTensor made = blocked ? null : coded(step, input, way, 1, 2, axis, "codes");
        step.put(0, made == null ? step.canvas().opaque(input, step.op().title(), OPAQUE) : made);
    }

    /** Null where scale and zero point are not constants of one for each channel, or the codes are of no integer type. */
    private static @Nullable PlacedTensor coded(
            LoweringContext step, PlacedTensor input, Way way, int scaleInput, int zeroInput, long axis, String part) {
        AxisLayout layout = input.layout();
        mho.workloads.network.Tensor scale = perChannel(step.constant(scaleInput), layout, axis);
        ConstantTensor zeros = step.constant(zeroInput);
        mho.workloads.network.Tensor zero = zeros == null ? null : perChannel(zeros, layout, axis);
        IntegerTypes bounds = IntegerTypes.of(
                way == Way.QUANTISED ? outType(step) : step.site().type(0));
        if (scale == null || bounds == null || (step.has(zeroInput) && zero == null)) {
            return null;
        }
        Codes codes = new Codes(step.shape(input), way, scale, zero, bounds.low(), bounds.high());
        return new PlacedTensor(step.addPart(part, codes, input), layout);
    }

    private static ElementType outType(LoweringContext step) {
        InferredTensor value = step.value(step.op().outputs().get(0));
        return value == null ? ElementType.FLOAT : value.type();
    }

    private static mho.workloads.network.@Nullable Tensor perChannel(
            @Nullable ConstantTensor tensor, AxisLayout layout, long axis) {
        if (tensor == null || tensor.values() == null) {
            return null;
        }
        ConstantValues values = tensor.values();
        if (tensor.dims().count() == 1) {
            return HeldWeights.tensor(Dims.of(1), values::floats);
        }
        ConstantTensor along = along(tensor, layout.dims(), axis);
        return along == null || !PerChannel.fits(along.dims(), layout)
                ? null
                : HeldWeights.tensor(Dims.of(layout.channels()), () -> {
                    float[] floats = PerChannel.floats(along, layout);
                    return floats == null ? new float[0] : floats;
                });
    }

    /** A vector along an axis of {@code dims}, ready to stretch over the others. */
    private static @Nullable ConstantTensor along(ConstantTensor vector, Dims dims, long axis) {
        int at = dims.axis(axis);
        if (vector.dims().rank() != 1 || vector.dims().at(0) != dims.at(at)) {
            return null;
        }
        int[] sizes = new int[dims.rank()];
        java.util.Arrays.fill(sizes, 1);
        sizes[at] = dims.at(at);
        return new ConstantTensor(vector.type(), Dims.of(sizes), vector.values());
    }

    /**
     * Codes by the range of the values. Operators on integers take the zero point off what they read; they are given the codes
     * without it.
     */
    private static void measured(LoweringContext step) {
        Op op = step.op();
        Shape shape = step.shape(step.in(0));
        AxisLayout layout = step.in(0).layout();
        String zero = op.hasOutput(2) ? op.outputs().get(2) : "";
        String codes = op.outputs().get(0);
        List<Op> readers = step.readers().of(codes);
        long centring =
                readers.stream().filter(reader -> centres(reader, codes, zero)).count();
        PlacedTensor centred = centring == 0
                ? null
                : new PlacedTensor(step.add(Codes.measured(shape, Way.MEASURED_CENTRED), step.in(0)), layout);
        boolean alone = centring == readers.size() && !step.readers().isOutput(codes);
        PlacedTensor made = centred != null && alone
                ? centred
                : new PlacedTensor(step.addPart("codes", Codes.measured(shape, Way.MEASURED), step.in(0)), layout);
        step.put(0, made);
        if (centred != null) {
            step.canvas().centred(made.node(), zero, centred);
        }
        if (step.wants(1)) {
            step.put(1, ofAll(step, "scale", Way.MEASURED_SCALE));
        }
        if (step.wants(2)) {
            boolean taken = !step.readers().isOutput(zero)
                    && step.readers().of(zero).stream().allMatch(reader -> centres(reader, codes, zero));
            step.put(2, taken ? made : ofAll(step, "zero", Way.MEASURED_ZERO));
        }
    }

    /** The one number that the range of a whole map gives. */
    private static PlacedTensor ofAll(LoweringContext step, String part, Way way) {
        PlacedTensor input = step.in(0);
        int same = step.addPart(part + "-of-each", Codes.measured(step.shape(input), way), input);
        PlacedTensor numbers = new PlacedTensor(same, input.layout());
        int largest = step.addPart(part + "-of-channels", Pool.global(Reduction.MAX, step.shape(input)), numbers);
        PlacedTensor each =
                new PlacedTensor(largest, AxisLayout.of(Dims.of(input.layout().channels())));
        return new PlacedTensor(step.addPart(part, new Reduce(Reduction.MAX), each), AxisLayout.of(Dims.NONE));
    }

    private static boolean centres(Op reader, String codes, String zero) {
        boolean first = reader.inputs().get(0).equals(codes);
        int own = first ? 2 : 3;
        boolean once = reader.inputs().indexOf(codes) == reader.inputs().lastIndexOf(codes);
        return List.of("MatMulInteger", "ConvInteger").contains(reader.key())
                && once
                && reader.hasInput(own)
                && reader.inputs().get(own).equals(zero);
    }

    /** Has an operator on integers read both factors without their zero points. */
    static void centre(LoweringContext step, int left, int leftZero, int right, int rightZero, int axis) {
        factor(step, left, leftZero, -2);
        factor(step, right, rightZero, axis);
    }

    private static void factor(LoweringContext step, int input, int zeroInput, int axis) {
        if (!step.has(zeroInput)) {
            return;
        }
        ConstantTensor zero = step.constant(zeroInput);
        if (step.isConstant(input)) {
            step.read(input, decoded(step.tensor(input), null, zero, axis));
            return;
        }
        PlacedTensor placed = step.in(input);
        if (zero == null || zero.values() == null || zero.dims().count() != 1) {
            PlacedTensor centred =
                    step.canvas().centred(placed.node(), step.op().inputs().get(zeroInput));
            step.read(
                    input,
                    centred != null
                            ? centred
                            : step.canvas().opaque(placed, step.op().title() + "/zero", "a zero point"));
            return;
        }
        ConstantValues zeros = zero.values();
        Codes codes = new Codes(
                step.shape(placed),
                Way.RESTORED,
                HeldWeights.tensor(Dims.of(1), () -> new float[] {1}),
                HeldWeights.tensor(Dims.of(1), zeros::floats),
                Integer.MIN_VALUE,
                Integer.MAX_VALUE);
        step.read(input, new PlacedTensor(step.addPart("zero-" + input, codes, placed), placed.layout()));
    }

    /** Has QLinearConv or QLinearMatMul read factors and bias as the reals they stand for. */
    static void restore(LoweringContext step, int axis) {
        for (int input : List.of(0, 3)) {
            ConstantTensor scale = step.constant(input + 1);
            ConstantTensor zero = step.constant(input + 2);
            if (step.isConstant(input)) {
                step.read(input, decoded(step.tensor(input), scale, zero, input == 3 ? axis : -2));
            } else {
                PlacedTensor placed = step.in(input);
                PlacedTensor reals = coded(step, placed, Way.RESTORED, input + 1, input + 2, axis, "restored-" + input);
                step.read(
                        input,
                        reals == null ? step.canvas().opaque(placed, step.op().title(), OPAQUE) : reals);
            }
        }
        if (step.has(8)) {
            step.read(8, bias(step));
        }
    }

    /** The bias counts products of a code by a code. */
    private static ConstantTensor bias(LoweringContext step) {
        ConstantTensor bias = step.tensor(8);
        ConstantValues sums = bias.values();
        ConstantTensor weights = step.tensor(4);
        ConstantValues scales = weights.values();
        double input = step.scalar(1, Double.NaN);
        if (sums == null || scales == null || Double.isNaN(input)) {
            return new ConstantTensor(ElementType.FLOAT, bias.dims(), null);
        }
        boolean one = scales.count() == 1;
        double[] reals = new double[sums.count()];
        for (int i = 0; i < reals.length; i++) {
            reals[i] = sums.integer(i) * input * scales.real(one ? 0 : i);
        }
        return new ConstantTensor(ElementType.FLOAT, bias.dims(), ConstantValues.ofReals(reals));
    }

    /** (code - zero point) scale of a constant, scale and zero point being one, or one for each index of an axis. */
    private static ConstantTensor decoded(
            ConstantTensor codes, @Nullable ConstantTensor scale, @Nullable ConstantTensor zero, int axis) {
        ConstantValues whole = codes.values();
        double[] scales = scale == null ? new double[] {1} : numbers(scale);
        double[] zeros = zero == null ? new double[] {0} : numbers(zero);
        int along =
                codes.dims().rank() == 0 ? 0 : Math.floorMod(axis, codes.dims().rank());
        boolean fits = fits(scales, codes.dims(), along) && fits(zeros, codes.dims(), along);
        if (whole == null || !fits) {
            return new ConstantTensor(ElementType.FLOAT, codes.dims(), null);
        }
        int inner = codes.dims().count(along + 1, codes.dims().rank());
        double[] reals = new double[whole.count()];
        for (int i = 0; i < reals.length; i++) {
            int at = scales.length == 1 && zeros.length == 1
                    ? 0
                    : i / inner % codes.dims().at(along);
            float real = (float) (whole.integer(i) - zeros[zeros.length == 1 ? 0 : at])
                    * (float) scales[scales.length == 1 ? 0 : at];
            reals[i] = real;
        }
        ConstantValues steps = ConstantValues.view(
                ConstantValues.ofReals(scales),
                reals.length,
                i -> scales.length == 1 ? 0 : i / inner % codes.dims().at(along));
        return new ConstantTensor(ElementType.FLOAT, codes.dims(), ConstantValues.ofReals(reals, steps));
    }

    private static boolean fits(double[] numbers, Dims dims, int along) {
        return numbers.length == 1 || (dims.rank() > 0 && numbers.length == dims.at(along));
    }

    private static double[] numbers(ConstantTensor tensor) {
        ConstantValues values = tensor.values();
        double[] numbers = new double[values == null ? 0 : values.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values == null ? 0 : values.real(i);
        }
        return numbers;
    }

    /** Has the product of such an operator rounded to the codes it makes. */
    static void round(LoweringContext step) {
        PlacedTensor product = step.placed(0);
        PlacedTensor made = coded(step, product, Way.QUANTISED, 6, 7, 1, "codes");
        step.put(0, made == null ? step.canvas().opaque(product, step.op().title() + "/codes", OPAQUE) : made);
    }
}
