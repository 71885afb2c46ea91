package mho.workloads.onnx;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.shape.InferredTensor;
import mho.workloads.onnx.shape.ShapedGraph;
import mho.workloads.onnx.shape.SpatialOperators;

/**
 * Whether what a graph's inputs have in common is a batch. ONNX does not say; it is one if nothing mixes what stands along it: with one
 * of {@code batch}, every tensor that depends on it is exactly that much smaller (the scores of positions that read one another shrink
 * by the square, a mean over them not at all), and no operator that works along an axis works along this one.
 */
final class FixedBatch {
    /** Operators over an axis, and all behind it before operator set 13 or where a norm is meant. */
    private static final Map<String, Integer> ALONG = Map.of(
            "Softmax", -1,
            "LogSoftmax", -1,
            "Hardmax", -1,
            "LayerNormalization", -1,
            "LpNormalization", -1);

    private static final Set<String> RECURRENT = Set.of("LSTM", "GRU", "RNN");

    private final ShapedGraph written;
    private final ShapedGraph one;
    private final int batch;
    private final Set<String> batched = new HashSet<>();

    private FixedBatch(ShapedGraph written, ShapedGraph one, int batch) {
        this.written = written;
        this.one = one;
        this.batch = batch;
    }

    /**
     * @param written the graph with its sizes as they are
     * @param one the same with {@code batch} of them read as 1
     */
    static boolean is(ShapedGraph written, ShapedGraph one, int batch) {
        return one.unknown().isEmpty() && new FixedBatch(written, one, batch).isKeptApart();
    }

    private boolean isKeptApart() {
        one.graph().inputs().forEach(input -> {
            if (changed(input.name()).length > 0) {
                batched.add(input.name());
            }
        });
        return one.ops().stream().allMatch(this::keepsApart)
                && one.graph().outputs().stream().anyMatch(batched::contains);
    }

    private boolean keepsApart(Op op) {
        if (op.inputs().stream().noneMatch(batched::contains)) {
            return true;
        }
        if (!worksBeside(op)) {
            return false;
        }
        for (String output : op.outputs()) {
            InferredTensor ofOne = one.values().get(output);
            InferredTensor ofAll = written.values().get(output);
            if (ofOne == null || ofAll == null || ofOne.isConstant()) {
                continue; // left out, or a shape
            }
            if (ofAll.dims().count() != (long) batch * ofOne.dims().count()) {
                return false;
            }
            batched.add(output);
        }
        return true;
    }

    /** Whether an operator that works along axes leaves the batch's alone. */
    private boolean worksBeside(Op op) {
        int[] axes = changed(op.inputs().get(0));
        if (SpatialOperators.OPERATORS.contains(op.key())) {
            return Arrays.stream(axes).allMatch(axis -> axis == 0);
        }
        if (RECURRENT.contains(op.key())) {
            int own = op.attributes().integer("layout", 0) == 1 ? 0 : 1;
            return Arrays.stream(axes).allMatch(axis -> axis == own);
        }
        Integer usual = ALONG.get(op.key());
        InferredTensor data = one.values().get(op.inputs().get(0));
        if (usual == null || data == null) {
            return true;
        }
        boolean flattens = op.opset() < 13 && !op.key().equals("LayerNormalization");
        int along = data.dims().axis(op.attributes().integer("axis", flattens ? 1 : usual));
        boolean andBehind = flattens || op.key().equals("LayerNormalization");
        return Arrays.stream(axes).noneMatch(axis -> axis == along || andBehind && axis > along);
    }

    /** Axes along which a tensor differs. */
    private int[] changed(String name) {
        InferredTensor ofOne = one.values().get(name);
        InferredTensor ofAll = written.values().get(name);
        if (ofOne == null || ofAll == null) {
            return new int[0];
        }
        Dims small = ofOne.dims();
        Dims large = ofAll.dims();
        return IntStream.range(0, Math.min(small.rank(), large.rank()))
                .filter(axis -> small.at(axis) != large.at(axis))
                .toArray();
    }
}
