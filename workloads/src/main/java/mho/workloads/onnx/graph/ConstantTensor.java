package mho.workloads.onnx.graph;

import org.jspecify.annotations.Nullable;

/**
 * A constant: its type and shape are always known, its values unless they are of a type mho does not decode, come out
 * of an operator mho does not evaluate, or are not there.
 *
 * @param absent where the values should be and are not; null if they were not missed
 */
public record ConstantTensor(ElementType type, Dims dims, @Nullable ConstantValues values, @Nullable String absent) {
    public ConstantTensor(ElementType type, Dims dims, @Nullable ConstantValues values) {
        this(type, dims, values, null);
    }

    public ConstantTensor {
        if (values != null && values.count() != dims.count()) {
            throw new Refusal("holds " + values.count() + " values where " + dims + " needs " + dims.count());
        }
    }

    /** A constant of which only the shape is known. */
    public static ConstantTensor absent(ElementType type, Dims dims, String why) {
        return new ConstantTensor(type, dims, null, why);
    }

    public static ConstantTensor ofIntegers(long... integers) {
        return new ConstantTensor(ElementType.INT64, Dims.of(integers.length), ConstantValues.ofIntegers(integers));
    }
}
