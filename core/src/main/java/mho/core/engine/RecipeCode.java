package mho.core.engine;

/**
 * How a recipe lies in {@link Model#code}. A recipe is one block of words; every place in it is given relative to the
 * block or to the step it belongs to, so equal recipes are equal words and can share one block.
 *
 * <pre>
 *   LENGTH FREES_EARLY SINKS JOINS ENTRIES | count of each join… | entry steps… | steps, 4 words each… | lists…
 * </pre>
 */
final class RecipeCode {
    // The block's head.
    /** Words in the block. */
    static final int LENGTH = 0;
    /** 1 if one of the steps frees the stage's slot, 0 if the end of the job does. */
    static final int FREES_EARLY = 1;
    /** Steps that no other step follows: when all are done, the job is. */
    static final int SINKS = 2;
    /** Steps with two or more predecessors; each has a counter in the job. */
    static final int JOINS = 3;
    /** Steps without predecessors. */
    static final int ENTRIES = 4;
    /** First word after the head: the counters' initial values, then the entry steps relative to the block. */
    static final int HEAD = 5;

    // A step.
    /** Place of the step's {@link Claim}; of a train, its complement. */
    static final int CLAIM = 0;
    /** Which of the job's counters this step waits for, or {@link #NO_JOIN}. */
    static final int JOIN = 1;
    /**
     * What waits for the step; behind a train that does not leave its lines, what its units cross next. 0: a sink. Positive: the one step that follows, relative to this. Negative: minus where
     * the list of them is.
     */
    static final int NEXT = 2;
    /** 1 if the stage's slot is freed when this step completes. */
    static final int FREES = 3;
    /** Words of a step. */
    static final int STEP = 4;

    static final int NO_JOIN = -1;

    private RecipeCode() {}
}
