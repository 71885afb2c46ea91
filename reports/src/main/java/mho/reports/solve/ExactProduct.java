package mho.reports.solve;

import mho.arch.matrix.PartialRead;
import mho.arch.matrix.PlacedMatrix;
import mho.arch.matrix.TileBook;
import mho.workloads.linear.MatrixProduct;
import mho.workloads.linear.SparseMatrix;

/** Products as they would be without errors, in the time that the arrays take. */
final class ExactProduct implements MatrixProduct {
    private final SparseMatrix matrix;
    private final PartialRead read;
    private final TileBook book;
    private long products;

    ExactProduct(PlacedMatrix placed, SparseMatrix matrix, TileBook book) {
        this.matrix = matrix;
        this.read = placed.whole();
        this.book = book;
    }

    @Override
    public double[] of(double[] x) {
        book.product(read);
        products++;
        return matrix.times(x);
    }

    long products() {
        return products;
    }
}
