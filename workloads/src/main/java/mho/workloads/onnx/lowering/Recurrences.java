package mho.workloads.onnx.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mho.workloads.network.Activation;
import mho.workloads.network.Concat;
import mho.workloads.network.Function;
import mho.workloads.network.Pad;
import mho.workloads.network.Recurrent;
import mho.workloads.network.Recurrent.Cell;
import mho.workloads.network.Shape;
import mho.workloads.network.Slice;
import mho.workloads.network.TrainedWeights;
import mho.workloads.onnx.graph.Attributes;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Refusal;
import org.jspecify.annotations.Nullable;

/** LSTM, GRU and simple recurrent layers, each direction a node of its own. States before the first step lie ready. */
final class Recurrences {
    private Recurrences() {}

    static void register() {
        LoweringRules.put(step -> recurrent(step, Cell.LSTM), "LSTM");
        LoweringRules.put(step -> recurrent(step, Cell.GRU), "GRU");
        LoweringRules.put(step -> recurrent(step, Cell.RNN), "RNN");
    }

    private static void recurrent(LoweringContext step, Cell cell) {
        if (step.has(7)) {
            throw new Unplaceable("LSTM with peepholes");
        }
        Dims in = step.dims(0);
        int time = step.attributes().integer("layout", 0) == 1 ? 1 : 0;
        if (in.at(1 - time) != 1) {
            throw new Refusal("takes " + in.at(1 - time) + " sequences at once (" + in
                    + "), mho runs one at a time: export for a batch of 1, leave --batch at 1 and give --images "
                    + in.at(1 - time));
        }
        int steps = in.at(time);
        int length = length(step, steps);
        PlacedTensor input = first(step, step.in(0, AxisLayout.of(in, time)), length);
        String direction = step.attributes().text("direction", "forward");
        int directions = step.tensor(1).dims().at(0);
        PlacedTensor[][] made = new PlacedTensor[3][directions];
        for (int d = 0; d < directions; d++) {
            boolean backward = d == 1 || direction.equals("reverse");
            PlacedTensor run = run(step, cell, input, d, backward);
            PlacedTensor hidden = cell == Cell.LSTM && step.wants(2) ? half(step, run, "hidden", 0) : run;
            if (step.wants(0)) {
                PlacedTensor inOrder = backward ? reversed(step, hidden) : hidden;
                made[0][d] = filled(step, inOrder, steps - length);
            }
            if (step.wants(1)) {
                made[1][d] = last(step, hidden);
            }
            if (cell == Cell.LSTM && step.wants(2)) {
                made[2][d] = last(step, half(step, run, "cell", 1));
            }
        }
        for (int k = 0; k < step.op().outputs().size(); k++) {
            if (step.wants(k)) {
                AxisLayout layout = k == 0 ? AxisLayout.of(step.out(0), time) : AxisLayout.of(step.out(k));
                step.put(k, joined(step, made[k]).node(), layout);
            }
        }
    }

    /** Steps that are computed; all where the file does not say. */
    private static int length(LoweringContext step, int steps) {
        ConstantTensor lengths = step.constant(4);
        ConstantValues values = lengths == null ? null : lengths.values();
        double length = values == null || values.count() != 1 ? steps : values.real(0);
        if (length < 1 || length > steps) {
            throw new Refusal("sequence_lens says " + (long) length + " steps of " + steps);
        }
        return (int) length;
    }

    private static PlacedTensor first(LoweringContext step, PlacedTensor placed, int length) {
        Shape shape = step.shape(placed);
        Slice slice = new Slice(0, shape.channels(), 0, 0, shape.height(), length, 1, 1);
        return length == shape.width()
                ? placed
                : new PlacedTensor(step.addPart("steps", slice, placed), placed.layout());
    }

    /** Outputs behind the end of a sequence are zeros. */
    private static PlacedTensor filled(LoweringContext step, PlacedTensor placed, int more) {
        return more == 0
                ? placed
                : new PlacedTensor(step.addPart("behind", new Pad(0, 0, 0, more), placed), placed.layout());
    }

    private static PlacedTensor half(LoweringContext step, PlacedTensor run, String part, int which) {
        Shape shape = step.shape(run);
        int hidden = shape.channels() / 2;
        return new PlacedTensor(step.addPart(part, Slice.ofChannels(shape, which * hidden, hidden), run), run.layout());
    }

    private static PlacedTensor last(LoweringContext step, PlacedTensor run) {
        return new PlacedTensor(step.addPart("last", Slice.last(step.shape(run)), run), run.layout());
    }

