package mho.reports.cli;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** Small ONNX files: x (1 x 4, or 1 x n), times weights (4 x 3), through one operator. */
final class OnnxModel {
    private OnnxModel() {}

    static void write(Path file, String operator, boolean open) throws IOException {
        GraphProto graph = GraphProto.newBuilder()
                .setName("g")
                .addInput(value("x", open ? 0 : 4))
                .addOutput(value("y", 3))
                .addInitializer(weights())
                .addNode(node("MatMul", "a", "x", "w"))
                .addNode(node(operator, "y", "a"))
                .build();
        write(file, graph);
    }

    /** x (1 x 4) times weights (4 x 3) that are zero but for those of the second input and the first two outputs. */
    static void writePruned(Path file) throws IOException {
        GraphProto graph = GraphProto.newBuilder()
                .setName("g")
                .addInput(value("x", 4))
                .addOutput(value("y", 3))
                .addInitializer(weights(List.of(0f, 0f, 0f, 0.5f, 0.25f, 0f, 0f, 0f, 0f, 0f, 0f, 0f)))
                .addNode(node("MatMul", "y", "x", "w"))
                .build();
        write(file, graph);
    }

    /** x (1 x 4) times weights (4 x 3) is one output, relu of it another. */
    static void writeTwoOutputs(Path file) throws IOException {
        GraphProto graph = GraphProto.newBuilder()
                .setName("g")
                .addInput(value("x", 4))
                .addOutput(value("y", 3))
                .addOutput(value("z", 3))
                .addInitializer(weights())
                .addNode(node("MatMul", "y", "x", "w"))
                .addNode(node("Relu", "z", "y"))
                .build();
        write(file, graph);
    }

    /** x (1 x 4) times weights (4 x 3), behind a relu unless the input {@code rate} is 16000. */
    static void writeBranches(Path file) throws IOException {
        TensorProto asked = TensorProto.newBuilder()
                .setName("k")
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(1)
                .addFloatData(16000)
                .build();
        GraphProto straight = branch().addNode(node("MatMul", "m", "x", "w"))
                .addOutput(value("m", 3))
                .build();
        GraphProto bent = branch().addNode(node("Relu", "r", "x"))
                .addNode(node("MatMul", "o", "r", "w"))
                .addOutput(value("o", 3))
                .build();
        NodeProto.Builder either = node("If", "y", "is").toBuilder();
        either.addAttribute(graph("then_branch", straight)).addAttribute(graph("else_branch", bent));
        GraphProto graph = GraphProto.newBuilder()
                .setName("g")
                .addInput(value("x", 4))
                .addInput(value("rate", 1))
                .addOutput(value("y", 3))
                .addInitializer(weights())
                .addInitializer(asked)
                .addNode(node("Equal", "is", "rate", "k"))
                .addNode(either)
                .build();
        write(file, graph);
    }

    private static GraphProto.Builder branch() {
        return GraphProto.newBuilder().setName("branch");
    }

    private static AttributeProto graph(String name, GraphProto graph) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.GRAPH)
                .setG(graph)
                .build();
    }

    private static TensorProto weights() {
        return weights(Collections.nCopies(12, 0.5f));
    }

    private static TensorProto weights(List<Float> values) {
        return TensorProto.newBuilder()
                .setName("w")
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(4)
                .addDims(3)
                .addAllFloatData(values)
                .build();
    }

    private static void write(Path file, GraphProto graph) throws IOException {
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build();
        Files.write(file, model.toByteArray());
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        NodeProto.Builder node = NodeProto.newBuilder()
                .setOpType(operator)
                .setName(operator.toLowerCase(java.util.Locale.ROOT) + "_0")
                .addOutput(output);
        for (String input : inputs) {
            node.addInput(input);
        }
        return node.build();
    }

    static ValueInfoProto input(String name, int size) {
        return value(name, size);
    }

    private static ValueInfoProto value(String name, int size) {
        Dimension.Builder last = Dimension.newBuilder();
        TensorShapeProto shape = TensorShapeProto.newBuilder()
                .addDim(Dimension.newBuilder().setDimValue(1))
                .addDim(size == 0 ? last.setDimParam("n") : last.setDimValue(size))
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }
}
