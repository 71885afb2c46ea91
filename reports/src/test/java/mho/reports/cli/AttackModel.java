package mho.reports.cli;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small ONNX models of several kinds, and what becomes of them: other operators, operands, ranks, values and attributes. */
final class AttackModel {
    private static final String[] OPERATORS =
            ("Not Greater Less And Where Conv Gemm MatMul BatchNormalization LSTM GRU Softmax LayerNormalization "
                            + "QuantizeLinear DequantizeLinear Clip Pad Slice Concat Split Reshape Transpose ReduceMean "
                            + "PRelu MaxPool AveragePool ConvTranspose Gather Resize Einsum Mean Pow Div "
                            + "InstanceNormalization Expand ConvInteger QLinearConv DynamicQuantizeLinear Tile Squeeze "
                            + "Unsqueeze ArgMax Trilu CumSum OneHot TopK Relu Sigmoid Erf Gelu LayerNormalization "
                            + "RMSNormalization GlobalAveragePool GlobalMaxPool LpPool LRN Flatten Cast Shape Size "
                            + "ConstantOfShape Range Identity Dropout Sum Max Min Equal Xor Mod RNN MatMulInteger "
                            + "QLinearMatMul DepthToSpace SpaceToDepth Upsample GatherElements GatherND ScatterND ReduceSum "
                            + "ReduceMax ReduceL2 ReduceProd Reciprocal LogSoftmax GroupNormalization Abs Sqrt Log Exp Neg "
                            + "HardSigmoid Elu If Loop Scan Constant Attention MatMulNBits FusedMatMul "
                            + "SkipLayerNormalization")
                    .split(" ", -1);
    private static final String[] NAMES =
            ("axis pads strides kernel_shape group axes perm transB transA alpha beta hidden_size dilations direction keepdims"
                            + " ceil_mode auto_pad epsilon to num_outputs blocksize mode p size output_shape block_size bits K N")
                    .split(" ", -1);

    private AttackModel() {}

    /** All read sixteen values. */
    static List<ModelProto> all() {
        return List.of(perceptron(), convolution(), recurrence(), attention(), quantised());
    }

