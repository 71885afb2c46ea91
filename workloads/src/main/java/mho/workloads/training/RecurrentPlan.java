package mho.workloads.training;

import java.util.List;
import java.util.Map;
import mho.workloads.network.Recurrent;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;

/** A recurrent layer over the sequence of one example, with back-propagation through all of its steps and no further. */
record RecurrentPlan(LearnedLayer learned, Recurrent layer) implements PassMaker {
    @Override
    public Pass over(List<Signal> in, Signal out) {
        Sequence sequence = new Sequence(learned, layer, in.get(0), out);
        return switch (layer.cell()) {
            case LSTM -> new LstmPass(sequence, first("initial"), first("initial-cell"));
            case RNN -> new RnnPass(sequence, first("initial"));
            case GRU -> throw new IllegalStateException("a gru was let through");
        };
    }

    private float[] first(String role) {
        TrainedWeights held = learned.node().weightsHeld();
        Tensor tensor = (held == null ? Map.<String, Tensor>of() : held.tensors()).get(role);
        return tensor == null ? new float[layer.hidden()] : tensor.values().get();
    }
}
