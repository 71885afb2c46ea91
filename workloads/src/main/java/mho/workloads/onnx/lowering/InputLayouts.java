package mho.workloads.onnx.lowering;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.GraphInput;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.shape.InferredTensor;
import mho.workloads.onnx.shape.ShapedGraph;
import mho.workloads.onnx.shape.SpatialOperators;
import org.jspecify.annotations.Nullable;

/**
 * How the axes of a graph input are to be read. ONNX does not say, so the first operator that cares decides: a convolution
 * wants channels on axis 1, a matrix product on the last. Transposes on the way (a channels-last file) are counted back.
 */
final class InputLayouts {
    private static final Set<String> LAST =
            Set.of("MatMul", "MatMulInteger", "Gemm", "LayerNormalization", "LSTM", "GRU", "RNN");

    /** Operators on the way from an input to the first that cares; more are no longer the beginning of a network. */
    private static final int FARTHEST = 100;

    private final ShapedGraph shaped;
    private final ValueReaders readers;

    InputLayouts(ShapedGraph shaped, ValueReaders readers) {
        this.shaped = shaped;
        this.readers = readers;
    }

    AxisLayout layout(GraphInput input) {
        InferredTensor value = shaped.values().get(input.name());
        Dims dims = value == null ? Dims.NONE : value.dims();
        return wanted(input.name(), dims);
    }

    private AxisLayout wanted(String name, Dims input) {
        String at = name;
        // Which axis of the input each axis is by now.
        int[] axes = IntStream.range(0, input.rank()).toArray();
        Dims there = input;
        // Follows the first reader only.
        for (int step = 0; step < FARTHEST && !readers.of(at).isEmpty(); step++) {
            Op op = readers.of(at).get(0);
            Function<Dims, AxisLayout> asked = asked(op, at);
            if (asked != null) {
                return moved(asked, input, there, axes);
            }
            InferredTensor next =
                    op.hasOutput(0) ? shaped.values().get(op.outputs().get(0)) : null;
            int[] followed = next == null ? null : followed(op, there, next.dims(), axes);
            if (next == null || followed == null) {
                break;
            }
            axes = followed;
            there = next.dims();
            at = op.outputs().get(0);
        }
        return AxisLayout.usual(input);
    }

    /** Which axis of the input each axis of the operator's output is, -1 for one of 1 that it adds; null if that is lost. */
    private static int @Nullable [] followed(Op op, Dims from, Dims to, int[] axes) {
        if (op.key().equals("Transpose")) {
            return turned(op, axes);
        }
        if (from.rank() == to.rank()) {
            return axes;
        }
        int[] wide = IntStream.range(0, from.rank())
                .filter(axis -> from.at(axis) != 1)
                .toArray();
        int[] now =
                IntStream.range(0, to.rank()).filter(axis -> to.at(axis) != 1).toArray();
        if (wide.length != now.length) {
            return null;
        }
        int[] followed = new int[to.rank()];
        Arrays.fill(followed, -1);
        for (int i = 0; i < now.length; i++) {
            followed[now[i]] = axes[wide[i]];
        }
        return followed;
    }

    private static @Nullable Function<Dims, AxisLayout> asked(Op op, String value) {
        if (op.key().equals("Gather")
                && op.hasInput(1)
                && value.equals(op.inputs().get(1))) {
            return dims -> AxisLayout.where(dims, axis -> true);
        }
        if (SpatialOperators.OPERATORS.contains(op.key())) {
            return AxisLayout::image;
        }
        return LAST.contains(op.key()) ? AxisLayout::channelsLast : null;
    }

    private static AxisLayout moved(Function<Dims, AxisLayout> asked, Dims input, Dims now, int[] axes) {
        AxisLayout there = asked.apply(now);
        boolean straight = axes.length == input.rank()
                && now.equals(input)
                && IntStream.range(0, axes.length).allMatch(axis -> axes[axis] == axis);
        return straight
                ? there
                : AxisLayout.of(
                        input,
                        IntStream.range(0, axes.length)
                                .filter(there::isPosition)
                                .map(axis -> axes[axis])
                                .filter(axis -> axis >= 0)
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
