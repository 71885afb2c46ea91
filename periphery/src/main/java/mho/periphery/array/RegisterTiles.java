package mho.periphery.array;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a product, by the Vector API: as many sums as sixteen registers hold beside two of weights and an input. Processors with thirty-two gain nothing from larger tiles. Each sum is a chain in
 * order of the rows.
 */
final class RegisterTiles {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    private static final int REGISTER = LANES.length();

    /** Columns of a tile. */
    static final int WIDTH = 2 * REGISTER;

    /** Vectors of a tile that has several. */
    static final int HEIGHT = 6;

    private RegisterTiles() {}

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
     * Six vectors by two registers of columns: twelve sums stay in registers while every weight loaded serves six vectors.
     *
     * @param from where the first vector begins in {@code x}
     * @param at where its sums begin in {@code y}; those of the next are {@code stride} further on
     */
    static void six(float[] x, int from, int rows, float[] strip, float[] y, int at, int stride) {
        int end = from + rows;
        int two = 2 * rows;
        int three = 3 * rows;
        int four = 4 * rows;
        int five = 5 * rows;
        FloatVector s00 = FloatVector.zero(LANES);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        FloatVector s40 = s00;
        FloatVector s41 = s00;
        FloatVector s50 = s00;
        FloatVector s51 = s00;
        // Few addresses to keep: counted like this, none of them takes a detour through the registers of the sums.
        for (int i = from, p = 0; i < end; i++, p += WIDTH) {
            FloatVector g0 = load(strip, p);
            FloatVector g1 = load(strip, p + REGISTER);
            FloatVector input = same(x[i]);
            s00 = input.fma(g0, s00);
            s01 = input.fma(g1, s01);
            input = same(x[i + rows]);
            s10 = input.fma(g0, s10);
            s11 = input.fma(g1, s11);
            input = same(x[i + two]);
            s20 = input.fma(g0, s20);
            s21 = input.fma(g1, s21);
            input = same(x[i + three]);
            s30 = input.fma(g0, s30);
            s31 = input.fma(g1, s31);
            input = same(x[i + four]);
            s40 = input.fma(g0, s40);
            s41 = input.fma(g1, s41);
            input = same(x[i + five]);
            s50 = input.fma(g0, s50);
            s51 = input.fma(g1, s51);
        }
        store(s00, s01, y, at);
        store(s10, s11, y, at + stride);
        store(s20, s21, y, at + 2 * stride);
        store(s30, s31, y, at + 3 * stride);
        store(s40, s41, y, at + 4 * stride);
        store(s50, s51, y, at + 5 * stride);
    }

    /** One vector by two registers of columns. */
    static void one(float[] x, int from, int rows, float[] strip, float[] y, int at) {
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = s0;
        for (int r = 0, p = 0; r < rows; r++, p += WIDTH) {
            FloatVector input = same(x[from + r]);
            s0 = input.fma(load(strip, p), s0);
            s1 = input.fma(load(strip, p + REGISTER), s1);
        }
        store(s0, s1, y, at);
    }

    private static void store(FloatVector s0, FloatVector s1, float[] y, int at) {
        s0.intoArray(y, at);
        s1.intoArray(y, at + REGISTER);
    }
}
