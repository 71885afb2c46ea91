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
import java.util.TreeMap;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Graph;
import mho.workloads.onnx.graph.GraphReader;
import mho.workloads.onnx.graph.ModelFile;
import mho.workloads.onnx.graph.Refusal;
import mho.workloads.onnx.shape.Inference;
import mho.workloads.onnx.shape.InferredTensor;
import mho.workloads.onnx.shape.ShapedGraph;
import org.junit.jupiter.api.Test;

/** Shapes, and values that folding finds, of {@link OperatorSuite}. */
class OperatorSuiteTest {
    @Test
    void everyOperatorWithARuleInfersTheShapesOfTheSuite() throws IOException {
        Tally shapes = new Tally();
        Tally values = new Tally();
        Map<String, Integer> left = new TreeMap<>();
        for (Path file : OperatorSuite.models()) {
            compare(file, shapes, values, left);
        }
        System.out.printf(
                "operator suite: %d of %d output shapes and %d of %d folded outputs agree; models left out, by operator:"
                        + " %s%n",
                shapes.right, shapes.all(), values.right, values.all(), left);
        assertThat(shapes.wrong).isEmpty();
        assertThat(values.wrong).isEmpty();
        assertThat(shapes.right).isGreaterThan(900);
    }

    private static final class Tally {
        int right;
        final List<String> wrong = new ArrayList<>();

        int all() {
            return right + wrong.size();
        }

        void check(boolean agrees, String otherwise) {
            if (agrees) {
                right++;
            } else {
                wrong.add(otherwise);
            }
        }
    }

    private static void compare(Path file, Tally shapes, Tally values, Map<String, Integer> left) throws IOException {
        ModelProto model = ModelFile.read(file);
        String name = String.valueOf(file.getParent());
        Path set = file.resolveSibling("test_data_set_0");
        ShapedGraph shaped;
        List<TensorProto> expected = tensors(set, "output_", model.getGraph().getOutputCount());
        try {
            Graph graph = GraphReader.read(fed(model, set), set);
            shaped = Inference.of(graph, Map.of(), 1);
            if (!shaped.unknown().isEmpty()) {
                left.merge(shaped.unknown().get(0).key(), 1, Integer::sum);
                return;
            }
        } catch (Refusal refusal) {
            if (refusal.what().contains("no tensor")) {
                left.merge("sequences", 1, Integer::sum);
            } else {
                shapes.check(false, name + ": " + refusal.what());
            }
            return;
        }
        for (int k = 0; k < expected.size(); k++) {
            String output = model.getGraph().getOutput(k).getName();
            Dims dims = Dims.ofLongs(expected.get(k).getDimsList().stream()
                    .mapToLong(Long::longValue)
                    .toArray());
            InferredTensor value = shaped.values().get(output);
            if (value == null) {
                shapes.check(false, name + ": no " + output);
                continue;
            }
            shapes.check(value.dims().equals(dims), name + ": " + output + " is " + value.dims() + " not " + dims);
            if (value.constant() != null && value.constant().values() != null) {
                TensorProto right = typed(expected.get(k), model.getGraph().getOutput(k));
                Graph holder = GraphReader.read(holding(right), set);
                ConstantTensor tensor = holder.constants().values().iterator().next();
                values.check(same(value.constant().values(), tensor), name + ": " + output);
            }
        }
    }

    /** The suite's bfloat16 data is labelled uint16; the model knows better. */
    private static TensorProto typed(TensorProto tensor, ValueInfoProto info) {
        return tensor.toBuilder()
                .setName(info.getName())
                .setDataType(info.getType().getTensorType().getElemType())
                .build();
    }

    /** To the suite's own tolerance: its window functions are written with pi = 3.1415, its bfloat16 is cut off. */
    private static boolean same(ConstantValues a, ConstantTensor expected) {
        ConstantValues b = Objects.requireNonNull(expected.values());
        double tolerance = expected.type() == ElementType.BFLOAT16 ? 0x1p-7 : 1e-3;
        for (int i = 0; i < a.count(); i++) {
            double x = a.real(i);
            double y = b.real(i);
            if (!(Math.abs(x - y) <= tolerance * (1 + Math.abs(y)) || Double.compare(x, y) == 0)) {
                return false;
            }
        }
        return true;
    }

    /** The model with its test inputs as initialisers. */
    private static ModelProto fed(ModelProto model, Path set) throws IOException {
        GraphProto graph = model.getGraph();
        Map<String, TensorProto> given = new HashMap<>();
        List<TensorProto> inputs = tensors(set, "input_", graph.getInputCount());
        GraphProto.Builder fed = graph.toBuilder();
        graph.getInitializerList().forEach(tensor -> given.put(tensor.getName(), tensor));
        int k = 0;
        for (ValueInfoProto input : graph.getInputList()) {
            if (!given.containsKey(input.getName()) && input.getType().hasTensorType() && k < inputs.size()) {
                fed.addInitializer(typed(inputs.get(k), input));
            }
            k++;
        }
        return model.toBuilder().setGraph(fed).build();
    }

    private static List<TensorProto> tensors(Path set, String prefix, int count) throws IOException {
        List<TensorProto> tensors = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Path file = set.resolve(prefix + k + ".pb");
            if (Files.exists(file)) {
                tensors.add(TensorProto.parseFrom(ByteBuffer.wrap(Files.readAllBytes(file))));
            }
        }
        return tensors;
    }

    private static ModelProto holding(TensorProto tensor) {
        return ModelProto.newBuilder()
                .setGraph(GraphProto.newBuilder()
                        .addInitializer(tensor.toBuilder().setName("t"))
                        .addOutput(ValueInfoProto.newBuilder().setName("t")))
                .build();
    }
}
