package mho.periphery.scheme;

import java.util.Arrays;
import mho.periphery.learning.CellState;

/**
 * What learning has asked of a matrix since it was made: pulses of updates, pulses of transfers (from one array to another, refreshes
 * and carries included), reads and resets of transfers, and what was computed in digital. Setting weights counts nothing.
 *
 * <p>An update with x = 0, δ = 0 or rate 0 counts nothing, and so does a line whose value is zero. Not for use by two threads at once.
 */
public final class UpdateCounts {
    private final PulseCounts updates = new PulseCounts();
    private final PulseCounts transfers = new PulseCounts();
    private long readRounds;
    private long lineReads;
    private long cellReads;
    private long resets;
    private long multiplyAdds;
    private long comparisons;

    UpdateCounts() {}

    /** Pulses that updates gave. */
    public PulseCounts updates() {
        return updates;
    }

    /** Pulses that transfers, refreshes and carries gave. */
    public PulseCounts transfers() {
        return transfers;
    }

    /** Reads one after the other; lines of the cells of one weight are read at once. */
    public long readRounds() {
        return readRounds;
    }

    /** Reads of one whole line of one array: one drive, as many conversions as the line has cells. */
    public long lineReads() {
        return lineReads;
    }

    /** Cells read so: conversions, the lengths of all lines read. */
    public long cellReads() {
        return cellReads;
    }

    /** Resets of single cells, or of both devices of a pair. */
    public long resets() {
        return resets;
    }

    /** Multiplications with an addition in digital: gradients that are accumulated, buffers that are filled. */
    public long multiplyAdds() {
        return multiplyAdds;
    }

    /** Comparisons in digital: of an accumulated change with the step that it may become, of a cell with the limit of a refresh. */
    public long comparisons() {
        return comparisons;
    }

    void read(long rounds, int linesAtOnce, int cellsOfEach) {
        readRounds += rounds;
        lineReads += rounds * linesAtOnce;
        cellReads += rounds * linesAtOnce * cellsOfEach;
    }

    void reset(long cells) {
        resets += cells;
    }

    void computed(long additions, long compared) {
        multiplyAdds += additions;
        comparisons += compared;
    }

    void save(CellState into) {
        long[] own = {readRounds, lineReads, cellReads, resets, multiplyAdds, comparisons};
        int pulses = PulseCounts.wordCount();
        long[] words = Arrays.copyOf(own, own.length + 2 * pulses);
        System.arraycopy(updates.words(), 0, words, own.length, pulses);
        System.arraycopy(transfers.words(), 0, words, own.length + pulses, pulses);
        into.longs("counts", words);
    }

    void restore(CellState from) {
        int own = 6;
        long[] words = new long[own + 2 * PulseCounts.wordCount()];
        from.take("counts", words);
        readRounds = words[0];
        lineReads = words[1];
        cellReads = words[2];
        resets = words[3];
        multiplyAdds = words[4];
        comparisons = words[5];
        updates.take(words, own);
        transfers.take(words, own + PulseCounts.wordCount());
    }
}
