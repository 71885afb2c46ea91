package mho.periphery.scheme;

import java.util.Arrays;
import mho.periphery.learning.CellState;

/** The buffer of {@link BufferShape} with the slow array behind it. */
final class LineBuffer {
    private final BufferShape shape;
    private final PulsedCells slow;
    private final RowPulses pulses;
    private final float[] held;
    private final float threshold;

    LineBuffer(BufferShape shape, PulsedCells slow) {
        this.shape = shape;
        this.slow = slow;
        pulses = new RowPulses(slow, null);
        held = new float[slow.rows * slow.columns];
        threshold = (float) (shape.threshold() * slow.step());
    }

    void add(int row, int column, float change) {
        held[row * slow.columns + column] += change;
    }

    /** Pulses of a row, at most so many each. */
    void give(int row, UpdateCounts counts) {
        boolean any = false;
        for (int column = 0; column < slow.columns; column++) {
            int i = row * slow.columns + column;
            int wanted = (int) (held[i] / threshold);
            int steps = Math.max(-shape.most(), Math.min(shape.most(), wanted));
            pulses.ask(column, steps);
            if (steps != 0) {
                any = true;
                held[i] = shape.forgets()
                        ? (float) shape.momentum() * held[i]
                        : held[i] - (float) (1 - shape.momentum()) * steps * threshold;
            }
        }
        counts.computed(0, slow.columns);
        if (any) {
            counts.transfers().took(pulses.give(row, counts.transfers()));
            slow.requestEnds();
        }
    }

    void forget() {
        Arrays.fill(held, 0);
    }

    void save(CellState into) {
        into.floats("buffer", held);
    }

    void restore(CellState from) {
        from.take("buffer", held);
    }
}
