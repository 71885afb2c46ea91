package mho.workloads.onnx.graph;

import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A protobuf tensor as a constant, its data checked against its shape in whichever of the three places it stands. */
final class TensorReader {
    private final ExternalData external;

    TensorReader(ExternalData external) {
        this.external = external;
    }

    ConstantTensor read(TensorProto proto) {
        ElementType type = type(proto.getDataType());
        Dims dims = dims(proto.getDimsList());
        if (proto.hasSegment()) {
            throw new Refusal("is stored in segments, which mho does not read, export the model again");
        }
        if (proto.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
            String missing = external.missing(proto);
            if (missing != null) {
                return ConstantTensor.absent(type, dims, missing);
            }
        }
        return new ConstantTensor(type, dims, type.decodable() ? values(proto, type, dims.count()) : null);
    }

    /** Sparse constants count by their dense shape; their values are not expanded. */
    ConstantTensor read(SparseTensorProto proto) {
        return new ConstantTensor(type(proto.getValues().getDataType()), dims(proto.getDimsList()), null);
    }

    private @Nullable ConstantValues values(TensorProto proto, ElementType type, int count) {
        if (proto.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
            return external.values(proto, type, count);
        }
        if (proto.hasRawData()) {
            long needed = type.bytesOf(count);
            int given = proto.getRawData().size();
            if (given != needed) {
                throw new Refusal("holds " + given + " bytes where " + text(proto, type) + " needs " + needed);
            }
            ByteBuffer bytes = proto.getRawData().asReadOnlyByteBuffer().slice();
            return new RawValues(type, count, bytes::duplicate);
        }
        int given = TypedValues.count(proto, type);
        if (given != TypedValues.fields(count, type)) {
            throw new Refusal("holds " + given + " values where " + text(proto, type) + " needs " + count);
        }
        return TypedValues.of(proto, type, count);
    }

    private static String text(TensorProto proto, ElementType type) {
        return dims(proto.getDimsList()) + " of " + type;
    }

    private static Dims dims(List<Long> sizes) {
        return Dims.ofLongs(sizes.stream().mapToLong(Long::longValue).toArray());
    }

    static ElementType type(long code) {
        ElementType type = ElementType.ofCode(code);
        if (type == null) {
            throw new Refusal("has element type " + code + ", which ONNX does not define");
        }
        return type;
    }
}
