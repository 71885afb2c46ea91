package mho.workloads.onnx.lowering;

import java.util.stream.IntStream;
import mho.workloads.network.Embedding;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.shape.BlockTable;
import mho.workloads.onnx.shape.PickRules;

/** Gather: a table of weights read by tokens, or fixed indices picked out of an activation. */
final class Lookups {
    /** Longer lists are taken for what they are, data. */
    private static final int MOST_INDICES = 1 << 16;

    private Lookups() {}

    static void register() {
        LoweringRules.put(Lookups::gather, "Gather");
        LoweringRules.put(
                step -> embed(step, BlockTable.of(step.site()).tensor(), "gather_axis"),
                "com.microsoft.GatherBlockQuantized");
    }

    private static void gather(LoweringContext step) {
        ConstantTensor table = step.constant(0);
        ConstantTensor indices = step.constant(1);
        if (table != null) {
            embed(step, table, "axis");
        } else if (indices != null) {
            pick(step, indices);
        } else {
            throw new Unplaceable("Gather of activations by activations");
        }
    }

    private static void embed(LoweringContext step, ConstantTensor table, String along) {
        Dims dims = table.dims();
        if (dims.axis(step.attributes().integer(along, 0)) != 0) {
            throw new Unplaceable("Gather along an inner axis of a table");
        }
        Dims tokens = step.dims(1);
        PlacedTensor input = step.in(1, AxisLayout.where(tokens, axis -> true));
        Embedding embedding = new Embedding(dims.at(0), dims.count(1, dims.rank()));
        int node = step.add(embedding, new HeldWeights().with("table", table).weights(), input);
        step.put(0, node, AxisLayout.where(step.out(0), axis -> axis < tokens.rank()));
    }

    /** Evenly spaced indices are a slice. */
    private static void pick(LoweringContext step, ConstantTensor indices) {
        Dims in = step.dims(0);
        int axis = in.axis(step.attributes().integer("axis", 0));
        ConstantValues values = indices.values();
        if (values == null || values.count() == 0 || values.count() > MOST_INDICES) {
            throw new Unplaceable("Gather by unknown indices");
        }
        int[] index = PickRules.counted(values, in.at(axis));
        int by = index.length > 1 ? index[1] - index[0] : 1;
        boolean even = by != 0 && IntStream.range(1, index.length).allMatch(i -> index[i] - index[i - 1] == by);
        if (!even) {
            throw new Unplaceable("Gather by scattered indices");
        }
        PlacedTensor part = TensorSlice.of(step, step.in(0), Slices.along(in, axis, index[0], index.length, by));
        AxisLayout layout = Views.reshaped(part.layout(), step.out(0));
        step.put(
                0,
                step.canvas()
                        .as(
                                new PlacedTensor(part.node(), layout),
                                layout,
                                step.op().title()));
    }
}
