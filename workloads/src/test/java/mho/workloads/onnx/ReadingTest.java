package mho.workloads.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.TrainedWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that say more, or less, than a network for one input needs. */
final class ReadingTest {
    private static Onnx branches() {
        Onnx then = Onnx.model().weights("wt", 4, 3).node("MatMul", "x wt", "t").output("t");
        Onnx other = Onnx.model()
                .weights("wo", 4, 3)
                .node("Relu", "x", "r")
                .node("MatMul", "r wo", "o")
                .output("o");
        return Onnx.model()
                .input("x", 1, 4)
                .tokens("rate")
                .tensor(TensorProto.newBuilder()
                        .setName("k")
                        .setDataType(Onnx.INT64)
                        .addInt64Data(16000)
                        .build())
                .node("Equal", "rate k", "is")
                .node("If", "is", "y", Onnx.branch("then_branch", then), Onnx.branch("else_branch", other))
                .output("y");
    }

    @ParameterizedTest
    @CsvSource({"16000, 0", "8000, 1"})
    void a_value_for_an_input_picks_the_branch(double rate, int relus) {
        Network network = branches().network(new OnnxOptions(1, Map.of(), Map.of("rate", rate)));

        assertThat(network.macs()).isEqualTo(12);
        assertThat(network.nodes().stream().filter(node -> node.kind().equals("relu")))
                .hasSize(relus);
    }

    @Test
    void a_branch_that_hangs_on_an_input_names_the_remedy() {
        assertThat(branches().refusal()).contains("depends on input \"rate\"").contains("--input rate=");
    }

    @Test
    void a_value_fits_its_input() {
        assertThatThrownBy(() -> branches().network(new OnnxOptions(1, Map.of(), Map.of("rate", 0.5))))
                .hasMessageContaining("whole number");
        assertThatThrownBy(() -> branches().network(new OnnxOptions(1, Map.of(), Map.of("x", 1.0))))
                .hasMessageContaining("more than one value");
        assertThatThrownBy(() -> branches().network(new OnnxOptions(1, Map.of(), Map.of("rat", 1.0))))
                .hasMessageContaining("no input is called \"rat\"");
    }

