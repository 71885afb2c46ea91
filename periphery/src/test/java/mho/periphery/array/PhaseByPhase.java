package mho.periphery.array;

/**
 * The pipeline of a core walked femtosecond event by femtosecond event, in a loop that knows no formula: a column integrates; the sample moves to the hold, or stays on the column where there is none;
 * the converter takes its time over it; the merge follows. Vectors stand in line, each starting as early as the columns let it.
 */
final class PhaseByPhase {

    private enum Column {
        FREE,
        INTEGRATING,
        WAITING_FOR_HOLD,
        BEING_CONVERTED
    }

    private final int phases;
    private final long phase;
    private final long convert;
    private final long merge;
    private final boolean holds;
    private final boolean once;

    PhaseByPhase(int phases, long phase, long convert, long merge, boolean holds, boolean once) {
        this.phases = phases;
        this.phase = phase;
        this.convert = convert;
        this.merge = merge;
        this.holds = holds;
        this.once = once;
    }

    /** Times at which the results of so many vectors are merged. */
    long[] results(int vectors) {
        long[] results = new long[vectors];
        Column column = Column.FREE;
        long now = 0;
        long columnDone = 0;
        long convertDone = 0;
        boolean converting = false;
        int integratedPhases = 0;
        int convertedSamples = 0;
        int samplesPerVector = once ? 1 : phases;
        while (convertedSamples < vectors * samplesPerVector) {
            // What ends now ends first: a conversion frees the hold (or the column) before anything new begins.
            if (converting && now == convertDone) {
                converting = false;
                convertedSamples++;
                if (convertedSamples % samplesPerVector == 0) {
                    results[convertedSamples / samplesPerVector - 1] = now + merge;
                }
                if (column == Column.BEING_CONVERTED) {
                    column = Column.FREE;
                }
            }
            if (column == Column.INTEGRATING && now == columnDone) {
                integratedPhases++;
                boolean sampled = !once || integratedPhases % phases == 0;
                column = sampled ? Column.WAITING_FOR_HOLD : Column.FREE;
            }
            if (column == Column.WAITING_FOR_HOLD && !converting) {
                converting = true;
                convertDone = now + convert;
                column = holds ? Column.FREE : Column.BEING_CONVERTED;
            }
            if (column == Column.FREE && integratedPhases < vectors * phases) {
                column = Column.INTEGRATING;
                columnDone = now + phase;
            }
            // On to whatever ends next.
            long next = Long.MAX_VALUE;
            if (converting) {
                next = Math.min(next, convertDone);
            }
            if (column == Column.INTEGRATING) {
                next = Math.min(next, columnDone);
            }
            now = next == Long.MAX_VALUE ? now : next;
        }
        return results;
    }
}
