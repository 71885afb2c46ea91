package mho.workloads.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import mho.core.yaml.BadInput;

/** The kinds of number in a file; all but unsigned bytes become floats. */
enum NumberType {
    BOOLEAN(1),
    UINT8(1),
    INT8(1),
    UINT16(2),
    INT16(2),
    UINT32(4),
    INT32(4),
    UINT64(8),
    INT64(8),
    FLOAT16(2),
    FLOAT32(4),
    FLOAT64(8);

    private static final int CHUNK = 1 << 16;

    private final int width;

    NumberType(int width) {
        this.width = width;
    }

    /** Reads so many of them and, if these are all, the end of the data. */
    NumberStore read(String where, InputStream in, int count, boolean all, ByteOrder order) throws IOException {
        FileArray.checkMemory(where, this == UINT8 ? count : 4L * count);
        NumberStore store =
                this == UINT8 ? new NumberStore.Bytes(bytes(where, in, count)) : floats(where, in, count, order);
        if (all && in.read() >= 0) {
            throw new BadInput(
                    "%s: goes on behind the %,d numbers its header announces, the header or the file is damaged"
                            .formatted(where, count));
        }
        return store;
    }

    private static byte[] bytes(String where, InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw truncated(where, bytes.length, count);
        }
        return bytes;
    }

    /** The array grows as the numbers come: a header alone must not claim memory. */
    private NumberStore floats(String where, InputStream in, int count, ByteOrder order) throws IOException {
        float[] floats = new float[Math.min(count, CHUNK)];
        byte[] bytes = new byte[Math.min(count, CHUNK) * width];
        int have = 0;
        while (have < count) {
            int wanted = Math.min(CHUNK, count - have);
            int got = in.readNBytes(bytes, 0, wanted * width) / width;
            if (floats.length < have + got) {
                floats = Arrays.copyOf(floats, (int) Math.min(count, 2L * floats.length));
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
            for (int i = 0; i < got; i++) {
                floats[have + i] = at(buffer, i * width);
            }
            have += got;
            if (got < wanted) {
                throw truncated(where, have, count);
            }
        }
        return new NumberStore.Floats(floats);
    }

    private static BadInput truncated(String where, long have, long count) {
        return new BadInput(
                "%s: is truncated, it holds %,d of the %,d numbers its header announces; copy or download it again"
                        .formatted(where, have, count));
    }

    private float at(ByteBuffer buffer, int at) {
        return switch (this) {
            case BOOLEAN -> buffer.get(at) == 0 ? 0 : 1;
            case UINT8 -> buffer.get(at) & 0xFF;
            case INT8 -> buffer.get(at);
            case UINT16 -> buffer.getShort(at) & 0xFFFF;
            case INT16 -> buffer.getShort(at);
            case UINT32 -> buffer.getInt(at) & 0xFFFF_FFFFL;
            case INT32 -> buffer.getInt(at);
            case UINT64 -> unsigned(buffer.getLong(at));
            case INT64 -> buffer.getLong(at);
            case FLOAT16 -> half(buffer.getShort(at));
            case FLOAT32 -> buffer.getFloat(at);
            case FLOAT64 -> (float) buffer.getDouble(at);
        };
    }

    private static float unsigned(long bits) {
        // Halved with the lost bit kept, so that rounding to float sees it.
        return bits >= 0 ? bits : (float) ((bits >>> 1) | (bits & 1)) * 2;
    }

    /** IEEE 754 binary16. */
    private static float half(short half) {
        int exponent = half >> 10 & 0x1F;
        int fraction = half & 0x3FF;
        float magnitude;
        if (exponent == 0x1F) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            magnitude = fraction * 0x1p-24f;
        } else {
            magnitude = Math.scalb(0x400 + fraction, exponent - 25);
        }
        return half < 0 ? -magnitude : magnitude;
    }
}
