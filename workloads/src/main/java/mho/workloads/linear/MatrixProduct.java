package mho.workloads.linear;

/** Multiplies a vector by one matrix, as exactly as whoever does it can. */
@FunctionalInterface
public interface MatrixProduct {
    /**
     * A new vector.
     *
     * @param x read and not kept
     */
    double[] of(double[] x);
}
