package mho.workloads.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.onnx.graph.Refusal;

/** Small models written down in tests, node by node as exporters write them. */
final class Onnx {
    static final int FLOAT = 1;
    static final int INT64 = 7;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("g");
    private final ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(8);
    private long opset = 17;

    static Onnx model() {
        return new Onnx();
    }

    Onnx opset(long version) {
        opset = version;
        return this;
    }

    /** Sizes are numbers, or names of open dimensions; an empty name is one without. */
    Onnx input(String name, Object... sizes) {
        graph.addInput(info(name, FLOAT, sizes));
        return this;
    }

    Onnx tokens(String name, Object... sizes) {
        graph.addInput(info(name, INT64, sizes));
        return this;
    }

    static ValueInfoProto info(String name, int type, Object... sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (Object size : sizes) {
            TensorShapeProto.Dimension.Builder dimension = shape.addDimBuilder();
            if (size instanceof Integer number) {
                dimension.setDimValue(number);
            } else if (size instanceof String symbol && !symbol.isEmpty()) {
                dimension.setDimParam(symbol);
            }
        }
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(type);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor.setShape(shape)))
                .build();
    }

    Onnx output(String... names) {
        for (String name : names) {
            graph.addOutput(ValueInfoProto.newBuilder().setName(name));
        }
        return this;
    }

    /** A float initialiser 0, 1, 2, …. */
    Onnx weights(String name, long... dims) {
        graph.addInitializer(floats(name, dims));
        return this;
    }

    static TensorProto floats(String name, long... dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
        long count = 1;
        for (long dim : dims) {
            tensor.addDims(dim);
            count *= dim;
        }
        for (int i = 0; i < count; i++) {
            tensor.addFloatData(i);
        }
        return tensor.build();
    }

    Onnx integers(String name, long... values) {
        graph.addInitializer(list(name, values));
        return this;
    }

    static TensorProto list(String name, long... values) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(INT64).addDims(values.length);
        Arrays.stream(values).forEach(tensor::addInt64Data);
        return tensor.build();
    }

    static TensorProto scalar(double value) {
        return TensorProto.newBuilder()
                .setDataType(FLOAT)
                .addFloatData((float) value)
                .build();
    }

    Onnx tensor(TensorProto tensor) {
        graph.addInitializer(tensor);
        return this;
    }

    /** {@code inputs} and {@code outputs} are names separated by spaces, a dash for one left out. */
    Onnx node(String type, String inputs, String outputs, AttributeProto... attributes) {
        return node(node("", type, inputs, outputs, attributes));
    }

    Onnx named(String name, String type, String inputs, String outputs, AttributeProto... attributes) {
        return node(node(name, type, inputs, outputs, attributes));
    }

    Onnx node(NodeProto node) {
        graph.addNode(node);
        return this;
    }

    static NodeProto node(String name, String type, String inputs, String outputs, AttributeProto... attributes) {
        NodeProto.Builder node = NodeProto.newBuilder().setName(name);
        int dot = type.lastIndexOf('.');
        node.setDomain(dot < 0 ? "" : type.substring(0, dot)).setOpType(type.substring(dot + 1));
        names(inputs).forEach(node::addInput);
        names(outputs).forEach(node::addOutput);
        return node.addAllAttribute(List.of(attributes)).build();
    }

    private static List<String> names(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .map(name -> name.equals("-") ? "" : name)
                        .toList();
    }

    static AttributeProto ints(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
        Arrays.stream(values).forEach(attribute::addInts);
        return attribute.build();
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto real(String name, double value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOAT)
                .setF((float) value)
                .build();
    }

    static AttributeProto reals(String name, double... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeType.FLOATS);
        Arrays.stream(values).forEach(value -> attribute.addFloats((float) value));
        return attribute.build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto value(TensorProto tensor) {
        return AttributeProto.newBuilder()
                .setName("value")
                .setType(AttributeType.TENSOR)
                .setT(tensor)
                .build();
    }

    static AttributeProto branch(String name, Onnx inner) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.GRAPH)
                .setG(inner.graph)
                .build();
    }

    ModelProto.Builder proto() {
        ModelProto.Builder proto = model.clone()
                .setGraph(graph)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(opset));
        graph.getNodeList().stream()
                .map(NodeProto::getDomain)
                .filter(domain -> !domain.isEmpty())
                .distinct()
                .forEach(domain -> proto.addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(1)));
        return proto;
    }

    Network network() {
        return network(OnnxOptions.DEFAULT);
    }

    /** The network, or the refusal without the file in front. */
    Network network(OnnxOptions options) {
        return network(proto().build(), options);
    }

    static Network network(ModelProto model, OnnxOptions options) {
        return OnnxReader.network(model, Path.of("/none"), Path.of("test.onnx"), options);
    }

    static Map<String, Integer> dims(String name, int size) {
        return Map.of(name, size);
    }

    /** The last node of the network as a chip runs it. */
    Node last() {
        List<Node> nodes = network().folded().nodes();
        return nodes.get(nodes.size() - 1);
    }

    /** What the reader has to say against the model. */
    String refusal() {
        try {
            network();
        } catch (Refusal refusal) {
            return refusal.what();
        }
        throw new AssertionError("the model was read");
    }
}
