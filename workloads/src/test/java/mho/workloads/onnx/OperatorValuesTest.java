package mho.workloads.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import mho.core.yaml.BadInput;
import mho.workloads.network.Input;
import mho.workloads.network.Network;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.Graph;
import mho.workloads.onnx.graph.GraphReader;
import mho.workloads.onnx.graph.ModelFile;
import mho.workloads.onnx.graph.Refusal;
import mho.workloads.onnx.lowering.Lowering;
import mho.workloads.onnx.lowering.Lowering.Standing;
import mho.workloads.onnx.shape.Inference;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.api.Test;

/**
 * Values of {@link OperatorSuite}. The first input is fed, all others stand as constants. What the reader refuses, and what says that
 * it cannot be computed, is counted and left out; what is computed must agree.
 */
class OperatorValuesTest {
    /** Lengths that are no whole numbers: the suite divides by them, ONNX Runtime and mho by the length that comes out. */
    private static final Set<String> OTHERWISE = Set.of(
            "test_resize_downsample_scales_cubic_align_corners", "test_resize_downsample_scales_linear_align_corners");

    private int right;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    @Test
    void whatIsComputedAgreesWithTheSuite() throws IOException {
        for (Path file : OperatorSuite.models()) {
            ModelProto model = ModelFile.read(file);
            String name =
                    String.valueOf(Objects.requireNonNull(file.getParent()).getFileName());
            if (OTHERWISE.contains(name)) {
                continue;
            }
            try {
                compare(name, model, file.resolveSibling("test_data_set_0"));
            } catch (Refusal | BadInput refusal) {
                refused.merge(model.getGraph().getNode(0).getOpType(), 1, Integer::sum);
            } catch (RuntimeException failure) {
                wrong.add(name + " throws " + failure);
            }
        }
        System.out.printf(
                "operator suite: %d of %d outputs computed agree; not computed, by operator: %s%n",
                right, right + wrong.size(), refused);
        assertThat(wrong).isEmpty();
        assertThat(right).isGreaterThan(600);
    }

    private void compare(String name, ModelProto model, Path set) throws IOException {
        GraphProto given = model.getGraph();
        GraphProto.Builder fed = given.toBuilder();
        ConstantTensor first = null;
        String input = "";
        for (int k = 0; k < given.getInputCount(); k++) {
            Path file = set.resolve("input_" + k + ".pb");
            ValueInfoProto info = given.getInput(k);
            if (!Files.exists(file) || !info.getType().hasTensorType()) {
                continue;
            }
            TensorProto tensor = read(file, info);
            if (first == null) {
                first = held(tensor, set);
                input = info.getName();
            } else {
                fed.addInitializer(tensor);
            }
        }
        if (first == null || first.values() == null || first.dims().count() == 0) {
            return;
        }
        Graph graph = GraphReader.read(model.toBuilder().setGraph(fed).build(), set);
        OpenSizes.Filled sizes = OpenSizes.asWritten(graph, OnnxOptions.DEFAULT);
        Lowering.Outcome outcome =
                Lowering.outcome(Inference.of(graph, sizes.dims(), 1), Network.builder("model", "", ""));
        Network network = outcome.network();
        Standing place = outcome.tensors().get(input);
        if (place == null
                || network.nodes().stream()
                                .filter(node -> node.layer() instanceof Input)
                                .count()
                        != 1) {
            return;
        }
        float[] values = first.values().floats();
        float[] stored = new float[values.length];
        int[] order = place.order().indices();
        for (int i = 0; i < stored.length; i++) {
            stored[order[i]] = values[i];
        }
        Batch batch = new Batch(1, network.node(place.node()).output(), stored);
        Map<Integer, float[]> seen = new HashMap<>();
        new Interpreter(network, new FloatArithmetic())
                .run(List.of(batch), (node, made) -> seen.put(node.id(), made.values()));
        List<Batch> folded = new Interpreter(network.folded(), new FloatArithmetic()).run(List.of(batch));
        List<Integer> ends = network.results().stream().map(edge -> edge.from()).toList();
        for (int k = 0; k < given.getOutputCount(); k++) {
            Path file = set.resolve("output_" + k + ".pb");
            Standing standing = outcome.tensors().get(given.getOutput(k).getName());
            if (standing == null || !Files.exists(file)) {
                continue;
            }
            ConstantTensor held = held(read(file, given.getOutput(k)), set);
            if (held.values() == null) {
                continue;
            }
            float[] expected = held.values().floats();
            double tolerance =
                    switch (held.type()) {
                        case FLOAT16 -> 0x1p-10; // halves are held as floats
                        case BFLOAT16 -> 0x1p-7;
                        default -> 1e-4;
                    };
            float[] asRead = Objects.requireNonNull(seen.get(standing.node()));
            int end = ends.indexOf(standing.node());
            boolean same = same(expected, asRead, standing, tolerance)
                    && (end < 0 || same(expected, folded.get(end).values(), standing, tolerance));
            if (same) {
                right++;
            } else {
                wrong.add(name + " " + given.getOutput(k).getName());
            }
        }
    }

    private static boolean same(float[] expected, float[] stored, Standing standing, double tolerance) {
        int[] order = standing.order().indices();
        double largest = 1e-6;
        for (float x : expected) {
            largest = Float.isFinite(x) ? Math.max(largest, Math.abs(x)) : largest;
        }
        for (int i = 0; i < expected.length; i++) {
            float is = stored[order[i]];
            boolean close = Math.abs(is - expected[i]) <= tolerance * largest;
            if (!close && Float.compare(is, expected[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    private static TensorProto read(Path file, ValueInfoProto info) throws IOException {
        return TensorProto.parseFrom(ByteBuffer.wrap(Files.readAllBytes(file))).toBuilder()
                .setName(info.getName())
                .setDataType(info.getType().getTensorType().getElemType())
                .build();
    }

    private static ConstantTensor held(TensorProto tensor, Path set) {
        ModelProto model = ModelProto.newBuilder()
                .setGraph(GraphProto.newBuilder()
                        .addInitializer(tensor.toBuilder().setName("t"))
                        .addOutput(ValueInfoProto.newBuilder().setName("t")))
                .build();
        return GraphReader.read(model, set).constants().values().iterator().next();
    }
}
