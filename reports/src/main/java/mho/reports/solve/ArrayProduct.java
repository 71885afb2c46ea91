package mho.reports.solve;

import mho.arch.element.Tally;
import mho.arch.matrix.PartialRead;
import mho.arch.matrix.PlacedMatrix;
import mho.arch.matrix.ProgrammedMatrix;
import mho.arch.matrix.TileBook;
import mho.workloads.linear.MatrixProduct;
import org.jspecify.annotations.Nullable;

/** Products in arrays. A vector is scaled so that its largest number is the drivers' largest, and its image scaled back. */
final class ArrayProduct implements MatrixProduct {
    private final ProgrammedMatrix matrix;
    private final PartialRead read;
    private final TileBook book;
    private final float[] in;
    private final float[] out;
    private long products;
    private long conversions;
    private long clipped;

    ArrayProduct(PlacedMatrix placed, ProgrammedMatrix matrix, TileBook book) {
        this.matrix = matrix;
        this.read = placed.whole();
        this.book = book;
        this.in = new float[placed.inputs()];
        this.out = new float[placed.outputs()];
    }

    @Override
    public double[] of(double[] x) {
        double largest = 0;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        double[] image = new double[out.length];
        if (largest == 0) {
            return image;
        }
        for (int i = 0; i < in.length; i++) {
            in[i] = (float) (x[i] / largest);
        }
        Tally tally = new Tally();
        matrix.multiply(in, out, tally);
        book.product(read, tally);
        products++;
        conversions += tally.conversions;
        clipped += tally.clipped;
        for (int i = 0; i < image.length; i++) {
            image[i] = out[i] * largest;
        }
        return image;
    }

    long products() {
        return products;
    }

    /** Part of the conversions that were beyond the converters' range. */
    @Nullable
    Double clipped() {
        return conversions == 0 ? null : (Double) ((double) clipped / conversions);
    }
}
