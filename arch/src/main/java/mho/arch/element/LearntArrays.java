package mho.arch.element;

/**
 * What learning has done to the arrays of one matrix since it was made; all counts are sums over them, times are of arrays that work at
 * once.
 *
 * @param node id of the layer, of the folded network
 * @param updates outer products
 * @param slots of pulse trains that updates took, of each update those of the array that took most
 * @param linePulses pulses on rows and columns
 * @param cellPulses pulses on cells
 * @param transferSlots slots of pulses between arrays
 * @param transferPulses pulses on cells of transfers, refreshes and carries
 * @param readRounds reads for them, one after the other in one array
 * @param lineReads whole lines read so
 * @param resets of single cells
 * @param cells of all arrays
 * @param saturated cells that stand at a bound
 * @param worn pulses of the most worn cell
 * @param vectors read forward, where reads have errors
 * @param reads of them, repeats counted, of each vector those of the array that repeated most
 * @param asked steps of mean cells that updates asked for, of those whose pulses follow the size of what is asked
 * @param answered steps that pulses asked cells for in their place
 */
public record LearntArrays(
        int node,
        long updates,
        long slots,
        long linePulses,
        long cellPulses,
        long transferSlots,
        long transferPulses,
        long readRounds,
        long lineReads,
        long resets,
        long cells,
        long saturated,
        long worn,
        long vectors,
        long reads,
        double asked,
        double answered) {
    /** Fewer steps are too few to tell chance from loss. */
    private static final double FEW = 1000;

    /** Of the same arrays since an earlier look at them; what they are now stays what it is. */
    public LearntArrays since(LearntArrays before) {
        return new LearntArrays(
                node,
                updates - before.updates,
                slots - before.slots,
                linePulses - before.linePulses,
                cellPulses - before.cellPulses,
                transferSlots - before.transferSlots,
                transferPulses - before.transferPulses,
                readRounds - before.readRounds,
                lineReads - before.lineReads,
                resets - before.resets,
                cells,
                saturated,
                worn,
                vectors - before.vectors,
                reads - before.reads,
                asked - before.asked,
                answered - before.answered);
    }

    /** Of two matrices of a layer. */
    public LearntArrays and(LearntArrays other) {
        return new LearntArrays(
                node,
                Math.max(updates, other.updates),
                Math.max(slots, other.slots),
                linePulses + other.linePulses,
                cellPulses + other.cellPulses,
                Math.max(transferSlots, other.transferSlots),
                transferPulses + other.transferPulses,
                readRounds + other.readRounds,
                lineReads + other.lineReads,
                resets + other.resets,
                cells + other.cells,
                saturated + other.saturated,
                Math.max(worn, other.worn),
                Math.max(vectors, other.vectors),
                Math.max(reads, other.reads),
                asked + other.asked,
                answered + other.answered);
    }

    /** Part of what updates asked for that became no pulse, being less than a pulse can say; 0 where too little was asked to tell. */
    public double lost() {
        return asked < FEW ? 0 : Math.max(0, 1 - answered / asked);
    }

    /** Reads of a vector forward, the mean: 1 where none was repeated. */
    public double forwardReads() {
        return vectors == 0 ? 1 : (double) reads / vectors;
    }
}
