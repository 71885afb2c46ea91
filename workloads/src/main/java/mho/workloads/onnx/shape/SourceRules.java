package mho.workloads.onnx.shape;

import java.util.stream.IntStream;
import mho.workloads.onnx.graph.Attributes;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Refusal;

/** Operators that make a tensor from nothing, or from another's shape. */
final class SourceRules {
    private SourceRules() {}

    static void register() {
        ShapeRules.put(site -> site.give(0, constant(site.attributes())), "Constant");
        ShapeRules.put(SourceRules::filled, "ConstantOfShape");
        ShapeRules.put(SourceRules::shape, "Shape");
        ShapeRules.put(site -> site.give(0, scalar(site.dims(0).count())), "Size");
        ShapeRules.put(SourceRules::range, "Range");
        ShapeRules.put(SourceRules::eye, "EyeLike");
        ShapeRules.put(SourceRules::random, "RandomNormal", "RandomUniform");
        ShapeRules.put(
                site -> site.out(0, typed(site.attributes(), site.type(0)), site.dims(0)),
                "RandomNormalLike",
                "RandomUniformLike",
                "Bernoulli");
        ShapeRules.put(SourceRules::nonZero, "NonZero");
    }

    private static void random(InferenceContext site) {
        long[] shape = site.attributes().integers("shape");
        if (shape == null) {
            throw new Refusal("has no shape");
        }
        site.out(0, typed(site.attributes(), ElementType.FLOAT), Dims.ofLongs(shape));
    }

    /** All the forms that the attribute of a Constant node takes. */
    private static ConstantTensor constant(Attributes attributes) {
        for (String form : new String[] {"value", "sparse_value"}) {
            ConstantTensor tensor = attributes.tensor(form);
            if (tensor != null) {
                return tensor;
            }
        }
        long[] integers = attributes.integers("value_ints");
        double[] reals = attributes.reals("value_floats");
        if (integers != null) {
            return ConstantTensor.ofIntegers(integers);
        }
        if (reals != null) {
            return new ConstantTensor(ElementType.FLOAT, Dims.of(reals.length), ConstantValues.ofReals(reals));
        }
        if (attributes.has("value_int")) {
            return scalar(attributes.integer("value_int", 0));
        }
        if (attributes.has("value_float")) {
            return new ConstantTensor(
                    ElementType.FLOAT, Dims.NONE, ConstantValues.ofReals(attributes.real("value_float", 0)));
        }
        if (attributes.has("value_string")) {
            return new ConstantTensor(ElementType.STRING, Dims.NONE, null);
        }
        if (attributes.has("value_strings")) {
            int count = attributes.texts("value_strings").size();
            return new ConstantTensor(ElementType.STRING, Dims.of(count), null);
        }
        throw new Refusal("has no value, export the model again");
    }

    private static ConstantTensor scalar(long value) {
        return new ConstantTensor(ElementType.INT64, Dims.NONE, ConstantValues.ofIntegers(value));
    }

    private static ElementType typed(Attributes attributes, ElementType otherwise) {
        ElementType type = ElementType.ofCode(attributes.integer("dtype", 0));
        return type == null ? otherwise : type;
    }

    private static void filled(InferenceContext site) {
        Dims dims = Dims.ofLongs(site.integers(0, "shape"));
        ConstantTensor given = site.attributes().tensor("value");
        ConstantTensor fill =
                given == null ? new ConstantTensor(ElementType.FLOAT, Dims.of(1), ConstantValues.ofReals(0)) : given;
        ConstantValues one = fill.values();
        if (one != null && one.count() != 1) {
            throw new Refusal("attribute value has " + one.count() + " values where one is needed");
        }
        site.out(0, fill.type(), dims, inputs -> one == null ? null : ConstantValues.repeated(one, dims.count()));
    }

    private static void shape(InferenceContext site) {
        Dims dims = site.dims(0);
        int start = clamped(site.attributes().integer("start", 0), dims.rank());
        int end = clamped(site.attributes().integer("end", dims.rank()), dims.rank());
        site.give(
                0,
                ConstantTensor.ofIntegers(
                        IntStream.range(start, end).mapToLong(dims::at).toArray()));
    }

    private static int clamped(long axis, int rank) {
        return (int) Math.max(0, Math.min(rank, axis < 0 ? axis + rank : axis));
    }

    private static void range(InferenceContext site) {
        ConstantValues start = site.scalar(0, "start");
        ConstantValues limit = site.scalar(1, "limit");
        ConstantValues delta = site.scalar(2, "delta");
        double steps = (limit.real(0) - start.real(0)) / delta.real(0);
        if (Double.isNaN(steps) || Double.isInfinite(steps)) {
            throw new Refusal(
                    "ranges from " + start.real(0) + " to " + limit.real(0) + " in steps of " + delta.real(0));
        }
        Dims dims = Dims.ofLongs((long) Math.max(0, Math.ceil(steps)));
        LazyValues.IntegerAt whole = i -> start.integer(0) + i * delta.integer(0);
        LazyValues.RealAt real = i -> start.real(0) + i * delta.real(0);
        site.out(
                0,
                site.type(0),
                dims,
                inputs -> site.type(0).integral()
                        ? new LazyValues(dims.count(), 1, whole, whole::at)
                        : new LazyValues(dims.count(), 1, i -> (long) real.at(i), real));
    }

    private static void eye(InferenceContext site) {
        Dims dims = site.dims(0);
        if (dims.rank() != 2) {
            throw new Refusal("takes a matrix, got " + dims);
        }
        long k = site.attributes().integer("k", 0);
        int columns = dims.at(1);
        LazyValues.IntegerAt at = i -> i % columns - i / columns == k ? 1 : 0;
        site.out(
                0, typed(site.attributes(), site.type(0)), dims, inputs -> new LazyValues(dims.count(), 1, at, at::at));
    }

    /** Old exporters spell "all indices" as the non-zero elements of a constant; anything else depends on the data. */
    private static void nonZero(InferenceContext site) {
        ConstantValues in = site.constant(0, "input");
        int rank = site.dims(0).rank();
        int[] strides = site.dims(0).strides();
        int[] found =
                IntStream.range(0, in.count()).filter(i -> in.real(i) != 0).toArray();
        Dims dims = Dims.of(rank, found.length);
        site.out(0, ElementType.INT64, dims, inputs -> {
            LazyValues.IntegerAt at = i -> {
                int axis = i / found.length;
                return found[i % found.length] / strides[axis] % site.dims(0).at(axis);
            };
            return new LazyValues(dims.count(), 1, at, at::at);
        });
    }
}
