package mho.workloads.training;

import java.util.Arrays;
import mho.workloads.network.Function;

/** h_t = f(W [x_t, h_(t-1)]), and back through all steps (Werbos, Proc. IEEE 78(10), 1990). */
final class RnnPass implements LearningPass {
    private final Sequence sequence;
    private final Function function;
    private final float[] stateErrors;

    RnnPass(Sequence sequence, float[] first) {
        this.sequence = sequence;
        this.function = sequence.function(0);
        this.stateErrors = new float[sequence.hidden];
        System.arraycopy(first, 0, sequence.states, 0, sequence.hidden);
    }

    @Override
    public void forward() {
        int hidden = sequence.hidden;
        for (int t = 0; t < sequence.steps; t++) {
            sequence.multiply(t);
            sequence.gate(t, 0, function);
            System.arraycopy(sequence.gates, t * hidden, sequence.states, (t + 1) * hidden, hidden);
            System.arraycopy(sequence.gates, t * hidden, sequence.out.values(), t * hidden, hidden);
        }
    }

    @Override
    public void reverse() {
        int hidden = sequence.hidden;
        Arrays.fill(stateErrors, 0);
        for (int t = sequence.steps - 1; t >= 0; t--) {
            for (int h = 0; h < hidden; h++) {
                sequence.errors[t * hidden + h] = sequence.out.errors()[t * hidden + h] + stateErrors[h];
            }
            sequence.throughGate(t, 0, function);
            sequence.reverse(t, stateErrors);
        }
    }

    @Override
    public void update(float rate) {
        sequence.update(rate);
    }

    @Override
    public void tell(LayerTally tally) {
        sequence.tell(tally);
    }
}
