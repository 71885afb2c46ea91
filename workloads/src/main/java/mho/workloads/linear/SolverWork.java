package mho.workloads.linear;

/**
 * The digital work of a solver in double precision: operations, and bytes that move between memory and units. A vector operation takes two
 * operations and three numbers of eight bytes a place; an entry of the matrix two operations and twelve bytes, of which four say where it
 * stands.
 */
public final class SolverWork {
    private static final int OPERATIONS = 2;
    private static final int NUMBER = 8;
    private static final int VECTOR_NUMBERS = 3;
    private static final int ENTRY = 12;

    private double operations;
    private double bytes;
    private long iterations;

    /** An inner iteration. */
    void iteration(int vectorOperations, int size) {
        iterations++;
        vectors(vectorOperations, size);
    }

    void vectors(int vectorOperations, int size) {
        operations += (double) OPERATIONS * vectorOperations * size;
        bytes += (double) VECTOR_NUMBERS * NUMBER * vectorOperations * size;
    }

    /** {@code b - A x}, exactly. */
    void residual(SparseMatrix matrix) {
        operations += (double) OPERATIONS * matrix.entries();
        bytes += (double) ENTRY * matrix.entries();
        vectors(1, matrix.size());
    }

    public double operations() {
        return operations;
    }

    public double bytes() {
        return bytes;
    }

    /** Inner iterations. */
    public long iterations() {
        return iterations;
    }
}
