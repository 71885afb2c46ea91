package mho.periphery.array;

import java.util.Arrays;

/**
 * The product by the Vector API, which exists only where the virtual machine has the module jdk.incubator.vector; asked for by its name ({@link mho.periphery.lanes.Lanes}).
 *
 * <p>Columns go in strips as wide as a tile, and each strip is packed before all vectors meet it. The last tile of either direction ends at the edge and may overlap the one before: its sums are
 * computed twice, to the same bits.
 */
final class VectorProduct implements Product {

    private final PlainProduct plain = new PlainProduct();
    private float[] panel = {};
    private float[] padded = {};

    VectorProduct() {}

    @Override
    public String name() {
        return "vector (" + Tiles.lanes() + " lanes)";
    }

    @Override
    public void multiply(float[] x, int vectors, int rows, float[][] g, int columns, float[] y) {
        if (vectors < Tiles.HEIGHT) {
            few(x, vectors, rows, g, columns, y);
        } else if (columns < Tiles.WIDTH) {
            narrow(x, vectors, rows, g, columns, y);
        } else {
            float[] packed = panel(rows);
            for (int c = 0; c < columns; c += Tiles.WIDTH) {
                int first = Math.min(c, columns - Tiles.WIDTH);
                Tiles.pack(g, rows, first, packed);
                strip(x, vectors, rows, packed, y, first, columns);
            }
        }
    }

    private static void strip(float[] x, int vectors, int rows, float[] packed, float[] y, int first, int columns) {
        for (int v = 0; v < vectors; v += Tiles.HEIGHT) {
            int at = Math.min(v, vectors - Tiles.HEIGHT);
            Tiles.five(x, at * rows, rows, packed, y, at * columns + first, columns);
        }
    }

    /** Fewer columns than a tile has are filled up with zeros, whose sums nobody reads. */
    private void narrow(float[] x, int vectors, int rows, float[][] g, int columns, float[] y) {
        float[] packed = panel(rows);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(g[r], 0, packed, r * Tiles.WIDTH, columns);
            Arrays.fill(packed, r * Tiles.WIDTH + columns, (r + 1) * Tiles.WIDTH, 0);
        }
        int size = vectors * Tiles.WIDTH;
        padded = padded.length < size ? new float[size] : padded;
        strip(x, vectors, rows, packed, padded, 0, Tiles.WIDTH);
        for (int v = 0; v < vectors; v++) {
            System.arraycopy(padded, v * Tiles.WIDTH, y, v * columns, columns);
        }
    }

    private void few(float[] x, int vectors, int rows, float[][] g, int columns, float[] y) {
        if (columns < Tiles.WIDTH) {
            plain.multiply(x, vectors, rows, g, columns, y);
            return;
        }
        for (int c = 0; c < columns; c += Tiles.WIDTH) {
            int first = Math.min(c, columns - Tiles.WIDTH);
            for (int v = 0; v < vectors; v++) {
                Tiles.one(x, v * rows, rows, g, first, y, v * columns + first);
            }
        }
    }

    private float[] panel(int rows) {
        int size = rows * Tiles.WIDTH;
        panel = panel.length < size ? new float[size] : panel;
        return panel;
    }
}
