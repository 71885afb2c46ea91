package mho.arch.machine;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mho.workloads.network.Network;
import mho.workloads.onnx.OnnxOptions;
import mho.workloads.onnx.OnnxReader;

/** A model written node by node, with one input {@code x} of floats and one output {@code y}; ONNX Runtime says what it computes. */
final class Written {
    static final int FLOAT = 1;
    static final int UINT8 = 2;
    static final int INT8 = 3;
    static final int INT32 = 6;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("g");
    private final Random random;
    private final long[] input;

    Written(Random random, long... input) {
        this.random = random;
        this.input = input;
        graph.addInput(info("x", input));
        graph.addOutput(info("y"));
    }

    private static ValueInfoProto info(String name, long... sizes) {
        TypeProto.Tensor.Builder type = TypeProto.Tensor.newBuilder().setElemType(FLOAT);
        if (sizes.length > 0) {
            TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
            Arrays.stream(sizes).forEach(size -> shape.addDimBuilder().setDimValue(size));
            type.setShape(shape);
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    /** Every integer of a type is as likely, but for the lowest so many. */
    Written codes(String name, int type, int without, long... dims) {
        int low = (type == UINT8 ? 0 : -128) + without;
        int high = type == UINT8 ? 255 : 127;
        return integers(name, type, dims, low, high);
    }

    Written integers(String name, int type, long[] dims, int low, int high) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type);
        int count = 1;
        for (long dim : dims) {
            tensor.addDims(dim);
            count *= (int) dim;
        }
        for (int i = 0; i < count; i++) {
            tensor.addInt32Data(low + random.nextInt(high - low + 1));
        }
        graph.addInitializer(tensor);
        return this;
    }

    /** A number, or several in a list. */
    Written whole(String name, int type, int... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type);
        if (values.length > 1) {
            tensor.addDims(values.length);
        }
        Arrays.stream(values).forEach(tensor::addInt32Data);
        graph.addInitializer(tensor);
        return this;
    }

    /** Integers, truths or the bits of half-precision floats. */
    Written given(String name, int type, long[] dims, int... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type);
        Arrays.stream(dims).forEach(tensor::addDims);
        Arrays.stream(values).forEach(tensor::addInt32Data);
        graph.addInitializer(tensor);
        return this;
    }

    /** A list of 64-bit integers. */
    Written wides(String name, long... values) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(7).addDims(values.length);
        Arrays.stream(values).forEach(tensor::addInt64Data);
        graph.addInitializer(tensor);
        return this;
    }

    /** Another input of the graph, which a network reads behind {@code x}. */
    Written input(String name, long... sizes) {
        graph.addInput(info(name, sizes));
        return this;
    }

    Written real(String name, double... values) {
        return values.length > 1 ? reals(name, new long[] {values.length}, values) : reals(name, new long[0], values);
    }

    Written reals(String name, long[] dims, double... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
        Arrays.stream(dims).forEach(tensor::addDims);
        Arrays.stream(values).forEach(value -> tensor.addFloatData((float) value));
        graph.addInitializer(tensor);
        return this;
    }

    /** Evenly distributed between -1 and 1 times {@code scale}. */
    Written evenly(String name, double scale, long... dims) {
        int count = (int) Arrays.stream(dims).reduce(1, (a, b) -> a * b);
        return reals(name, dims, random.doubles(count, -scale, scale).toArray());
    }

    Written node(String type, String inputs, String outputs, AttributeProto... attributes) {
        return node("", type, inputs, outputs, attributes);
    }

    Written microsoft(String type, String inputs, String outputs, AttributeProto... attributes) {
        return node("com.microsoft", type, inputs, outputs, attributes);
    }

    private Written node(String domain, String type, String inputs, String outputs, AttributeProto... attributes) {
        NodeProto.Builder node = NodeProto.newBuilder()
                .setDomain(domain)
                .setName(type + graph.getNodeCount())
                .setOpType(type)
                .addAllAttribute(List.of(attributes));
        Arrays.stream(inputs.split(" ")).forEach(each -> node.addInput(each.equals("-") ? "" : each));
        Arrays.stream(outputs.split(" ")).forEach(node::addOutput);
        graph.addNode(node);
        return this;
    }

    static AttributeProto with(String name, long... values) {
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
        if (values.length == 1) {
            return attribute
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(values[0])
                    .build();
        }
        Arrays.stream(values).forEach(attribute::addInts);
        return attribute.setType(AttributeProto.AttributeType.INTS).build();
    }

    /** What a ConstantOfShape fills a tensor with. */
    static AttributeProto filled(double value) {
        return AttributeProto.newBuilder()
                .setName("value")
                .setType(AttributeProto.AttributeType.TENSOR)
                .setT(TensorProto.newBuilder().setDataType(FLOAT).addDims(1).addFloatData((float) value))
                .build();
    }

    static AttributeProto list(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addInts(value)
                .build();
    }

    /** A list of one 64-bit integer. */
    Written wide(String name, long value) {
        graph.addInitializer(
                TensorProto.newBuilder().setName(name).setDataType(7).addDims(1).addInt64Data(value));
        return this;
    }

    private ModelProto model() {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .addOpsetImport(OperatorSetIdProto.newBuilder()
                        .setDomain("com.microsoft")
                        .setVersion(1))
                .setGraph(graph)
                .build();
    }

    long[] input() {
        return input.clone();
    }

    /** As it is read. */
    Network network() {
        try {
            Path file = Files.createTempFile("written", ".onnx");
            try {
                Files.write(file, model().toByteArray());
                return OnnxReader.read(file, OnnxOptions.DEFAULT);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What ONNX Runtime makes of inputs in ONNX's order, one after the other. */
    List<float[]> computed(List<float[]> inputs) {
        OrtEnvironment ort = OrtEnvironment.getEnvironment();
        List<float[]> outputs = new ArrayList<>();
        try (OrtSession session = ort.createSession(model().toByteArray())) {
            for (float[] each : inputs) {
                try (OnnxTensor tensor = OnnxTensor.createTensor(ort, FloatBuffer.wrap(each), input);
                        OrtSession.Result result = session.run(Map.of("x", tensor))) {
                    FloatBuffer made = ((OnnxTensor) result.get(0)).getFloatBuffer();
                    float[] values = new float[made.remaining()];
                    made.get(values);
                    outputs.add(values);
                }
            }
            return outputs;
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }
}
