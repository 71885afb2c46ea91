package mho.workloads.network;

import java.util.List;

/**
 * What training adds to a layer of a network: the gradient of its outputs, the read of its matrix in reverse, the update of its matrix.
 * No file states one: {@link TrainingNetwork} makes them.
 *
 * @param kind the word for it in reports
 * @param output what a window makes
 * @param work digital work of one window
 * @param macs multiply-accumulates of one window
 * @param carried values of its own last window that it reads; 0 for a layer whose windows know nothing of one another
 */
public record BackwardLayer(String kind, Partner at, Shape output, DigitalWork work, long macs, int carried)
        implements Layer {
    /** Of the gradient of a layer's outputs. */
    public static final String GRADIENT = "gradient";
    /** Of a matrix driven from its other side. */
    public static final String REVERSE = "reverse";
    /** Of a matrix that is changed. */
    public static final String UPDATE = "update";

    @Override
    public Shape outputOf(List<Shape> inputs) {
        return output;
    }

    @Override
    public DigitalWork work(List<Shape> inputs, Shape shape) {
        return work;
    }

    @Override
    public long macs(List<Shape> inputs, Shape shape) {
        return Math.multiplyExact(macs, (long) shape.positions());
    }

    @Override
    public boolean recurrent() {
        return carried > 0;
    }

    @Override
    public int ownChannels(Shape shape) {
        return carried;
    }

    @Override
    public Partner partner() {
        return at;
    }
}
