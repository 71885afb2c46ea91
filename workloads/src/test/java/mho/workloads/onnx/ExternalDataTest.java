package mho.workloads.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights in files beside the model. */
class ExternalDataTest {
    @TempDir
    private Path folder = Path.of("");

    private Path model(String... entries) throws IOException {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName("w")
                .setDataType(1)
                .addDims(3)
                .addDims(2)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL);
        for (int i = 0; i < entries.length; i += 2) {
            tensor.addExternalData(
                    StringStringEntryProto.newBuilder().setKey(entries[i]).setValue(entries[i + 1]));
        }
        Path inner = Files.createDirectories(folder.resolve("model"));
        Path file = inner.resolve("net.onnx");
        Onnx model = Onnx.model()
                .input("x", 1, 3)
                .tensor(tensor.build())
                .node("MatMul", "x w", "y")
                .output("y");
        Files.write(file, model.proto().build().toByteArray());
        return file;
    }

    private static byte[] floats(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat(i);
        }
        return bytes.array();
    }

    private void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> OnnxReader.read(file, OnnxOptions.DEFAULT))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": initialiser \"w\": " + message);
    }

    @Test
    void valuesAreReadFromTheOffsetWhenAskedFor() throws IOException {
        Path file = model("location", "weights/all.bin", "offset", "8", "length", "24");
        Files.createDirectories(folder.resolve("model/weights"));
        Files.write(folder.resolve("model/weights/all.bin"), floats(9));
        Node dense = OnnxReader.read(file, OnnxOptions.DEFAULT).node(1);
        assertThat(Objects.requireNonNull(Objects.requireNonNull(dense.weightsHeld())
                                .tensors()
                                .get("kernel"))
                        .values()
                        .get())
                .containsExactly(2, 4, 6, 3, 5, 7);
    }

    @Test
    void aMissingFileIsNamedWhereValuesAreAskedAndTimingNeedsNone() throws IOException {
        Network network = OnnxReader.read(model("location", "weights.bin"), OnnxOptions.DEFAULT);

        assertThat(network.remarks())
                .singleElement()
                .asString()
                .endsWith("external data file \"weights.bin\" is missing, copy it beside the model (into model)");
        assertThat(network.macs()).isPositive();
    }

    @Test
    void aFileOutsideTheFolderIsNotRead() throws IOException {
        Files.write(folder.resolve("secret.bin"), floats(6));
        String leads = " leads out of the model's folder, only files inside it are read";
        assertRefused(model("location", "../secret.bin"), "external data file \"../secret.bin\"" + leads);
        String absolute = folder.resolve("secret.bin").toString();
        assertThatThrownBy(() -> OnnxReader.read(model("location", absolute), OnnxOptions.DEFAULT))
                .hasMessageContaining("leads out of the model's folder");
        Path file = model("location", "link.bin");
        Files.createSymbolicLink(folder.resolve("model/link.bin"), folder.resolve("secret.bin"));
        assertRefused(file, "external data file \"link.bin\"" + leads);
    }

    @Test
    void aShortFileIsRefused() throws IOException {
        Path file = model("location", "w.bin", "offset", "4");
        Files.write(folder.resolve("model/w.bin"), floats(6));
        assertRefused(
                file,
                "external data file \"w.bin\" ends at byte 24, before 24 bytes from 4, copy the whole file again");
    }

    @Test
    void nonsenseEntriesAreRefused() throws IOException {
        Files.createDirectories(folder.resolve("model"));
        Files.write(folder.resolve("model/w.bin"), floats(6));
        assertRefused(model(), "external data without a location");
        assertRefused(
                model("location", "w.bin", "length", "20"), "external data has length 20 where 24 bytes are needed");
        assertRefused(
                model("location", "w.bin", "offset", "-4"),
                "external data has offset \"-4\", a whole number of bytes is needed");
        assertRefused(
                model("location", "w.bin", "offset", "four"),
                "external data has offset \"four\", a whole number of bytes is needed");
    }
}
