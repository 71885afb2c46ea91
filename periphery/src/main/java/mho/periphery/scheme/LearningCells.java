package mho.periphery.scheme;

import java.util.List;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.CellState;

/**
 * A matrix of network weights W held by cells that learn by a scheme. Rows are inputs x (fan-in), columns outputs y (fan-out); weights
 * are those of the network: the scale times what the cells of a weight compose. Equal descriptions, seeds and places, asked the same in
 * the same order, are equal to the last bit. Updating allocates nothing. Not for use by two threads at once.
 *
 * <p>The order of calls: {@link #update} for every window of every example, {@link #exampleEnds} after each example, {@link #batchEnds}
 * after each batch.
 */
public abstract class LearningCells {
    private final int rows;
    private final int columns;
    private final float scale;
    private final UpdateCounts counts;

    LearningCells(MatrixSite site) {
        this(site, new UpdateCounts());
    }

    /** @param counts its own, or those of cells that it stands for */
    LearningCells(MatrixSite site, UpdateCounts counts) {
        if (!(site.scale() > 0) || Double.isInfinite(site.scale())) {
            throw new IllegalArgumentException("a scale of weights is above 0 and finite, found " + site.scale());
        }
        rows = site.rows();
        columns = site.columns();
        scale = (float) site.scale();
        this.counts = counts;
    }

    /** Fan-in. */
    public final int rows() {
        return rows;
    }

    /** Fan-out. */
    public final int columns() {
        return columns;
    }

    /** Network weight that a composed weight of 1 stands for. */
    public final float scale() {
        return scale;
    }

    /** What learning has asked for until now. */
    public final UpdateCounts counts() {
        return counts;
    }

    /**
     * W[r][c] −= rate · x[xAt + r] · δ[deltaAt + c], as well as the cells can by this scheme: now, or by the time that the example or the
     * batch ends.
     *
     * <p>Where x or δ is all zero nothing happens and nothing is counted; it is not an update.
     *
     * @param rate not negative; zero asks for nothing
     * @throws IndexOutOfBoundsException where x or δ ends before the matrix does
     */
    public final void update(float[] x, int xAt, float[] delta, int deltaAt, float rate) {
        if (!(rate >= 0)) {
            throw new IllegalArgumentException("a learning rate is not negative, found " + rate);
        }
        if (rate > 0 && any(x, xAt, rows) && any(delta, deltaAt, columns)) {
            learn(x, xAt, delta, deltaAt, rate / scale);
        }
    }

    private static boolean any(float[] values, int at, int count) {
        for (int i = at; i < at + count; i++) {
            if (values[i] != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * An update of which neither x nor δ is all zero.
     *
     * @param rate above 0, of composed weights
     */
    abstract void learn(float[] x, int xAt, float[] delta, int deltaAt, float rate);

    /** An example has been learnt: charge leaks. */
    public abstract void exampleEnds();

    /** A batch has been learnt: whatever the scheme does batch by batch. */
    public abstract void batchEnds();

    /** Writes the weights as they are read, row by row: rows · columns numbers. */
    public final void weights(float[] into) {
        check(into);
        composed(into);
        for (int i = 0; i < into.length; i++) {
            into[i] *= scale;
        }
    }

    abstract void composed(float[] into);

    /** Programs weights in the order of {@link #weights}, as far as cells can hold them; counts nothing, and buffers are emptied. */
    public final void set(float[] from) {
        check(from);
        float[] composed = new float[from.length];
        for (int i = 0; i < composed.length; i++) {
            composed[i] = from[i] / scale;
        }
        program(composed);
    }

    abstract void program(float[] composed);

    private void check(float[] weights) {
        if (weights.length != rows * columns) {
            throw new IllegalArgumentException(weights.length + " weights for a matrix of " + rows + " x " + columns
                    + ", give one each, row by row");
        }
    }

    /** The populations of cells that hold the weights, in the order of the scheme's significances: their wear, pulses, saturation. */
    public abstract List<CellPopulation> populations();

    /** Puts down all that {@link #restore} needs to go on to the same bytes. */
    public final void save(CellState into) {
        counts.save(into);
        List<CellPopulation> cells = populations();
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).save("cells/" + i, into);
        }
        saveOwn(into);
    }

    /**
     * Takes up what {@link #save} of cells of the same description, shape, seed and place put down.
     *
     * @throws IllegalArgumentException where the state is another's
     */
    public final void restore(CellState from) {
        counts.restore(from);
        List<CellPopulation> cells = populations();
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).restore("cells/" + i, from);
        }
        restoreOwn(from);
    }

    /** What a scheme keeps beside its cells and counts. */
    abstract void saveOwn(CellState into);

    abstract void restoreOwn(CellState from);
}
