package mho.arch.element.crossbar.values;

import java.util.Arrays;
import mho.arch.element.Tally;
import mho.periphery.array.CellModel;

/** What the rows of one array carry in a phase, added up row by row over a batch of vectors. Digits are integers, whose sums are exact. */
final class DrivenRows {
    private final CellModel cells;
    private float[] magnitudes = {};
    private float[] digits = {};
    private float[] pulses = {};
    private float[] powers = {};

    DrivenRows(CellModel cells) {
        this.cells = cells;
    }

    /**
     * Counts what drivers do and cells conduct. G V^2 t of a cell is in proportion to a pulse's duration; under a part v of the read voltage
     * it is v i(v), v^2 where the cell is linear.
     *
     * @param driven digits, vectors x rows
     * @param conductance of each row's cells over the on-conductance
     * @param largest digit
     * @param voltages whether digits are voltages
     */
    void count(float[] driven, int vectors, float[] conductance, float largest, boolean voltages, Tally tally) {
        int rows = conductance.length;
        clear(rows);
        for (int v = 0; v < vectors; v++) {
            System.arraycopy(driven, v * rows, magnitudes, 0, rows);
            add(rows);
            if (voltages) {
                addPowers(rows, largest);
            }
        }
        float[] conducting = voltages ? powers : digits;
        double sum = 0;
        double conducted = 0;
        double count = 0;
        for (int r = 0; r < rows; r++) {
            sum += digits[r];
            conducted += (double) conducting[r] * conductance[r];
            count += pulses[r];
        }
        tally.rowPhases += (long) vectors * rows;
        tally.pulses += (long) count;
        tally.digits += sum / largest;
        tally.conducted += conducted / largest;
    }

    private void clear(int rows) {
        if (magnitudes.length < rows) {
            magnitudes = new float[rows];
            digits = new float[rows];
            pulses = new float[rows];
            powers = new float[rows];
        } else {
            Arrays.fill(digits, 0, rows, 0);
            Arrays.fill(pulses, 0, rows, 0);
            Arrays.fill(powers, 0, rows, 0);
        }
    }

    private void add(int rows) {
        for (int r = 0; r < rows; r++) {
            float digit = Math.abs(magnitudes[r]);
            magnitudes[r] = digit;
            digits[r] += digit;
            pulses[r] += Math.min(digit, 1f);
        }
    }

    private void addPowers(int rows, float largest) {
        for (int r = 0; r < rows; r++) {
            powers[r] += magnitudes[r] * cells.current(magnitudes[r] / largest);
        }
    }
}
