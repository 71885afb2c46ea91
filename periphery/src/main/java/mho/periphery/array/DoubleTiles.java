package mho.periphery.array;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Tiles of a product in double precision, by the Vector API. Each sum is a chain in order of the rows. */
final class DoubleTiles {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    /** Columns of a vector register. */
    static final int WIDTH = LANES.length();

    private DoubleTiles() {}

    private static DoubleVector load(double[] row, int c) {
        return DoubleVector.fromArray(LANES, row, c);
    }

    private static DoubleVector same(double x) {
        return DoubleVector.broadcast(LANES, x);
    }

    /** Four vectors by four registers of columns: sixteen sums stay in registers while every weight loaded serves four vectors. */
    static void fourByFour(float[] x, int v, int rows, double[][] g, int c, int columns, double[] y) {
        int x0 = v * rows;
        int x1 = x0 + rows;
        int x2 = x1 + rows;
        int x3 = x2 + rows;
        DoubleVector s00 = same(0);
        DoubleVector s01 = s00;
        DoubleVector s02 = s00;
        DoubleVector s03 = s00;
        DoubleVector s10 = s00;
        DoubleVector s11 = s00;
        DoubleVector s12 = s00;
        DoubleVector s13 = s00;
        DoubleVector s20 = s00;
        DoubleVector s21 = s00;
        DoubleVector s22 = s00;
        DoubleVector s23 = s00;
        DoubleVector s30 = s00;
        DoubleVector s31 = s00;
        DoubleVector s32 = s00;
        DoubleVector s33 = s00;
        for (int r = 0; r < rows; r++) {
            double[] row = g[r];
            DoubleVector g0 = load(row, c);
            DoubleVector g1 = load(row, c + 1 * WIDTH);
            DoubleVector g2 = load(row, c + 2 * WIDTH);
            DoubleVector g3 = load(row, c + 3 * WIDTH);
            DoubleVector input = same(x[x0 + r]);
            s00 = input.fma(g0, s00);
            s01 = input.fma(g1, s01);
            s02 = input.fma(g2, s02);
            s03 = input.fma(g3, s03);
            input = same(x[x1 + r]);
            s10 = input.fma(g0, s10);
            s11 = input.fma(g1, s11);
            s12 = input.fma(g2, s12);
            s13 = input.fma(g3, s13);
            input = same(x[x2 + r]);
            s20 = input.fma(g0, s20);
            s21 = input.fma(g1, s21);
            s22 = input.fma(g2, s22);
            s23 = input.fma(g3, s23);
            input = same(x[x3 + r]);
            s30 = input.fma(g0, s30);
            s31 = input.fma(g1, s31);
            s32 = input.fma(g2, s32);
            s33 = input.fma(g3, s33);
        }
        int at = v * columns + c;
        store(s00, s01, s02, s03, y, at);
        store(s10, s11, s12, s13, y, at + columns);
        store(s20, s21, s22, s23, y, at + 2 * columns);
        store(s30, s31, s32, s33, y, at + 3 * columns);
    }

    /** One vector by four registers of columns. */
    static void oneByFour(float[] x, int v, int rows, double[][] g, int c, int columns, double[] y) {
        DoubleVector s0 = same(0);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        for (int r = 0; r < rows; r++) {
            double[] row = g[r];
            DoubleVector input = same(x[v * rows + r]);
            s0 = input.fma(load(row, c), s0);
            s1 = input.fma(load(row, c + WIDTH), s1);
            s2 = input.fma(load(row, c + 2 * WIDTH), s2);
            s3 = input.fma(load(row, c + 3 * WIDTH), s3);
        }
        store(s0, s1, s2, s3, y, v * columns + c);
    }

    /** One vector by one register of columns. */
    static void oneByOne(float[] x, int v, int rows, double[][] g, int c, int columns, double[] y) {
        DoubleVector sum = same(0);
        for (int r = 0; r < rows; r++) {
            sum = same(x[v * rows + r]).fma(load(g[r], c), sum);
        }
        sum.intoArray(y, v * columns + c);
    }

    private static void store(DoubleVector s0, DoubleVector s1, DoubleVector s2, DoubleVector s3, double[] y, int at) {
        s0.intoArray(y, at);
        s1.intoArray(y, at + WIDTH);
        s2.intoArray(y, at + 2 * WIDTH);
        s3.intoArray(y, at + 3 * WIDTH);
    }
}
