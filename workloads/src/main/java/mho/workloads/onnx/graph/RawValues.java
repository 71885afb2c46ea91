package mho.workloads.onnx.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Supplier;

/** Elements as ONNX stores them in {@code raw_data} and external files: fixed width, little-endian. */
final class RawValues implements ConstantValues {
    private final ElementType type;
    private final int count;
    private final Supplier<ByteBuffer> bytes;

    RawValues(ElementType type, int count, Supplier<ByteBuffer> bytes) {
        this.type = type;
        this.count = count;
        this.bytes = bytes;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public double real(int i) {
        return type.real() ? real(buffer(), i) : integer(buffer(), i);
    }

    @Override
    public long integer(int i) {
        return type.real() ? (long) real(buffer(), i) : integer(buffer(), i);
    }

    @Override
    public float[] floats() {
        ByteBuffer buffer = buffer();
        float[] floats = new float[count];
        if (type == ElementType.FLOAT) {
            buffer.asFloatBuffer().get(floats);
            return floats;
        }
        for (int i = 0; i < count; i++) {
            floats[i] = (float) (type.real() ? real(buffer, i) : integer(buffer, i));
        }
        return floats;
    }

    private ByteBuffer buffer() {
        return bytes.get().order(ByteOrder.LITTLE_ENDIAN);
    }

    private double real(ByteBuffer buffer, int i) {
        return switch (type) {
            case FLOAT -> buffer.getFloat(i * 4);
            case DOUBLE -> buffer.getDouble(i * 8);
            case FLOAT16 -> Half.toFloat(buffer.getShort(i * 2));
            case BFLOAT16 -> Half.brainToFloat(buffer.getShort(i * 2));
            default -> throw new IllegalStateException(type + " is not real");
        };
    }

    private long integer(ByteBuffer buffer, int i) {
        return switch (type) {
            case BOOL -> buffer.get(i) != 0 ? 1 : 0;
            case UINT4 -> buffer.get(i / 2) >> (i % 2 * 4) & 0xF;
            case INT4 -> (byte) (buffer.get(i / 2) << (4 - i % 2 * 4)) >> 4;
            case INT8 -> buffer.get(i);
            case UINT8 -> buffer.get(i) & 0xFF;
            case INT16 -> buffer.getShort(i * 2);
            case UINT16 -> buffer.getShort(i * 2) & 0xFFFF;
            case INT32 -> buffer.getInt(i * 4);
            case UINT32 -> buffer.getInt(i * 4) & 0xFFFF_FFFFL;
            case INT64, UINT64 -> buffer.getLong(i * 8);
            default -> throw new IllegalStateException(type + " is not integral");
        };
    }
}
