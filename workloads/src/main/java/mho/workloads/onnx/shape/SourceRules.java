package mho.workloads.onnx.shape;

import java.util.stream.IntStream;
import mho.workloads.onnx.graph.Attributes;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Refusal;
import mho.workloads.onnx.graph.Tensor;
import mho.workloads.onnx.graph.Values;

/** Operators that make a tensor from nothing, or from another's shape. */
final class SourceRules {
    private SourceRules() {}

    static void register() {
        Table.put(site -> site.give(0, constant(site.attributes())), "Constant");
        Table.put(SourceRules::filled, "ConstantOfShape");
        Table.put(SourceRules::shape, "Shape");
        Table.put(site -> site.give(0, scalar(site.dims(0).count())), "Size");
        Table.put(SourceRules::range, "Range");
        Table.put(SourceRules::eye, "EyeLike");
        Table.put(SourceRules::random, "RandomNormal", "RandomUniform");
        Table.put(
                site -> site.out(0, typed(site.attributes(), site.type(0)), site.dims(0)),
                "RandomNormalLike",
                "RandomUniformLike",
                "Bernoulli");
        Table.put(SourceRules::nonZero, "NonZero");
    }

    private static void random(Site site) {
        long[] shape = site.attributes().integers("shape");
        if (shape == null) {
            throw new Refusal("has no shape");
        }
        site.out(0, typed(site.attributes(), ElementType.FLOAT), Dims.ofLongs(shape));
    }

    /** All the forms that the attribute of a Constant node takes. */
    private static Tensor constant(Attributes attributes) {
        for (String form : new String[] {"value", "sparse_value"}) {
            Tensor tensor = attributes.tensor(form);
            if (tensor != null) {
                return tensor;
            }
        }
        long[] integers = attributes.integers("value_ints");
        double[] reals = attributes.reals("value_floats");
        if (integers != null) {
            return Tensor.ofIntegers(integers);
        }
        if (reals != null) {
            return new Tensor(ElementType.FLOAT, Dims.of(reals.length), Values.ofReals(reals));
        }
        if (attributes.has("value_int")) {
            return scalar(attributes.integer("value_int", 0));
        }
        if (attributes.has("value_float")) {
            return new Tensor(ElementType.FLOAT, Dims.NONE, Values.ofReals(attributes.real("value_float", 0)));
        }
        if (attributes.has("value_string")) {
            return new Tensor(ElementType.STRING, Dims.NONE, null);
        }
        if (attributes.has("value_strings")) {
            int count = attributes.texts("value_strings").size();
            return new Tensor(ElementType.STRING, Dims.of(count), null);
        }
        throw new Refusal("has no value, export the model again");
    }

    private static Tensor scalar(long value) {
        return new Tensor(ElementType.INT64, Dims.NONE, Values.ofIntegers(value));
    }

    private static ElementType typed(Attributes attributes, ElementType otherwise) {
        ElementType type = ElementType.ofCode(attributes.integer("dtype", 0));
        return type == null ? otherwise : type;
    }

    private static void filled(Site site) {
        Dims dims = Dims.ofLongs(site.integers(0, "shape"));
        Tensor given = site.attributes().tensor("value");
        Tensor fill = given == null ? new Tensor(ElementType.FLOAT, Dims.of(1), Values.ofReals(0)) : given;
        Values one = fill.values();
        if (one != null && one.count() != 1) {
            throw new Refusal("attribute value has " + one.count() + " values where one is needed");
        }
        site.out(0, fill.type(), dims, inputs -> one == null ? null : Values.repeated(one, dims.count()));
    }

    private static void shape(Site site) {
        Dims dims = site.dims(0);
        int start = clamped(site.attributes().integer("start", 0), dims.rank());
        int end = clamped(site.attributes().integer("end", dims.rank()), dims.rank());
        site.give(
                0,
                Tensor.ofIntegers(
                        IntStream.range(start, end).mapToLong(dims::at).toArray()));
    }

    private static int clamped(long axis, int rank) {
        return (int) Math.max(0, Math.min(rank, axis < 0 ? axis + rank : axis));
    }

    private static void range(Site site) {
        Values start = site.scalar(0, "start");
        Values limit = site.scalar(1, "limit");
        Values delta = site.scalar(2, "delta");
        double steps = (limit.real(0) - start.real(0)) / delta.real(0);
        if (Double.isNaN(steps) || Double.isInfinite(steps)) {
            throw new Refusal(
                    "ranges from " + start.real(0) + " to " + limit.real(0) + " in steps of " + delta.real(0));
        }
        Dims dims = Dims.ofLongs((long) Math.max(0, Math.ceil(steps)));
        Computed.IntegerAt whole = i -> start.integer(0) + i * delta.integer(0);
        Computed.RealAt real = i -> start.real(0) + i * delta.real(0);
        site.out(
                0,
                site.type(0),
                dims,
                inputs -> site.type(0).integral()
                        ? new Computed(dims.count(), 1, whole, whole::at)
                        : new Computed(dims.count(), 1, i -> (long) real.at(i), real));
    }

    private static void eye(Site site) {
        Dims dims = site.dims(0);
        if (dims.rank() != 2) {
            throw new Refusal("takes a matrix, got " + dims);
        }
        long k = site.attributes().integer("k", 0);
        int columns = dims.at(1);
        Computed.IntegerAt at = i -> i % columns - i / columns == k ? 1 : 0;
        site.out(0, typed(site.attributes(), site.type(0)), dims, inputs -> new Computed(dims.count(), 1, at, at::at));
    }

    /** Old exporters spell "all indices" as the non-zero elements of a constant; anything else depends on the data. */
    private static void nonZero(Site site) {
        Values in = site.constant(0, "input");
        int rank = site.dims(0).rank();
        int[] strides = site.dims(0).strides();
        int[] found =
                IntStream.range(0, in.count()).filter(i -> in.real(i) != 0).toArray();
        Dims dims = Dims.of(rank, found.length);
        site.out(0, ElementType.INT64, dims, inputs -> {
            Computed.IntegerAt at = i -> {
                int axis = i / found.length;
                return found[i % found.length] / strides[axis] % site.dims(0).at(axis);
            };
            return new Computed(dims.count(), 1, at, at::at);
        });
    }
}
