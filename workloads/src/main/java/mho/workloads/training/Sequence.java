package mho.workloads.training;

import mho.workloads.network.Function;
import mho.workloads.network.Recurrent;

/**
 * The steps of a recurrent layer over one example as its matrix meets them: at step t it is driven with x_t, the state before
 * and 1, and gives the sums of the gates.
 */
final class Sequence {
    final int steps;
    final int inputs;
    final int hidden;
    final int columns;
    final Recurrent layer;
    final Signal in;
    final Signal out;

    /** States, the first before the first step: steps + 1 times hidden. */
    final float[] states;

    /** Sums of the gates after their bound, what the gates make of them, and the errors of the sums: steps times columns. */
    final float[] sums;

    final float[] gates;
    final float[] errors;

    private final LearningMatrix matrix;
    private final float[] row;
    private final float[] rowErrors;

    Sequence(LearnedLayer learned, Recurrent layer, Signal in, Signal out) {
        this.layer = layer;
        this.in = in;
        this.out = out;
        this.steps = learned.node().output().width();
        this.inputs = learned.node().edges().get(0).shape().channels();
        this.hidden = layer.hidden();
        this.columns = learned.shape().columns();
        this.matrix = learned.matrix(0, 0);
        this.states = new float[(steps + 1) * hidden];
        this.sums = new float[steps * columns];
        this.gates = new float[steps * columns];
        this.errors = new float[steps * columns];
        this.row = new float[learned.rows()];
        this.rowErrors = new float[learned.rows()];
        if (learned.shape().bias()) {
            row[inputs + hidden] = 1;
        }
    }

    Function function(int which) {
        return layer.details().functions().get(which);
    }

    /** The sums of a step. */
    void multiply(int step) {
        drive(step);
        matrix.forward(row, 0, sums, step * columns);
        float clip = (float) layer.details().clip();
        for (int k = step * columns; clip < Float.POSITIVE_INFINITY && k < (step + 1) * columns; k++) {
            sums[k] = Math.max(-clip, Math.min(clip, sums[k]));
        }
        System.arraycopy(sums, step * columns, gates, step * columns, columns);
    }

    private void drive(int step) {
        System.arraycopy(in.values(), step * inputs, row, 0, inputs);
        System.arraycopy(states, step * hidden, row, inputs, hidden);
    }

    /** What a gate makes of its sums. */
    void gate(int step, int gate, Function function) {
        int from = step * columns + gate * hidden;
        function.apply(gates, from, from + hidden);
    }

    /** Where a gate's values of a step begin. */
    int at(int step, int gate) {
        return step * columns + gate * hidden;
    }

    /**
     * From the errors of the gates, in {@link #errors}, to those of the sums: times the slopes, none where the bound held a sum.
     */
    void throughGate(int step, int gate, Function function) {
        float clip = (float) layer.details().clip();
        for (int k = at(step, gate); k < at(step, gate) + hidden; k++) {
            boolean held = Math.abs(sums[k]) >= clip;
            errors[k] = held ? 0 : (float) (Slopes.of(function, sums[k], gates[k]) * errors[k]);
        }
    }

    /** From the errors of the sums of a step to those of its input, which are added, and of the state before, which are written. */
    void reverse(int step, float[] stateErrors) {
        matrix.reverse(errors, step * columns, rowErrors, 0);
        for (int i = 0; in.learns() && i < inputs; i++) {
            in.errors()[step * inputs + i] += rowErrors[i];
        }
        System.arraycopy(rowErrors, inputs, stateErrors, 0, hidden);
    }

    /** An outer product for every step, in their order. */
    void update(float rate) {
        for (int step = 0; step < steps; step++) {
            drive(step);
            matrix.update(row, 0, errors, step * columns, rate);
        }
    }

    void tell(LayerTally tally) {
        tally.inputs(in.values());
        tally.errors(errors);
    }
}
