package mho.workloads.onnx.shape;

import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Refusal;

/** LSTM, GRU and simple recurrent layers over (steps, batch, values), or batch first with {@code layout} 1. */
final class RecurrentRules {
    private RecurrentRules() {}

    static void register() {
        ShapeRules.put(site -> recurrent(site, 4, 3), "LSTM");
        ShapeRules.put(site -> recurrent(site, 3, 2), "GRU");
        ShapeRules.put(site -> recurrent(site, 1, 2), "RNN");
    }

    private static void recurrent(InferenceContext site, int gates, int outputs) {
        Dims in = site.dims(0);
        Dims weights = site.dims(1);
        Dims recurrence = site.dims(2);
        int directions = site.attributes().text("direction", "forward").equals("bidirectional") ? 2 : 1;
        if (in.rank() != 3 || weights.rank() != 3 || recurrence.rank() != 3) {
            throw new Refusal("its input " + in + ", weights " + weights + " and recurrent weights " + recurrence
                    + " must have three dimensions each");
        }
        int hidden = recurrence.at(2);
        boolean fits = weights.equals(Dims.of(directions, gates * hidden, in.at(2)))
                && recurrence.equals(Dims.of(directions, gates * hidden, hidden));
        if (!fits || site.attributes().integer("hidden_size", hidden) != hidden) {
            throw new Refusal("its input " + in + ", weights " + weights + " and recurrent weights " + recurrence
                    + " do not agree for " + directions + (directions == 1 ? " direction" : " directions"));
        }
        boolean batchFirst = site.attributes().integer("layout", 0) == 1;
        int batch = in.at(batchFirst ? 0 : 1);
        ElementType type = site.type(0);
        site.out(
                0,
                type,
                batchFirst
                        ? Dims.of(batch, in.at(1), directions, hidden)
                        : Dims.of(in.at(0), directions, batch, hidden));
        for (int k = 1; k < outputs; k++) {
            site.out(k, type, batchFirst ? Dims.of(batch, directions, hidden) : Dims.of(directions, batch, hidden));
        }
    }
}