    private static ModelProto model(GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph.setName("g").addInput(OnnxModel.input("x", 16)).addOutput(OnnxModel.input("y", 6)))
                .build();
    }

    private static ModelProto perceptron() {
        return model(GraphProto.newBuilder()
                .addInitializer(tensor("w1", 16, 8))
                .addInitializer(tensor("b1", 8))
                .addInitializer(tensor("w2", 8, 6))
                .addInitializer(tensor("s", 8))
                .addInitializer(tensor("b2", 6))
                .addNode(node("Gemm", "g", "x", "w1", "b1"))
                .addNode(node("Relu", "r", "g"))
                .addNode(node("Mul", "m", "r", "s"))
                .addNode(node("Add", "a", "m", "g"))
                .addNode(node("MatMul", "p", "a", "w2"))
                .addNode(node("Add", "q", "p", "b2"))
                .addNode(node("Softmax", "y", "q")));
    }

    private static ModelProto convolution() {
        return model(GraphProto.newBuilder()
                .addInitializer(whole("plane", 1, 1, 4, 4))
                .addInitializer(whole("flat", 1, 12))
                .addInitializer(tensor("w1", 3, 1, 3, 3))
                .addInitializer(tensor("b1", 3))
                .addInitializer(positive("v", 3))
                .addInitializer(tensor("w2", 12, 6))
                .addNode(node("Reshape", "i", "x", "plane"))
                .addNode(with(node("Conv", "c", "i", "w1", "b1"), "pads", 1, 1, 1, 1))
                .addNode(node("BatchNormalization", "n", "c", "v", "b1", "b1", "v"))
                .addNode(node("Sigmoid", "s", "n"))
                .addNode(with(with(node("MaxPool", "m", "s"), "kernel_shape", 2, 2), "strides", 2, 2))
                .addNode(node("Reshape", "f", "m", "flat"))
                .addNode(node("MatMul", "y", "f", "w2")));
    }

    private static ModelProto recurrence() {
        NodeProto gru = node("GRU", "h", "t", "w", "r", "b").toBuilder()
                .addAttribute(AttributeProto.newBuilder()
                        .setName("hidden_size")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(3))
                .build();
        return model(GraphProto.newBuilder()
                .addInitializer(whole("steps", 4, 1, 4))
                .addInitializer(whole("flat", 1, 12))
                .addInitializer(tensor("w", 1, 9, 4))
                .addInitializer(tensor("r", 1, 9, 3))
                .addInitializer(tensor("b", 1, 18))
                .addInitializer(tensor("w2", 12, 6))
                .addNode(node("Reshape", "t", "x", "steps"))
                .addNode(gru)
                .addNode(with(node("Transpose", "p", "h"), "perm", 1, 2, 0, 3))
                .addNode(node("Reshape", "f", "p", "flat"))
                .addNode(node("MatMul", "y", "f", "w2")));
    }

    private static ModelProto attention() {
        return model(GraphProto.newBuilder()
                .addInitializer(whole("steps", 1, 4, 4))
                .addInitializer(whole("flat", 1, 16))
                .addInitializer(tensor("wq", 4, 4))
                .addInitializer(tensor("wk", 4, 4))
                .addInitializer(tensor("wv", 4, 4))
                .addInitializer(tensor("s", 4))
                .addInitializer(tensor("w2", 16, 6))
                .addNode(node("Reshape", "t", "x", "steps"))
                .addNode(node("MatMul", "q", "t", "wq"))
                .addNode(node("MatMul", "k", "t", "wk"))
                .addNode(node("MatMul", "v", "t", "wv"))
                .addNode(with(node("Transpose", "kt", "k"), "perm", 0, 2, 1))
                .addNode(node("MatMul", "z", "q", "kt"))
                .addNode(node("Softmax", "o", "z"))
                .addNode(node("MatMul", "u", "o", "v"))
                .addNode(node("LayerNormalization", "n", "u", "s", "s"))
                .addNode(node("Reshape", "f", "n", "flat"))
                .addNode(node("MatMul", "y", "f", "w2")));
    }

    private static ModelProto quantised() {
        TensorProto zero = TensorProto.newBuilder()
                .setName("z")
                .setDataType(TensorProto.DataType.INT8.getNumber())
                .addInt32Data(0)
                .build();
        TensorProto.Builder codes = TensorProto.newBuilder()
                .setName("w")
                .setDataType(TensorProto.DataType.INT8.getNumber())
                .addDims(16)
                .addDims(6);
        for (int i = 0; i < 96; i++) {
            codes.addInt32Data(i * 37 % 255 - 127);
        }
        TensorProto scale = TensorProto.newBuilder()
                .setName("s")
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addFloatData(0.01f)
                .build();
        return model(GraphProto.newBuilder()
                .addInitializer(zero)
                .addInitializer(codes)
                .addInitializer(scale)
                .addInitializer(tensor("b", 6))
                .addNode(node("QuantizeLinear", "xq", "x", "s", "z"))
                .addNode(node("DequantizeLinear", "xd", "xq", "s", "z"))
                .addNode(node("DequantizeLinear", "wd", "w", "s", "z"))
                .addNode(node("Gemm", "g", "xd", "wd", "b"))
                .addNode(node("Relu", "y", "g")));
    }

    private static NodeProto with(NodeProto node, String attribute, long... numbers) {
        AttributeProto.Builder ints =
                AttributeProto.newBuilder().setName(attribute).setType(AttributeProto.AttributeType.INTS);
        for (long number : numbers) {
            ints.addInts(number);
        }
        return node.toBuilder().addAttribute(ints).build();
    }

    private static TensorProto whole(String name, long... numbers) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(numbers.length);
        for (long number : numbers) {
            tensor.addInt64Data(number);
        }
        return tensor.build();
    }

    private static TensorProto positive(String name, int count) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(1).addDims(count);
        for (int i = 0; i < count; i++) {
            tensor.addFloatData(0.5f + i);
        }
        return tensor.build();
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(operator + "_" + output)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .build();
    }

    private static TensorProto tensor(String name, long... dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(1);
        int count = 1;
        for (long dim : dims) {
            tensor.addDims(dim);
            count *= (int) dim;
        }
        Random random = new Random(name.hashCode());
        for (int i = 0; i < count; i++) {
            tensor.addFloatData(random.nextFloat() - 0.4f);
        }
        return tensor.build();
    }

    static byte[] changed(ModelProto whole, Random random) {
        ModelProto.Builder changed = whole.toBuilder();
        for (int k = random.nextInt(3); k >= 0; k--) {
            change(changed.getGraphBuilder(), random);
        }
        return random.nextInt(8) == 0
                ? AttackText.turned(changed.build().toByteArray(), random)
                : changed.build().toByteArray();
    }

    private static void change(GraphProto.Builder graph, Random random) {
        NodeProto.Builder node = graph.getNodeBuilder(random.nextInt(graph.getNodeCount()));
        TensorProto.Builder tensor = graph.getInitializerBuilder(random.nextInt(graph.getInitializerCount()));
        switch (random.nextInt(8)) {
            case 0 -> node.setOpType(OPERATORS[random.nextInt(OPERATORS.length)]);
            case 1 -> {
                List<String> inputs = new ArrayList<>(node.getInputList());
                if (!inputs.isEmpty()) {
                    inputs.remove(random.nextInt(inputs.size()));
                }
                node.clearInput().addAllInput(inputs);
            }
            case 2 -> node.addInput(tensor.getName());
            case 3 -> numbers(tensor, random);
            case 4 -> {
                for (int i = random.nextInt(4); i >= 0; i--) {
                    tensor.addDims(1);
                }
            }
            case 5 -> {
                List<Long> dims = new ArrayList<>(tensor.getDimsList());
                Collections.reverse(dims);
                tensor.clearDims();
                for (int i = random.nextInt(4); i > 0; i--) {
                    tensor.addDims(1);
                }
                tensor.addAllDims(dims);
            }
            case 6 -> graph.getInputBuilder(0)
                    .getTypeBuilder()
                    .getTensorTypeBuilder()
                    .getShapeBuilder()
                    .getDimBuilder(random.nextInt(2))
                    .setDimValue(number(random));
            default -> attribute(node, random);
        }
    }

    /** One that the node has, or another. */
    private static void attribute(NodeProto.Builder node, Random random) {
        int has = node.getAttributeCount();
        String name = has > 0 && random.nextBoolean()
                ? node.getAttribute(random.nextInt(has)).getName()
                : NAMES[random.nextInt(NAMES.length)];
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
        List<AttributeProto> others = node.getAttributeList().stream()
                .filter(other -> !other.getName().equals(name))
                .toList();
        if (random.nextBoolean()) {
            attribute.setType(AttributeProto.AttributeType.INT).setI(number(random));
        } else {
            attribute.setType(AttributeProto.AttributeType.INTS);
            for (int i = random.nextInt(5); i >= 0; i--) {
                attribute.addInts(number(random));
            }
        }
        node.clearAttribute().addAllAttribute(others).addAttribute(attribute);
    }

    /** Weights that are none, or beyond all proportion; shapes, steps and axes out of proportion. */
    private static void numbers(TensorProto.Builder tensor, Random random) {
        float[] extremes = {Float.NaN, 1e38f, -1e38f, Float.POSITIVE_INFINITY, 1e-40f, 0};
        if (tensor.getFloatDataCount() > 0) {
            tensor.setFloatData(random.nextInt(tensor.getFloatDataCount()), extremes[random.nextInt(extremes.length)]);
        }
        if (tensor.getInt64DataCount() > 0) {
            tensor.setInt64Data(random.nextInt(tensor.getInt64DataCount()), number(random));
        }
    }

    private static long number(Random random) {
        long[] numbers = {
            -1, 0, 1, 2, 3, 64, 6000, 65_536, 1_000_000, 16_777_216, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
        };
        return numbers[random.nextInt(numbers.length)];
    }
}
