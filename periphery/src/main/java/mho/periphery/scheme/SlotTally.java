package mho.periphery.scheme;

import java.util.Arrays;

/** Lines that fire in each slot of one update by trains: pairs of fires that meet are their product, slot by slot. */
final class SlotTally {
    private static final int SIGNS = 2;

    /** Of slot s and sign i at 2s + i: lines that fire. */
    private final int[] rows = new int[SIGNS * Long.SIZE];

    private final int[] columns = new int[SIGNS * Long.SIZE];
    private final SignTally signs = new SignTally();

    void clear() {
        Arrays.fill(rows, 0);
        Arrays.fill(columns, 0);
        signs.clear();
    }

    void row(long train, boolean negative) {
        signs.row(sign(negative), Long.bitCount(train));
        add(rows, train, negative);
    }

    void column(long train, boolean negative) {
        signs.column(sign(negative), Long.bitCount(train));
        add(columns, train, negative);
    }

    private static int sign(boolean negative) {
        return negative ? 1 : 0;
    }

    private static void add(int[] lines, long train, boolean negative) {
        int sign = sign(negative);
        for (long left = train; left != 0; left &= left - 1) {
            lines[SIGNS * Long.numberOfTrailingZeros(left) + sign]++;
        }
    }

    /** Counts the update, see {@link SignTally#count}. */
    void count(PulsedCells cells, int slots, int phases, PulseCounts counts) {
        for (int row = 0; row < SIGNS; row++) {
            for (int column = 0; column < SIGNS; column++) {
                long pairs = 0;
                for (int slot = 0; slot < slots; slot++) {
                    pairs += (long) rows[SIGNS * slot + row] * columns[SIGNS * slot + column];
                }
                signs.met(row, column, pairs);
            }
        }
        signs.count(cells, slots, phases, counts);
    }
}
