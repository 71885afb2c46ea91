package mho.periphery.scheme;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Pulses that are given row by row, each weight of the row its own number of them: first those up, then those down, in blocks of columns that
 * are driven at once, each as long as its slowest weight. The row's line fires in every slot of its blocks, a column's for every pulse.
 */
final class RowPulses {
    private final PulsedCells cells;
    private final int atOnce;
    private final int[] requests;

    /** @param atOnce columns that are driven at once; all when null */
    RowPulses(PulsedCells cells, @Nullable Integer atOnce) {
        this.cells = cells;
        this.atOnce = atOnce == null ? cells.columns : Math.min(atOnce, cells.columns);
        this.requests = new int[cells.columns];
    }

    void clear() {
        Arrays.fill(requests, 0);
    }

    int asked(int column) {
        return requests[column];
    }

    void ask(int column, int pulses) {
        requests[column] = pulses;
    }

    /** Gives them, and counts all but their time, which it returns in slots. */
    long give(int row, PulseCounts counts) {
        long slots = 0;
        long met = 0;
        long given = 0;
        for (int from = 0; from < cells.columns; from += atOnce) {
            int most = 0;
            int least = 0;
            int end = Math.min(cells.columns, from + atOnce);
            for (int column = from; column < end; column++) {
                int asked = requests[column];
                if (asked != 0) {
                    most = Math.max(most, asked);
                    least = Math.min(least, asked);
                    met += Math.abs(asked);
                    given += cells.heeds(asked > 0) ? Math.abs(asked) : 0;
                    cells.pulse(row, column, asked);
                }
            }
            slots += most - least;
        }
        int planes = cells.planes();
        counts.fired(planes * slots, cells.columns, planes * met, cells.rows, planes * met, planes * given);
        return slots;
    }
}
