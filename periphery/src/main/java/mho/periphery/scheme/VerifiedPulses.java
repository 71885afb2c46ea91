package mho.periphery.scheme;

import java.util.Arrays;

/**
 * Moves the weights of one row to where they shall stand, pulse by pulse with a read after each, until a weight has come past its target or
 * pulses run out. A round is one pulse for each weight that is not there yet, those up and those down one after the other, and one read of
 * the row.
 */
final class VerifiedPulses {
    private final PulsedCells cells;
    private final RowPulses pulses;
    private final int most;
    private final float[] targets;
    private final boolean[] moving;

    /** @param most pulses of a weight at most */
    VerifiedPulses(PulsedCells cells, int most) {
        this.cells = cells;
        this.most = most;
        pulses = new RowPulses(cells, null);
        targets = new float[cells.columns];
        moving = new boolean[cells.columns];
    }

    void clear() {
        Arrays.fill(moving, false);
        pulses.clear();
    }

    /** Where a weight shall stand; those of which nothing is said stay. */
    void aim(int column, float target) {
        targets[column] = target;
        moving[column] = true;
    }

    /** Gives the pulses and counts all but their time, which it returns in slots. A weight nearer than half a step is there. */
    long give(int row, UpdateCounts counts) {
        float near = (float) (cells.step() / 2);
        long slots = 0;
        int rounds = 0;
        boolean any = asked(row, near);
        while (any && rounds < most) {
            slots += pulses.give(row, counts.transfers());
            counts.read(1, cells.cellsRead(), cells.columns);
            rounds++;
            any = asked(row, near);
        }
        return slots;
    }

    /** The next pulse of each weight; a weight that has come past its target is not pulsed back. */
    private boolean asked(int row, float near) {
        boolean any = false;
        for (int column = 0; column < cells.columns; column++) {
            int way = 0;
            if (moving[column]) {
                float missing = targets[column] - cells.weight(row, column);
                way = missing > near ? 1 : missing < -near ? -1 : 0;
                moving[column] = way != 0 && pulses.asked(column) != -way;
                way = moving[column] ? way : 0;
            }
            pulses.ask(column, way);
            any |= way != 0;
        }
        return any;
    }
}
