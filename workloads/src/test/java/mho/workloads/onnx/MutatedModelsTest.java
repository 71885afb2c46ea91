package mho.workloads.onnx;

import static mho.workloads.onnx.Onnx.integer;
import static mho.workloads.onnx.Onnx.ints;
import static mho.workloads.onnx.Onnx.text;
import static mho.workloads.onnx.Onnx.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small models of every kind, with bytes changed at random: read or refused, never a crash, never a hang. */
@Timeout(120)
class MutatedModelsTest {
    /** Changes tried for each seed and model. */
    private static final int TRIES = Integer.getInteger("mho.onnx.mutations", 300);

    static List<Onnx> models() {
        TensorProto one = TensorProto.newBuilder()
                .setDataType(7)
                .addDims(1)
                .addInt64Data(1)
                .build();
        Onnx branch = Onnx.model().node("Relu", "p", "t").output("t");
        return List.of(
                Onnx.model()
                        .input("x", 1, 3, 8, 8)
                        .weights("w", 4, 3, 3, 3)
                        .weights("b", 4)
                        .integers("to", 0, -1)
                        .node("Conv", "x w", "c", ints("pads", 1, 1, 1, 1), ints("strides", 2, 2), integer("group", 1))
                        .node("BatchNormalization", "c b b b b", "n")
                        .node("MaxPool", "n", "p", ints("kernel_shape", 2, 2), text("auto_pad", "SAME_UPPER"))
                        .node("Reshape", "p to", "f")
                        .weights("v", 64, 5)
                        .node("Gemm", "f v", "y")
                        .output("y"),
                Onnx.model()
                        .input("x", 1, 6, 8)
                        .weights("w", 8, 8)
                        .weights("b", 8)
                        .integers("heads", 1, -1, 2, 4)
                        .node("MatMul", "x w", "m")
                        .node("Add", "m b", "a")
                        .node("Reshape", "a heads", "h")
                        .node("Transpose", "h", "q", ints("perm", 0, 2, 1, 3))
                        .node("Transpose", "h", "k", ints("perm", 0, 2, 3, 1))
                        .node("MatMul", "q k", "s")
                        .node("Softmax", "s", "p", integer("axis", -1))
                        .node("Split", "p", "l r", integer("axis", 1))
                        .node("Concat", "r l", "y", integer("axis", 1))
                        .output("y"),
                Onnx.model()
                        .input("x", 5, 1, 4)
                        .weights("w", 2, 12, 4)
                        .weights("r", 2, 12, 3)
                        .node("LSTM", "x w r", "y h c", text("direction", "bidirectional"), integer("hidden_size", 3))
                        .node("Transpose", "y", "t", ints("perm", 0, 2, 1, 3))
                        .integers("starts", 1)
                        .integers("ends", 9)
                        .node("Slice", "t starts ends", "z")
                        .node("ReduceMean", "z", "u", ints("axes", 0, 3))
                        .output("u"),
                Onnx.model()
                        .input("x", 1, 2, 6, 6)
                        .node("Shape", "x", "s")
                        .node("ConstantOfShape", "s", "o", value(one))
                        .node("Cast", "o", "f", integer("to", 1))
                        .node("Add", "x f", "a")
                        .integers("pads", 0, 0, 1, 1, 0, 0, 1, 1)
                        .node("Pad", "a pads", "p")
                        .integers("yes", 1)
                        .node("If", "yes", "i", Onnx.branch("then_branch", branch), Onnx.branch("else_branch", branch))
                        .integers("sizes", 1, 2, 16, 16)
                        .node("Resize", "i - - sizes", "z", text("mode", "linear"))
                        .node("Einsum", "z z", "y", text("equation", "nchw,nchv->nchw"))
                        .output("z"));
    }

    @Test
    void theModelsThemselvesAreRead() {
        for (Onnx model : models()) {
            assertThat(OnnxFuzzTest.readOrRefuse(model.proto().build().toByteArray()))
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void changedBytesAreReadOrRefused(long seed) {
        Random random = new Random(seed);
        for (Onnx model : models()) {
            byte[] whole = model.proto().build().toByteArray();
            for (int i = 0; i < TRIES; i++) {
                byte[] changed = whole.clone();
                for (int k = 0; k < 1 + random.nextInt(3); k++) {
                    int at = random.nextInt(changed.length);
                    changed[at] =
                            (byte) (random.nextBoolean() ? random.nextInt() : changed[at] + random.nextInt(3) - 1);
                }
                try {
                    OnnxFuzzTest.readOrRefuse(changed);
                } catch (RuntimeException | StackOverflowError crash) {
                    fail("seed " + seed + ", try " + i, crash);
                }
            }
        }
    }
}
