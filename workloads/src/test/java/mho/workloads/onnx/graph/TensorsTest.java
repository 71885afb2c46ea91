package mho.workloads.onnx.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every element type, in raw bytes and in the typed fields. */
class TensorsTest {
    private final TensorReader reader = new TensorReader(new ExternalData(Path.of("/none")));

    private ConstantValues values(TensorProto.Builder proto) {
        return Objects.requireNonNull(reader.read(proto.build()).values());
    }

    private static TensorProto.Builder raw(ElementType type, int count, Consumer<ByteBuffer> writer) {
        ByteBuffer bytes = ByteBuffer.allocate(count * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        writer.accept(bytes);
        return typed(type, count).setRawData(ByteString.copyFrom(bytes.array()));
    }

    private static TensorProto.Builder typed(ElementType type, int count) {
        return TensorProto.newBuilder().setDataType(type.ordinal() + 1).addDims(count);
    }

    @Test
    void rawIntegersKeepTheirSign() {
        assertThat(values(raw(ElementType.INT8, 2, b -> b.put((byte) -3).put((byte) 127)))
                        .integers())
                .containsExactly(-3, 127);
        assertThat(values(raw(ElementType.UINT8, 1, b -> b.put((byte) -3))).integers())
                .containsExactly(253);
        assertThat(values(raw(ElementType.INT16, 1, b -> b.putShort((short) -300)))
                        .integers())
                .containsExactly(-300);
        assertThat(values(raw(ElementType.UINT16, 1, b -> b.putShort((short) -1)))
                        .integers())
                .containsExactly(65535);
        assertThat(values(raw(ElementType.INT32, 1, b -> b.putInt(-70000))).integers())
                .containsExactly(-70000);
        assertThat(values(raw(ElementType.UINT32, 1, b -> b.putInt(-1))).integers())
                .containsExactly(4294967295L);
        assertThat(values(raw(ElementType.INT64, 1, b -> b.putLong(1L << 62))).integers())
                .containsExactly(1L << 62);
        assertThat(values(raw(ElementType.UINT64, 1, b -> b.putLong(7))).integers())
                .containsExactly(7);
        assertThat(values(raw(ElementType.BOOL, 2, b -> b.put((byte) 0).put((byte) 2)))
                        .integers())
                .containsExactly(0, 1);
    }

    @Test
    void rawRealsOfEveryWidth() {
        assertThat(values(raw(ElementType.FLOAT, 2, b -> b.putFloat(1.5f).putFloat(-0.1f)))
                        .floats())
                .containsExactly(1.5f, -0.1f);
        assertThat(values(raw(ElementType.DOUBLE, 1, b -> b.putDouble(0.1))).reals())
                .containsExactly(0.1);
        assertThat(values(raw(ElementType.FLOAT16, 3, b -> b.putShort((short) 0x3C00)
                                .putShort((short) 0xC100)
                                .putShort((short) 0x0001)))
                        .reals())
                .containsExactly(1, -2.5, 0x1p-24);
        assertThat(values(raw(ElementType.BFLOAT16, 2, b -> b.putShort((short) 0x3F80)
                                .putShort((short) 0xC020)))
                        .reals())
                .containsExactly(1, -2.5);
    }

    @Test
    void typedFieldsHoldTheSame() {
        assertThat(values(typed(ElementType.FLOAT, 1).addFloatData(2.5f)).real(0))
                .isEqualTo(2.5);
        assertThat(values(typed(ElementType.DOUBLE, 1).addDoubleData(0.1)).real(0))
                .isEqualTo(0.1);
        assertThat(values(typed(ElementType.INT64, 1).addInt64Data(-9)).integer(0))
                .isEqualTo(-9);
        assertThat(values(typed(ElementType.UINT64, 1).addUint64Data(9)).integer(0))
                .isEqualTo(9);
        assertThat(values(typed(ElementType.INT8, 1).addInt32Data(-9)).integer(0))
                .isEqualTo(-9);
        assertThat(values(typed(ElementType.BOOL, 1).addInt32Data(1)).integer(0))
                .isEqualTo(1);
        assertThat(values(typed(ElementType.FLOAT16, 1).addInt32Data(0x3C00)).real(0))
                .isEqualTo(1);
        assertThat(values(typed(ElementType.BFLOAT16, 1).addInt32Data(0x3F80)).real(0))
                .isEqualTo(1);
    }

    @Test
    void halvesOfEveryKindAreRead() {
        assertThat(Half.toFloat((short) 0x7BFF)).isEqualTo(65504);
        assertThat(Half.toFloat((short) 0x8000)).isEqualTo(-0f);
        assertThat(Half.toFloat((short) 0xFC00)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(Half.toFloat((short) 0x7E00)).isNaN();
        assertThat(Half.round(0.1)).isCloseTo(0.1, within(5e-5)).isEqualTo(Half.toFloat((short) 0x2E66));
        assertThat(Half.round(65519)).isEqualTo(65504);
        assertThat(Half.round(-65520)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Half.roundBrain(1.00390625)).isEqualTo(1);
    }

    @Test
    void typesThatAreNotDecodedKeepTheirShape() {
        ConstantTensor tensor = reader.read(TensorProto.newBuilder()
                .setDataType(17)
                .addDims(3)
                .addDims(4)
                .setRawData(ByteString.copyFrom(new byte[12]))
                .build());
        assertThat(tensor.dims()).isEqualTo(Dims.of(3, 4));
        assertThat(tensor.values()).isNull();
    }

    @Test
    void aScalarHasOneValue() {
        ConstantTensor scalar = reader.read(
                TensorProto.newBuilder().setDataType(1).addFloatData(3).build());
        assertThat(scalar.dims()).isEqualTo(Dims.NONE);
        assertThat(scalar.dims().toString()).isEqualTo("scalar");
    }

    @Test
    void dataThatDoesNotFitTheShapeIsRefused() {
        assertThatThrownBy(() -> reader.read(typed(ElementType.FLOAT, 3)
                        .setRawData(ByteString.copyFrom(new byte[8]))
                        .build()))
                .isInstanceOf(Refusal.class)
                .hasMessage("holds 8 bytes where 3 of float needs 12");
        assertThatThrownBy(() ->
                        reader.read(typed(ElementType.INT64, 2).addInt64Data(1).build()))
                .hasMessage("holds 1 values where 2 of int64 needs 2");
        assertThatThrownBy(() ->
                        reader.read(TensorProto.newBuilder().setDataType(99).build()))
                .hasMessage("has element type 99, which ONNX does not define");
    }
}
