package mho.workloads.training;

/**
 * A matrix of weights W that is read in both directions and changed where it stands, by outer products: the three operations of
 * training in arrays (Gokmen and Vlasov, Front. Neurosci. 10:333, 2016). One for each group and instance of a layer. Rows are
 * the inputs x of a window in the order of {@link mho.workloads.values.TrainedMatrix}, and behind them one row of biases where
 * the layer has any, which is driven with 1; columns are its sums y. Not for several threads at once.
 *
 * <p>The trainer's order: for every window of every example {@link #forward} and then, from the last layer to the first,
 * {@link #reverse}; when a batch has been read, example by example, {@link #update} for every window, {@link #exampleEnds};
 * then {@link #batchEnds}. The first layer of a network is not read in reverse. A recurrent layer's step is a window.
 */
public interface LearningMatrix {
    /** Fan-in, the row of biases included. */
    int rows();

    /** Fan-out. */
    int columns();

    /** y[yAt + c] = sum over r of x[xAt + r] W[r][c]. */
    void forward(float[] x, int xAt, float[] y, int yAt);

    /** dx[dxAt + r] = sum over c of W[r][c] delta[deltaAt + c]; that of the row of biases is written and means nothing. */
    void reverse(float[] delta, int deltaAt, float[] dx, int dxAt);

    /**
     * W[r][c] -= rate x[xAt + r] delta[deltaAt + c]: one step down the gradient of one window.
     *
     * @param rate above 0; of a batch of n, the learning rate over n
     */
    void update(float[] x, int xAt, float[] delta, int deltaAt, float rate);

    /** An example has been learnt: what leaks or is carried over by the example does so. */
    default void exampleEnds() {}

    /** A batch has been learnt: what is transferred, refreshed or carried over by the batch is. */
    default void batchEnds() {}

    /**
     * Told before and after a data set is only looked at: such reads change nothing that training depends on, noise comes from
     * streams of its own.
     */
    default void evaluation(boolean begins) {}

    /** Writes the weights, row by row: rows x columns numbers. */
    void weights(float[] into);

    /** Takes weights in the order of {@link #weights}, as far as it can hold them. */
    void set(float[] from);

    /** Puts down all that {@link #restore} needs for going on to the same bytes: weights alone, unless it has more of a state. */
    default void save(LearningState into) {
        float[] weights = new float[rows() * columns()];
        weights(weights);
        into.floats("weights", weights);
    }

    /** Takes up what {@link #save} of a matrix made at the same place put down. */
    default void restore(LearningState from) {
        set(from.floats("weights"));
    }
}
