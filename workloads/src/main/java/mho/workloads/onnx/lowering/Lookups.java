package mho.workloads.onnx.lowering;

import java.util.stream.IntStream;
import mho.workloads.network.Embedding;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Tensor;
import mho.workloads.onnx.graph.Values;
import mho.workloads.onnx.shape.BlockTable;
import mho.workloads.onnx.shape.PickRules;

/** Gather: a table of weights read by tokens, or fixed indices picked out of an activation. */
final class Lookups {
    /** Longer lists are taken for what they are, data. */
    private static final int MOST_INDICES = 1 << 16;

    private Lookups() {}

    static void register() {
        Table.put(Lookups::gather, "Gather");
        Table.put(
                step -> embed(step, BlockTable.of(step.site()).tensor(), "gather_axis"),
                "com.microsoft.GatherBlockQuantized");
    }

    private static void gather(Step step) {
        Tensor table = step.constant(0);
        Tensor indices = step.constant(1);
        if (table != null) {
            embed(step, table, "axis");
        } else if (indices != null) {
            pick(step, indices);
        } else {
            throw new Unplaceable("Gather of activations by activations");
        }
    }

    private static void embed(Step step, Tensor table, String along) {
        Dims dims = table.dims();
        if (dims.axis(step.attributes().integer(along, 0)) != 0) {
            throw new Unplaceable("Gather along an inner axis of a table");
        }
        Dims tokens = step.dims(1);
        Placed input = step.in(1, Layout.where(tokens, axis -> true));
        Embedding embedding = new Embedding(dims.at(0), dims.count(1, dims.rank()));
        int node = step.add(embedding, new Held().with("table", table).weights(), input);
        step.put(0, node, Layout.where(step.out(0), axis -> axis < tokens.rank()));
    }

    /** Evenly spaced indices are a slice. */
    private static void pick(Step step, Tensor indices) {
        Dims in = step.dims(0);
        int axis = in.axis(step.attributes().integer("axis", 0));
        Values values = indices.values();
        if (values == null || values.count() == 0 || values.count() > MOST_INDICES) {
            throw new Unplaceable("Gather by unknown indices");
        }
        int[] index = PickRules.counted(values, in.at(axis));
        int by = index.length > 1 ? index[1] - index[0] : 1;
        boolean even = by != 0 && IntStream.range(1, index.length).allMatch(i -> index[i] - index[i - 1] == by);
        if (!even) {
            throw new Unplaceable("Gather by scattered indices");
        }
        Placed part = Part.of(step, step.in(0), Slices.along(in, axis, index[0], index.length, by));
        Layout layout = Views.reshaped(part.layout(), step.out(0));
        step.put(
                0,
                step.canvas()
                        .as(new Placed(part.node(), layout), layout, step.op().title()));
    }
}