    private static PlacedTensor run(
            LoweringContext step, Cell cell, PlacedTensor input, int direction, boolean backward) {
        PlacedTensor ordered = backward ? reversed(step, input) : input;
        int directions = step.tensor(1).dims().at(0);
        int hidden = step.tensor(2).dims().at(2);
        boolean biased = step.has(3);
        Recurrent layer = new Recurrent(cell, hidden, biased, details(step, cell, direction, directions));
        String part = backward ? "backward" : "forward";
        String title =
                step.tensor(1).dims().at(0) == 1 ? step.op().title() : step.op().title() + "/" + part;
        int node = step.canvas().add(title, layer, weights(step, direction, cell), List.of(ordered.node()));
        return new PlacedTensor(node, input.layout());
    }

    private static PlacedTensor reversed(LoweringContext step, PlacedTensor placed) {
        return new PlacedTensor(step.addPart("reversed", Slice.reversed(step.shape(placed)), placed), placed.layout());
    }

    private static PlacedTensor joined(LoweringContext step, PlacedTensor[] parts) {
        return parts.length == 1
                ? parts[0]
                : new PlacedTensor(step.addPart("both", new Concat(Concat.Along.CHANNELS), parts), parts[0].layout());
    }

    private static Recurrent.Details details(LoweringContext step, Cell cell, int direction, int directions) {
        Recurrent.Details usual = Recurrent.usual(cell);
        Attributes given = step.attributes();
        List<String> names = given.texts("activations");
        int each = names.size() / directions;
        List<Function> functions = new ArrayList<>(usual.functions());
        for (int k = 0; k < each && k < functions.size(); k++) {
            Activation kind = KINDS.get(names.get(direction * each + k).toLowerCase(Locale.ROOT));
            boolean parameters = given.has("activation_alpha") || given.has("activation_beta");
            functions.set(
                    k, kind == null || parameters ? new Function(Activation.CLIP, Double.NaN, 0) : Function.of(kind));
        }
        return new Recurrent.Details(
                functions,
                given.flag("linear_before_reset", false),
                given.real("clip", Double.POSITIVE_INFINITY),
                given.flag("input_forget", false),
                cell == Cell.LSTM && step.wants(2));
    }

    private static final Map<String, Activation> KINDS = Map.of(
            "sigmoid", Activation.SIGMOID,
            "tanh", Activation.TANH,
            "relu", Activation.RELU,
            "hardsigmoid", Activation.HARD_SIGMOID,
            "softsign", Activation.SOFTSIGN,
            "softplus", Activation.SOFTPLUS);

    /** Why values cannot be computed, null if they can. */
    private static @Nullable String unknown(LoweringContext step) {
        for (int k = 4; k < 7; k++) {
            ConstantTensor state = step.constant(k);
            if (step.has(k) && (state == null || state.values() == null)) {
                return k == 4 ? "sequences of several lengths" : "its first state is computed";
            }
        }
        return null;
    }

    /** From one direction's first state to the next one's: states of a batch are (directions, batch, hidden) or, batch first, (batch, directions, hidden). */
    private static int stateStride(LoweringContext step, Dims state) {
        int hidden = step.tensor(2).dims().at(2);
        boolean batchFirst = step.attributes().integer("layout", 0) == 1;
        return batchFirst ? hidden : state.count() / step.tensor(1).dims().at(0);
    }

    private static @Nullable TrainedWeights weights(LoweringContext step, int direction, Cell cell) {
        HeldWeights held = new HeldWeights();
        held.unknown(unknown(step));
        String[] roles = {"", "kernel", "recurrent", "bias", "lengths", "initial", "initial-cell"};
        int most = cell == Cell.LSTM ? roles.length : roles.length - 1;
        for (int k = 1; k < most; k++) {
            if (k == 4) {
                continue;
            }
            ConstantTensor tensor = step.constant(k);
            ConstantValues values = tensor == null ? null : tensor.values();
            if (tensor != null) {
                held.unknown(HeldWeights.absent(roles[k], tensor));
            }
            if (tensor != null && values != null) {
                boolean state = k > 4;
                Dims one = state
                        ? Dims.of(step.tensor(2).dims().at(2))
                        : tensor.dims().without(0);
                int start = direction * (state ? stateStride(step, tensor.dims()) : one.count());
                held.with(roles[k], one, ConstantValues.view(values, one.count(), i -> start + i));
            }
        }
        return held.weights();
    }
}
