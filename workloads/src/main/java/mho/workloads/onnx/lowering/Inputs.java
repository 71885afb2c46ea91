package mho.workloads.onnx.lowering;

import java.util.Set;
import java.util.function.Function;
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
        return wanted(input.name(), dims);
    }

    private Layout wanted(String name, Dims input) {
        String at = name;
        // Which axis of the input each axis is by now.
        int[] axes = IntStream.range(0, input.rank()).toArray();
        // Follows the first reader only.
        for (int step = 0; step < FARTHEST && !readers.of(at).isEmpty(); step++) {
            Op op = readers.of(at).get(0);
            Function<Dims, Layout> asked = asked(op, at);
            if (asked != null) {
                return moved(asked, input, axes);
            }
            Value next = op.hasOutput(0) ? shaped.values().get(op.outputs().get(0)) : null;
            if (next == null || next.dims().rank() != axes.length) {
                break;
            }
            axes = op.key().equals("Transpose") ? turned(op, axes) : axes;
            at = op.outputs().get(0);
        }
        return Layout.usual(input);
    }

    private static @Nullable Function<Dims, Layout> asked(Op op, String value) {
        if (op.key().equals("Gather")
                && op.hasInput(1)
                && value.equals(op.inputs().get(1))) {
            return dims -> Layout.where(dims, axis -> true);
        }
        if (IMAGE.contains(op.key())) {
            return Layout::image;
        }
        return LAST.contains(op.key()) ? Layout::channelsLast : null;
    }

    private static Layout moved(Function<Dims, Layout> asked, Dims input, int[] axes) {
        Layout there = asked.apply(Dims.of(IntStream.of(axes).map(input::at).toArray()));
        boolean straight = IntStream.range(0, axes.length).allMatch(axis -> axes[axis] == axis);
        return straight
                ? there
                : Layout.of(
                        input,
                        IntStream.range(0, axes.length)
                                .filter(there::isPosition)
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
