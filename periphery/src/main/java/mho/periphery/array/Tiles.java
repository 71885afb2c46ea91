package mho.periphery.array;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Tiles of a product, by the Vector API: as many sums as registers hold. Each sum is a chain in order of the rows. */
final class Tiles {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    private static final int REGISTER = LANES.length();

    /** Columns of a tile. */
    static final int WIDTH = 4 * REGISTER;

    /** Vectors of a tile that has several. */
    static final int HEIGHT = 5;

    private Tiles() {}

    static int lanes() {
        return REGISTER;
    }

    private static FloatVector same(float x) {
        return FloatVector.broadcast(LANES, x);
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(LANES, values, at);
    }

    /**
     * Five vectors by four registers of columns: twenty sums stay in registers while every weight loaded serves five vectors.
     *
     * @param from where the first vector begins in {@code x}
     * @param at where its sums begin in {@code y}; those of the next are {@code stride} further on
     */
    static void five(float[] x, int from, int rows, float[] strip, float[] y, int at, int stride) {
        int end = from + rows;
        int two = 2 * rows;
        int three = 3 * rows;
        int four = 4 * rows;
        FloatVector s00 = FloatVector.zero(LANES);
        FloatVector s01 = s00;
        FloatVector s02 = s00;
        FloatVector s03 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s12 = s00;
        FloatVector s13 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s22 = s00;
        FloatVector s23 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        FloatVector s32 = s00;
        FloatVector s33 = s00;
        FloatVector s40 = s00;
        FloatVector s41 = s00;
        FloatVector s42 = s00;
        FloatVector s43 = s00;
        // Few addresses to keep: counted like this, none of them takes a detour through the registers of the sums.
        for (int i = from, p = 0; i < end; i++, p += WIDTH) {
            FloatVector g0 = load(strip, p);
            FloatVector g1 = load(strip, p + REGISTER);
            FloatVector g2 = load(strip, p + 2 * REGISTER);
            FloatVector g3 = load(strip, p + 3 * REGISTER);
            FloatVector input = same(x[i]);
            s00 = input.fma(g0, s00);
            s01 = input.fma(g1, s01);
            s02 = input.fma(g2, s02);
            s03 = input.fma(g3, s03);
            input = same(x[i + rows]);
            s10 = input.fma(g0, s10);
            s11 = input.fma(g1, s11);
            s12 = input.fma(g2, s12);
            s13 = input.fma(g3, s13);
            input = same(x[i + two]);
            s20 = input.fma(g0, s20);
            s21 = input.fma(g1, s21);
            s22 = input.fma(g2, s22);
            s23 = input.fma(g3, s23);
            input = same(x[i + three]);
            s30 = input.fma(g0, s30);
            s31 = input.fma(g1, s31);
            s32 = input.fma(g2, s32);
            s33 = input.fma(g3, s33);
            input = same(x[i + four]);
            s40 = input.fma(g0, s40);
            s41 = input.fma(g1, s41);
            s42 = input.fma(g2, s42);
            s43 = input.fma(g3, s43);
        }
        store(s00, s01, s02, s03, y, at);
        store(s10, s11, s12, s13, y, at + stride);
        store(s20, s21, s22, s23, y, at + 2 * stride);
        store(s30, s31, s32, s33, y, at + 3 * stride);
        store(s40, s41, s42, s43, y, at + 4 * stride);
    }

    /** One vector by four registers of columns. */
    static void one(float[] x, int from, int rows, float[] strip, float[] y, int at) {
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int r = 0, p = 0; r < rows; r++, p += WIDTH) {
            FloatVector input = same(x[from + r]);
            s0 = input.fma(load(strip, p), s0);
            s1 = input.fma(load(strip, p + REGISTER), s1);
            s2 = input.fma(load(strip, p + 2 * REGISTER), s2);
            s3 = input.fma(load(strip, p + 3 * REGISTER), s3);
        }
        store(s0, s1, s2, s3, y, at);
    }

    private static void store(FloatVector s0, FloatVector s1, FloatVector s2, FloatVector s3, float[] y, int at) {
        s0.intoArray(y, at);
        s1.intoArray(y, at + REGISTER);
        s2.intoArray(y, at + 2 * REGISTER);
        s3.intoArray(y, at + 3 * REGISTER);
    }
}
