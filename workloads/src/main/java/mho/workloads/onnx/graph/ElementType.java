package mho.workloads.onnx.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The element types of ONNX tensors, with the codes of {@code TensorProto.DataType} and bytes in {@code raw_data}. */
public enum ElementType {
    FLOAT(1, 4, Kind.REAL),
    UINT8(2, 1, Kind.INTEGER),
    INT8(3, 1, Kind.INTEGER),
    UINT16(4, 2, Kind.INTEGER),
    INT16(5, 2, Kind.INTEGER),
    INT32(6, 4, Kind.INTEGER),
    INT64(7, 8, Kind.INTEGER),
    STRING(8, 0, Kind.OPAQUE),
    BOOL(9, 1, Kind.INTEGER),
    FLOAT16(10, 2, Kind.REAL),
    DOUBLE(11, 8, Kind.REAL),
    UINT32(12, 4, Kind.INTEGER),
    UINT64(13, 8, Kind.INTEGER),
    COMPLEX64(14, 0, Kind.OPAQUE),
    COMPLEX128(15, 0, Kind.OPAQUE),
    BFLOAT16(16, 2, Kind.REAL),
    FLOAT8E4M3FN(17, 0, Kind.OPAQUE),
    FLOAT8E4M3FNUZ(18, 0, Kind.OPAQUE),
    FLOAT8E5M2(19, 0, Kind.OPAQUE),
    FLOAT8E5M2FNUZ(20, 0, Kind.OPAQUE),
    UINT4(21, 0, Kind.INTEGER),
    INT4(22, 0, Kind.INTEGER),
    FLOAT4E2M1(23, 0, Kind.OPAQUE);

    /** Opaque types are carried by shape only: their values are never decoded. */
    private enum Kind {
        REAL,
        INTEGER,
        OPAQUE
    }

    private static final Map<Integer, ElementType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(t -> t.code, Function.identity()));

    private final int code;
    private final int bytes;
    private final Kind kind;

    ElementType(int code, int bytes, Kind kind) {
        this.code = code;
        this.bytes = bytes;
        this.kind = kind;
    }

    public static @Nullable ElementType ofCode(long code) {
        return BY_CODE.get((int) code);
    }

    public int bytes() {
        return bytes;
    }

    /** Two elements a byte, the first in its low half. */
    boolean isHalfByte() {
        return this == UINT4 || this == INT4;
    }

    /** Bytes that so many elements take. */
    public long bytesOf(int count) {
        return isHalfByte() ? (count + 1L) / 2 : (long) count * bytes;
    }

    /** Integers and booleans. */
    public boolean integral() {
        return kind == Kind.INTEGER;
    }

    public boolean real() {
        return kind == Kind.REAL;
    }

    public boolean decodable() {
        return kind != Kind.OPAQUE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
