package mho.reports.cli;

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

/** Small ONNX files: x (1 x 4, or 1 x n), times weights (4 x 3), through one operator. */
final class OnnxModel {
    private OnnxModel() {}

    static void write(Path file, String operator, boolean open) throws IOException {
        TensorProto weights = TensorProto.newBuilder()
                .setName("w")
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(4)
                .addDims(3)
                .addAllFloatData(Collections.nCopies(12, 0.5f))
                .build();
        GraphProto graph = GraphProto.newBuilder()
                .setName("g")
                .addInput(value("x", open ? 0 : 4))
                .addOutput(value("y", 3))
                .addInitializer(weights)
                .addNode(node("MatMul", "a", "x", "w"))
                .addNode(node(operator, "y", "a"))
                .build();
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
