package mho.workloads.onnx.graph;

import ai.onnx.proto.OnnxMl.TensorProto;
import org.jspecify.annotations.Nullable;

/** Elements as ONNX stores them in the typed fields of a tensor ({@code float_data}, {@code int32_data}, …). */
final class TypedValues {
    private TypedValues() {}

    /** How many elements the field for {@code type} holds. */
    static int count(TensorProto proto, ElementType type) {
        return switch (type) {
            case FLOAT -> proto.getFloatDataCount();
            case DOUBLE -> proto.getDoubleDataCount();
            case INT64 -> proto.getInt64DataCount();
            case UINT32, UINT64 -> proto.getUint64DataCount();
            default -> proto.getInt32DataCount();
        };
    }

    /** How many entries of the field so many elements take: two of half a byte share one. */
    static int fields(int count, ElementType type) {
        return type.isHalfByte() ? (int) type.bytesOf(count) : count;
    }

    static @Nullable ConstantValues of(TensorProto proto, ElementType type, int count) {
        return switch (type) {
            case FLOAT -> new Reals(count, proto::getFloatData);
            case DOUBLE -> new Reals(count, proto::getDoubleData);
                // 16-bit floats stand as bit patterns in int32_data.
            case FLOAT16 -> new Reals(count, i -> Half.toFloat((short) proto.getInt32Data(i)));
            case BFLOAT16 -> new Reals(count, i -> Half.brainToFloat((short) proto.getInt32Data(i)));
            case INT64 -> new Integers(count, proto::getInt64Data);
            case UINT32, UINT64 -> new Integers(count, proto::getUint64Data);
            case UINT4 -> new Integers(count, i -> proto.getInt32Data(i / 2) >> (i % 2 * 4) & 0xF);
            case INT4 -> new Integers(count, i -> (byte) (proto.getInt32Data(i / 2) << (4 - i % 2 * 4)) >> 4);
            case INT32, INT16, INT8, UINT16, UINT8, BOOL -> new Integers(count, proto::getInt32Data);
            default -> null;
        };
    }

    private interface RealAt {
        double at(int i);
    }

    private interface IntegerAt {
        long at(int i);
    }

    private record Reals(int count, RealAt element) implements ConstantValues {
        @Override
        public double real(int i) {
            return element.at(i);
        }

        @Override
        public long integer(int i) {
            return (long) element.at(i);
        }
    }

    private record Integers(int count, IntegerAt element) implements ConstantValues {
        @Override
        public double real(int i) {
            return element.at(i);
        }

        @Override
        public long integer(int i) {
            return element.at(i);
        }
    }
}
