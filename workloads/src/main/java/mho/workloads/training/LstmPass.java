package mho.workloads.training;

import java.util.Arrays;
import mho.workloads.network.Function;

/**
 * c_t = f c_(t-1) + i g, h_t = o y(c_t), gates i, o, f, g in ONNX's order of columns; and back through all steps (Hochreiter and
 * Schmidhuber 1997, Gers et al. 2000; the whole gradient, as Graves and Schmidhuber, Neural Netw. 18, 2005):
 *
 * <pre>
 * δo = dh y(c)          dc += dh o y'(c)
 * δi = dc g    δg = dc i    δf = dc c_(t-1)    dc_(t-1) = dc f
 * </pre>
 *
 * each times the slope of its gate, then through the matrix to x_t and h_(t-1). Coupled gates have f = 1 - i.
 */
final class LstmPass implements LearningPass {
    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final int FORGET = 2;
    private static final int CANDIDATE = 3;

    private final Sequence s;
    private final int hidden;
    private final boolean coupled;

    /** Values of a step that come out: the state, and the cell state behind it where that comes out too. */
    private final int each;

    private final float[] cells;

    /** The third function of them, step by step. */
    private final float[] shown;

    private final float[] stateErrors;
    private final float[] cellErrors;

    LstmPass(Sequence sequence, float[] first, float[] firstCell) {
        this.s = sequence;
        this.hidden = sequence.hidden;
        this.coupled = sequence.layer.details().coupled();
        this.each = sequence.layer.details().cellState() ? 2 * hidden : hidden;
        this.cells = new float[(sequence.steps + 1) * hidden];
        this.shown = new float[sequence.steps * hidden];
        this.stateErrors = new float[hidden];
        this.cellErrors = new float[hidden];
        System.arraycopy(first, 0, sequence.states, 0, hidden);
        System.arraycopy(firstCell, 0, cells, 0, hidden);
    }

    private Function function(int gate) {
        return s.function(gate == CANDIDATE ? 1 : 0);
    }

    @Override
    public void forward() {
        for (int t = 0; t < s.steps; t++) {
            s.multiply(t);
            for (int gate = INPUT; gate <= CANDIDATE; gate++) {
                s.gate(t, gate, function(gate));
            }
            for (int h = 0; h < hidden; h++) {
                float input = s.gates[s.at(t, INPUT) + h];
                float candidate = s.gates[s.at(t, CANDIDATE) + h];
                cells[(t + 1) * hidden + h] = forget(t, h) * cells[t * hidden + h] + input * candidate;
            }
            System.arraycopy(cells, (t + 1) * hidden, shown, t * hidden, hidden);
            s.function(2).apply(shown, t * hidden, (t + 1) * hidden);
            for (int h = 0; h < hidden; h++) {
                float state = shown[t * hidden + h] * s.gates[s.at(t, OUTPUT) + h];
                s.states[(t + 1) * hidden + h] = state;
                s.out.values()[t * each + h] = state;
            }
            System.arraycopy(cells, (t + 1) * hidden, s.out.values(), t * each + hidden, each - hidden);
        }
    }

    private float forget(int step, int h) {
        return coupled ? 1 - s.gates[s.at(step, INPUT) + h] : s.gates[s.at(step, FORGET) + h];
    }

    @Override
    public void reverse() {
        Arrays.fill(stateErrors, 0);
        Arrays.fill(cellErrors, 0);
        for (int t = s.steps - 1; t >= 0; t--) {
            for (int h = 0; h < hidden; h++) {
                reverse(t, h);
            }
            for (int gate = INPUT; gate <= CANDIDATE; gate++) {
                s.throughGate(t, gate, function(gate));
            }
            s.reverse(t, stateErrors);
        }
    }

    /** The errors of the gates of one unit, and of its cell one step before. */
    private void reverse(int t, int h) {
        float state = s.out.errors()[t * each + h] + stateErrors[h];
        float output = s.gates[s.at(t, OUTPUT) + h];
        float input = s.gates[s.at(t, INPUT) + h];
        float before = cells[t * hidden + h];
        float now = shown[t * hidden + h];
        double slope = Slopes.of(s.function(2), cells[(t + 1) * hidden + h], now);
        float cell = cellErrors[h] + (float) (state * output * slope);
        cell += each > hidden ? s.out.errors()[t * each + hidden + h] : 0;
        s.errors[s.at(t, OUTPUT) + h] = state * now;
        s.errors[s.at(t, CANDIDATE) + h] = cell * input;
        float candidate = s.gates[s.at(t, CANDIDATE) + h];
        s.errors[s.at(t, INPUT) + h] = cell * (coupled ? candidate - before : candidate);
        s.errors[s.at(t, FORGET) + h] = coupled ? 0 : cell * before;
        cellErrors[h] = cell * forget(t, h);
    }

    @Override
    public void update(float rate) {
        s.update(rate);
    }

    @Override
    public void tell(LayerTally tally) {
        s.tell(tally);
    }
}
