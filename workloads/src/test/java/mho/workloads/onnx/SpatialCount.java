package mho.workloads.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Weights and multiplications of a convolutional network counted a second way, straight from the file: only the height and
 * width of every map are followed, and each kernel counts at every position it stands at.
 */
final class SpatialCount {
    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Map<String, long[]> extents = new HashMap<>();
    private long weights;
    private long macs;

    SpatialCount(ModelProto model, long height, long width) {
        model.getGraph().getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        extents.put(model.getGraph().getInput(0).getName(), new long[] {height, width});
        model.getGraph().getNodeList().forEach(this::follow);
    }

    long weights() {
        return weights;
    }

    long macs() {
        return macs;
    }

    private void follow(NodeProto node) {
        if (node.getOpType().equals("Constant")) {
            constants.put(node.getOutput(0), node.getAttribute(0).getT());
            return;
        }
        long[] in = node.getInputList().stream()
                .filter(extents::containsKey)
                .map(extents::get)
                .reduce((a, b) -> a[0] * a[1] >= b[0] * b[1] ? a : b)
                .orElse(null);
        if (in == null) {
            return; // computes shapes
        }
        long[] out =
                switch (node.getOpType()) {
                    case "Conv", "MaxPool", "AveragePool" -> slid(node, in);
                    case "ConvTranspose" -> new long[] {
                        in[0] * ints(node, "strides", 1)[0], in[1] * ints(node, "strides", 1)[1]
                    };
                    case "GlobalAveragePool" -> new long[] {1, 1};
                    case "Resize" -> resized(node, in);
                    default -> in;
                };
        TensorProto kernel = node.getInputCount() > 1 ? constants.get(node.getInput(1)) : null;
        if (kernel != null) {
            count(node.getOpType(), elements(kernel), in, out);
        }
        node.getOutputList().forEach(output -> extents.put(output, out));
    }

    private void count(String type, long kernel, long[] in, long[] out) {
        switch (type) {
            case "Conv", "MatMul" -> add(kernel, out[0] * out[1]);
            case "ConvTranspose" -> add(kernel, in[0] * in[1]);
            default -> {
                // bias, scale, shape: no multiplication in arrays
            }
        }
    }

    private void add(long kernel, long positions) {
        weights += kernel;
        macs += kernel * positions;
    }

    private static long elements(TensorProto tensor) {
        return tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b);
    }

    private static long[] slid(NodeProto node, long[] in) {
        long[] kernel = ints(node, "kernel_shape", 1);
        long[] stride = ints(node, "strides", 1);
        long[] pads = ints(node, "pads", 0);
        long[] out = new long[2];
        for (int i = 0; i < 2; i++) {
            long pad = pads.length == 4 ? pads[i] + pads[i + 2] : 0;
            out[i] = (in[i] + pad - kernel[i]) / stride[i] + 1;
        }
        return out;
    }

    private long[] resized(NodeProto node, long[] in) {
        TensorProto scales = Objects.requireNonNull(constants.get(node.getInput(2)));
        FloatBuffer raw = scales.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        boolean typed = scales.getFloatDataCount() > 0;
        float tall = typed ? scales.getFloatData(2) : raw.get(2);
        float wide = typed ? scales.getFloatData(3) : raw.get(3);
        return new long[] {(long) (in[0] * tall), (long) (in[1] * wide)};
    }

    private static long[] ints(NodeProto node, String name, long otherwise) {
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.getName().equals(name)) {
                return attribute.getIntsList().stream()
                        .mapToLong(Long::longValue)
                        .toArray();
            }
        }
        return new long[] {otherwise, otherwise};
    }
}
