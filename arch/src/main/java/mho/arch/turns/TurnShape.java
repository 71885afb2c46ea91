package mho.arch.turns;

/**
 * How one layer's matrix takes its turn on the elements of a chip.
 *
 * <p>Its blocks, each as large as an array, are worked on in rounds of as many as the arrays take at once: whole columns of blocks where
 * they fit, else one column in stretches of rows, whose sums are kept until the last. A pass is all rounds for some of the vectors; each
 * round takes its vectors in steps, so that what follows the arrays works on one step while they are at the next.
 *
 * @param sites that share the vectors, each with copies of the matrix; of windows with weights of their own, that share the windows
 * @param copies of the matrix in a site, which share its vectors
 * @param matrices of a site, one after the other
 * @param passes over the blocks; every window in turn where each reads what the one before it made
 * @param groups of columns of blocks
 * @param columns of blocks in a group
 * @param rowRounds in which the rows of a group are worked through
 * @param rows of blocks in such a round
 * @param turns that the fullest array takes in a round, block after block
 * @param vectors of all passes, for one matrix of a site; of one pass where windows wait for one another
 * @param steps of a round
 * @param stays whether all blocks stay where they are while the layer works
 * @param ordered whether passes are as many as windows, each with all its vectors
 * @param filled part of the vectors of all sites that there are, for their numbers are rounded up: what is counted takes the mean
 */
record TurnShape(
        int sites,
        int copies,
        int matrices,
        int passes,
        int groups,
        int columns,
        int rowRounds,
        int rows,
        int turns,
        int vectors,
        int steps,
        boolean stays,
        boolean ordered,
        double filled) {

    /** Rounds of a pass, in each of which blocks are loaded where they do not stay. */
    int rounds() {
        return Math.multiplyExact(groups, rowRounds);
    }

    /** Times that blocks are loaded for all passes. */
    int loads() {
        return stays ? 1 : Math.multiplyExact(passes, rounds());
    }

    /** Windows of the arrays: pass, round, step. */
    int arrayWindows() {
        return Math.multiplyExact(Math.multiplyExact(passes, rounds()), steps);
    }

    /** Windows of the results: pass, group, step. */
    int resultWindows() {
        return Math.multiplyExact(Math.multiplyExact(passes, groups), steps);
    }

    /** Vectors of the largest pass. */
    int mostVectors() {
        return ordered ? vectors : (int) (((long) vectors + passes - 1) / passes);
    }

    /** Vectors of a step, for one matrix of a site; steps of a layer differ by one at most. */
    int vectors(int pass, int step) {
        int within = ordered ? vectors : part(pass, passes, vectors);
        return part(step, steps, within);
    }

    /** Vectors that a copy takes of a step: its time is that of the copy that has most. */
    int ofCopy(int vectors) {
        return (vectors + copies - 1) / copies;
    }

    /** Vectors of a step times matrices of a site, the mean over all sites. */
    double counted(int vectors) {
        return (double) vectors * matrices * filled;
    }

    private static int part(int index, int parts, int whole) {
        return (int) ((index + 1L) * whole / parts - (long) index * whole / parts);
    }
}
