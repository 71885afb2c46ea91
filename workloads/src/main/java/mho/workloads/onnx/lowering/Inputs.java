package mho.workloads.onnx.lowering;

import java.util.Set;
import java.util.stream.IntStream;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.GraphInput;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.shape.Shaped;
import mho.workloads.onnx.shape.Value;
import org.jspecify.annotations.Nullable;

/**
 * How the axes of a graph input are to be read. ONNX does not say, so the first operator that cares decides: a convolution
 * wants channels on axis 1, a matrix product on the last. Transposes on the way (a channels-last file) are counted back.
 */
final class Inputs {
    private static final Set<String> IMAGE = Set.of(
            "Conv",
            "ConvTranspose",
            "ConvInteger",
            "QLinearConv",
            "MaxPool",
            "AveragePool",
            "LpPool",
            "GlobalAveragePool",
            "GlobalMaxPool",
            "BatchNormalization",
            "InstanceNormalization",
            "GroupNormalization",
            "LRN",
            "Resize",
            "Upsample",
            "DepthToSpace",
            "SpaceToDepth");
    private static final Set<String> LAST =
            Set.of("MatMul", "MatMulInteger", "Gemm", "LayerNormalization", "LSTM", "GRU", "RNN");

    /** Operators on the way from an input to the first that cares; more are no longer the beginning of a network. */
    private static final int FARTHEST = 100;

    private final Shaped shaped;
    private final Readers readers;

    Inputs(Shaped shaped, Readers readers) {
        this.shaped = shaped;
        this.readers = readers;
    }

    Layout layout(GraphInput input) {
        Value value = shaped.values().get(input.name());
        Dims dims = value == null ? Dims.NONE : value.dims();
        int[] axes = IntStream.range(0, dims.rank()).toArray();
        Layout wanted = wanted(input.name(), dims, axes);
        return wanted == null ? Layout.usual(dims) : wanted;
    }

    /** @param axes which axis of the input each axis of {@code name} is */
    private @Nullable Layout wanted(String name, Dims input, int[] axes) {
        String at = name;
        int[] now = axes;
        // Follows the first reader only.
        for (int step = 0; step < FARTHEST; step++) {
            if (readers.of(at).isEmpty()) {
                return null;
            }
            Op op = readers.of(at).get(0);
            Value here = shaped.values().get(at);
            Value next = op.hasOutput(0) ? shaped.values().get(op.outputs().get(0)) : null;
            if (here == null || next == null) {
                return null;
            }
            Layout asked = asked(op, at, here.dims());
            if (asked != null) {
                return moved(asked, input, now);
            }
            if (op.key().equals("Transpose")) {
                now = turned(op, now);
            } else if (next.dims().rank() != here.dims().rank()) {
                return null;
            }
            at = op.outputs().get(0);
        }
        return null;
    }

    private static @Nullable Layout asked(Op op, String value, Dims dims) {
        if (op.key().equals("Gather") && value.equals(op.inputs().get(1))) {
            return Layout.where(dims, axis -> true);
        }
        if (IMAGE.contains(op.key())) {
            return Layout.image(dims);
        }
        return LAST.contains(op.key()) ? Layout.channelsLast(dims) : null;
    }

    private static Layout moved(Layout asked, Dims input, int[] axes) {
        boolean straight = IntStream.range(0, axes.length).allMatch(axis -> axes[axis] == axis);
        return straight
                ? asked
                : Layout.of(
                        input,
                        IntStream.range(0, axes.length)
                                .filter(asked::isPosition)
                                .map(axis -> axes[axis])
                                .toArray());
    }

    private static int[] turned(Op op, int[] axes) {
        long[] perm = op.attributes().integers("perm");
        int rank = axes.length;
        return IntStream.range(0, rank)
                .map(i -> axes[perm == null ? rank - 1 - i : Dims.axis(perm[i], rank)])
                .toArray();
    }
}
