package mho.workloads.onnx.shape;

import mho.workloads.onnx.graph.ElementType;
import org.jspecify.annotations.Nullable;

/** The integers that a type of codes has. Wider types than 32 bits are sums and no codes. */
public record IntegerTypes(int low, int high) {

    public static @Nullable IntegerTypes of(ElementType type) {
        return switch (type) {
            case UINT4 -> new IntegerTypes(0, 15);
            case INT4 -> new IntegerTypes(-8, 7);
            case UINT8 -> new IntegerTypes(0, 255);
            case INT8 -> new IntegerTypes(-128, 127);
            case UINT16 -> new IntegerTypes(0, 65535);
            case INT16 -> new IntegerTypes(-32768, 32767);
            case INT32 -> new IntegerTypes(Integer.MIN_VALUE, Integer.MAX_VALUE);
            default -> null;
        };
    }

    long clipped(double code) {
        return (long) Math.max(low, Math.min(high, code));
    }
}
