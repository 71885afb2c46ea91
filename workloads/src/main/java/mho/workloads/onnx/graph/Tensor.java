package mho.workloads.onnx.graph;

import org.jspecify.annotations.Nullable;

/**
 * A constant: its type and shape are always known, its values unless they are of a type mho does not decode, come out
 * of an operator mho does not evaluate, or are not there.
 *
 * @param absent where the values should be and are not; null if they were not missed
 */
public record Tensor(ElementType type, Dims dims, @Nullable Values values, @Nullable String absent) {
    public Tensor(ElementType type, Dims dims, @Nullable Values values) {
        this(type, dims, values, null);
    }

    public Tensor {
        if (values != null && values.count() != dims.count()) {
            throw new Refusal("holds " + values.count() + " values where " + dims + " needs " + dims.count());
        }
    }

    /** A constant of which only the shape is known. */
    public static Tensor absent(ElementType type, Dims dims, String why) {
        return new Tensor(type, dims, null, why);
    }

    public static Tensor ofIntegers(long... integers) {
        return new Tensor(ElementType.INT64, Dims.of(integers.length), Values.ofIntegers(integers));
    }
}