    private static Onnx cache() {
        return Onnx.model()
                .input("x", 1, 1, 4)
                .input("past", 1, "past", 4)
                .node("Concat", "past x", "keys", Onnx.integer("axis", 1))
                .node("Transpose", "keys", "turned", Onnx.ints("perm", 0, 2, 1))
                .node("MatMul", "x turned", "y")
                .output("y");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void a_cache_may_hold_nothing_yet(int past) {
        assertThat(cache().network(new OnnxOptions(1, Map.of("past", past))).macs())
                .isEqualTo(4L * (past + 1));
    }

    private static Onnx batched(String to) {
        Onnx model =
                Onnx.model().input("x", 8, 1, 6, 6).weights("k", 2, 1, 3, 3).weights("w", 32, 5);
        model.node("Conv", "x k", "c");
        if (to.equals("flatten")) {
            model.node("Flatten", "c", "f");
        } else {
            String[] sizes = to.split(" ");
            model.integers("s", Long.parseLong(sizes[0]), Long.parseLong(sizes[1]))
                    .node("Reshape", "c s", "f");
        }
        return model.node("MatMul", "f w", "y").output("y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flatten", "8 -1", "8 32", "-1 32", "0 -1"})
    void of_a_fixed_batch_one_is_run_and_the_network_says_so(String to) {
        Network network = batched(to).network();

        assertThat(network.macs()).isEqualTo(16 * 2 * 9 + 32 * 5);
        assertThat(network.remarks()).singleElement().asString().contains("a batch of 8");
        assertThat(network.folded().remarks()).isEqualTo(network.remarks());
    }

    @Test
    void a_batch_of_sequences_is_run_as_one_with_the_first_of_its_states() {
        Network network = Onnx.model()
                .input("x", 5, 8, 3)
                .weights("w", 1, 16, 3)
                .weights("r", 1, 16, 4)
                .weights("h", 1, 8, 4)
                .weights("c", 1, 8, 4)
                .node("LSTM", "x w r - - h c", "y", Onnx.integer("hidden_size", 4))
                .output("y")
                .network();

        assertThat(network.macs()).isEqualTo(5L * 16 * 7);
        assertThat(network.remarks()).singleElement().asString().contains("a batch of 8");
    }

    private static Node convolution(Network network) {
        return network.nodes().stream()
                .filter(node -> node.kind().equals("conv"))
                .findFirst()
                .orElseThrow();
    }

    private static void lacksWeights(Network network, String why) {
        TrainedWeights held = Objects.requireNonNull(convolution(network).weightsHeld());
        assertThat(held.unknown()).contains(why);
        assertThat(network.remarks())
                .singleElement()
                .asString()
                .contains("values cannot be")
                .contains(why);
    }

    @Test
    void weights_among_the_inputs_have_shapes_only() {
        Network network = Onnx.model()
                .input("x", 1, 2, 6, 6)
                .input("k", 4, 2, 3, 3)
                .input("w", 64, 5)
                .input("b", 5)
                .node("Conv", "x k", "c")
                .node("Flatten", "c", "f")
                .node("Gemm", "f w b", "y")
                .output("y")
                .network();

        assertThat(network.macs()).isEqualTo(16 * 4 * 18 + 64 * 5);
        assertThat(network.nodes().stream().filter(node -> node.kind().equals("input")))
                .hasSize(1);
        lacksWeights(network, "among its inputs");
    }

    @Test
    void a_factor_beside_weights_that_the_file_has_is_data() {
        Network network = Onnx.model()
                .input("a", 3, 4)
                .input("b", 4, 5)
                .weights("w", 5, 6)
                .node("MatMul", "a b", "ab")
                .node("MatMul", "ab w", "y")
                .output("y")
                .network();

        assertThat(network.nodes().stream().filter(node -> node.kind().equals("input")))
                .hasSize(2);
        assertThat(network.remarks()).isEmpty();
    }

    @Test
    void weights_in_a_file_that_is_not_there_have_shapes_only() {
        TensorProto kernel = TensorProto.newBuilder()
                .setName("k")
                .setDataType(Onnx.FLOAT)
                .addDims(4)
                .addDims(2)
                .addDims(3)
                .addDims(3)
                .setDataLocation(DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue("gone.bin"))
                .build();
        Network network = Onnx.model()
                .input("x", 1, 2, 6, 6)
                .tensor(kernel)
                .node("Conv", "x k", "y")
                .output("y")
                .network();

        assertThat(network.macs()).isEqualTo(16 * 4 * 18);
        lacksWeights(network, "\"gone.bin\" is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"constant", "reflect", "edge", "wrap"})
    void pads_of_waveforms_and_images_agree_with_onnx_runtime(String mode) {
        Onnx wave = Onnx.model()
                .input("x", 1, 16)
                .integers("pads", 0, 3, 0, 2)
                .integers("one", 1)
                .weights("k", 2, 1, 4)
                .node("Pad", "x pads", "p", Onnx.text("mode", mode))
                .node("Unsqueeze", "p one", "u")
                .node("Conv", "u k", "y", Onnx.ints("strides", 2))
                .output("y");
        Onnx image = Onnx.model()
                .input("x", 1, 2, 5, 6)
                .integers("pads", 0, 0, 2, 1, 0, 0, 1, 3)
                .weights("k", 2, 2, 3, 3)
                .node("Pad", "x pads", "p", Onnx.text("mode", mode))
                .node("Conv", "p k", "y")
                .output("y");
        Onnx channels = Onnx.model()
                .input("x", 1, 3, 5, 6)
                .integers("pads", 0, 1, 0, 0, 0, 2, 0, 0)
                .weights("k", 2, 6, 3, 3)
                .node("Pad", "x pads", "p", Onnx.text("mode", mode))
                .node("Conv", "p k", "y")
                .output("y");

        assertThat(convolution(wave.network()).inputChannels(0)).isOne();
        for (Onnx model : new Onnx[] {wave, image, channels}) {
            Oracle.check(model.proto().build(), Map.of(), 1, 1);
        }
    }

    @Test
    void a_shortcut_padded_with_zero_channels_agrees_with_onnx_runtime() {
        Onnx model = Onnx.model()
                .input("x", 1, 3, 6, 6)
                .integers("from", 0, 0)
                .integers("to", 6, 6)
                .integers("axes", 2, 3)
                .integers("by", 2, 2)
                .integers("pads", 0, 1, 0, 0, 0, 2, 0, 0)
                .weights("k", 6, 3, 3, 3)
                .node("Slice", "x from to axes by", "s")
                .node("Pad", "s pads", "p")
                .node("Conv", "x k", "c", Onnx.ints("strides", 2, 2), Onnx.ints("pads", 1, 1, 1, 1))
                .node("Add", "c p", "y")
                .output("y");

        assertThat(model.network().macs()).isEqualTo(9 * 6 * 27);
        Oracle.check(model.proto().build(), Map.of(), 1, 1);
    }

    @ParameterizedTest
    @CsvSource({"32, true", "16, false", "64, true"})
    void weights_of_four_bits_agree_with_onnx_runtime(int block, boolean zeros) {
        Random random = new Random(block);
        int blocks = 64 / block;
        TensorProto.Builder scales =
                TensorProto.newBuilder().setName("s").setDataType(Onnx.FLOAT).addDims(8L * blocks);
        for (int i = 0; i < 8 * blocks; i++) {
            scales.addFloatData(random.nextFloat());
        }
        Onnx model = Onnx.model()
                .input("x", 1, 3, 64)
                .tensor(bytes("b", random, 8, blocks, block / 2))
                .tensor(scales.build());
        if (zeros) {
            model.tensor(bytes("z", random, 8L * ((blocks + 1) / 2)));
        }
        model.node(
                        "com.microsoft.MatMulNBits",
                        zeros ? "x b s z" : "x b s",
                        "y",
                        Onnx.integer("K", 64),
                        Onnx.integer("N", 8),
                        Onnx.integer("bits", 4),
                        Onnx.integer("block_size", block))
                .output("y");
        ModelProto proto = model.proto().build();

        assertThat(Onnx.network(proto, OnnxOptions.DEFAULT).macs()).isEqualTo(3 * 64 * 8);
        Oracle.check(proto, Map.of(), 1, 1);
    }

    private static TensorProto bytes(String name, Random random, long... dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(2);
        int count = 1;
        for (long dim : dims) {
            tensor.addDims(dim);
            count *= (int) dim;
        }
        byte[] all = new byte[count];
        random.nextBytes(all);
        return tensor.setRawData(ByteString.copyFrom(all)).build();
    }

    @ParameterizedTest
    @CsvSource({"21, 2", "22, 2", "21, 0", "22, 0"})
    void constants_of_four_bits_in_blocks_agree_with_onnx_runtime(int type, int block) {
        byte[] codes = {(byte) 0x1F, (byte) 0x83, (byte) 0x7A, (byte) 0xE0, (byte) 0x95, (byte) 0x2C};
        TensorProto weights = TensorProto.newBuilder()
                .setName("q")
                .setDataType(type)
                .addDims(4)
                .addDims(3)
                .setRawData(ByteString.copyFrom(codes))
                .build();
        Onnx model = Onnx.model().opset(21).input("x", 1, 4).tensor(weights);
        if (block > 0) {
            model.weights("s", 2, 3)
                    .node("DequantizeLinear", "q s", "w", Onnx.integer("axis", 0), Onnx.integer("block_size", block));
        } else {
            model.weights("s", 3).node("DequantizeLinear", "q s", "w", Onnx.integer("axis", 1));
        }
        Oracle.check(
                model.node("MatMul", "x w", "y")
                        .output("y")
                        .proto()
                        .setIrVersion(10)
                        .build(),
                Map.of(),
                1,
                1);
    }
}
