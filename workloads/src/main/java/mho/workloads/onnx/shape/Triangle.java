package mho.workloads.onnx.shape;

/** The half of a matrix that Trilu keeps: the upper one, or the lower, with the diagonal that lies {@code diagonal} above the main one. */
public record Triangle(boolean upper, long diagonal, int rows, int columns) {

    public static Triangle of(InferenceContext site) {
        int rank = site.dims(0).rank();
        return new Triangle(
                site.attributes().flag("upper", true),
                site.has(1) ? site.scalar(1, "k").integer(0) : 0,
                site.dims(0).at(rank - 2),
                site.dims(0).at(rank - 1));
    }

    /** Whether element i of matrices one after another stays what it is. */
    public boolean keeps(int i) {
        long above = i % columns - (long) (i / columns % rows);
        return upper ? above >= diagonal : above <= diagonal;
    }
}
