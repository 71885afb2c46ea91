package mho.arch.run;

/**
 * How many inputs follow one another through the pipeline, all available at once.
 *
 * @param least so many at least
 * @param enough so many are watched for a steady interval, and more only where they are cheap; those behind them, already on their way,
 *     still run to their end
 * @param most so many at the very most
 */
public record InputCount(int least, int enough, int most) {
    /** Inputs after which an interval that has not settled is reported as it is, with its spread. */
    public static final int ENOUGH = 64;

    /** Inputs that cheap runs may have, if it takes so many. */
    private static final int MANY = 4096;

    /** Inputs behind the last one watched, so that it too has others following it. */
    private static final int FOLLOWING = 64;

    /** The same with fewer at the very most, where so many cannot be kept; as many as are watched remain. */
    InputCount within(long kept) {
        return new InputCount(least, enough, (int) Math.min(most, Math.max(kept, (long) enough + FOLLOWING)));
    }

    /** As many batches of so many inputs; where inputs follow one another, batches do. */
    InputCount inBatches(int inputs) {
        return inputs == 1 || most == 1
                ? this
                : new InputCount(batches(least, inputs), batches(enough, inputs), batches(most, inputs));
    }

    private static int batches(int images, int inputs) {
        return Math.max(2, (images + inputs - 1) / inputs);
    }

    /** Exactly so many, whatever their interval does. */
    public static InputCount exactly(int images) {
        return new InputCount(images, images, images);
    }

    /** As many as it takes until the interval is steady; one input runs alone and has no interval. */
    public static InputCount untilSteady(int least) {
        int enough = Math.max(ENOUGH, least);
        return least == 1
                ? exactly(1)
                : new InputCount(least, enough, Math.max(MANY, Math.addExact(enough, FOLLOWING)));
    }
}
