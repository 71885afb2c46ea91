package mho.workloads.onnx.graph;

import org.jspecify.annotations.Nullable;

/**
 * A constant: its type and shape are always known, its values unless they are of a type mho does not decode or come out
 * of an operator mho does not evaluate.
 */
public record Tensor(ElementType type, Dims dims, @Nullable Values values) {
    public Tensor {
        if (values != null && values.count() != dims.count()) {
            throw new Refusal("holds " + values.count() + " values where " + dims + " needs " + dims.count());
        }
    }

    public static Tensor ofIntegers(long... integers) {
        return new Tensor(ElementType.INT64, Dims.of(integers.length), Values.ofIntegers(integers));
    }
}
