package mho.periphery.array;

/**
 * The product by the Vector API, which exists only where the virtual machine has the module jdk.incubator.vector; asked for by its name ({@link mho.periphery.lanes.Lanes}).
 *
 * <p>Columns go in strips four registers wide. The last strip ends at the last column and may overlap the one before: its sums are computed twice, to the same bits.
 */
final class VectorProduct implements Product {

    private static final int TOGETHER = 4;

    VectorProduct() {}

    @Override
    public String name() {
        return "vector (" + FloatTiles.WIDTH + " lanes)";
    }

    @Override
    public void multiply(float[] x, int vectors, int rows, float[][] g, int columns, float[] y) {
        int wide = 4 * FloatTiles.WIDTH;
        if (columns >= wide) {
            for (int c = 0; c < columns; c += wide) {
                strip(x, vectors, rows, g, Math.min(c, columns - wide), columns, y);
            }
        } else if (columns >= FloatTiles.WIDTH) {
            for (int c = 0; c < columns; c += FloatTiles.WIDTH) {
                int at = Math.min(c, columns - FloatTiles.WIDTH);
                for (int v = 0; v < vectors; v++) {
                    FloatTiles.oneByOne(x, v, rows, g, at, columns, y);
                }
            }
        } else {
            PlainProduct.INSTANCE.multiply(x, vectors, rows, g, columns, y);
        }
    }

    private static void strip(float[] x, int vectors, int rows, float[][] g, int c, int columns, float[] y) {
        int v = 0;
        for (; v + TOGETHER <= vectors; v += TOGETHER) {
            FloatTiles.fourByFour(x, v, rows, g, c, columns, y);
        }
        for (; v < vectors; v++) {
            FloatTiles.oneByFour(x, v, rows, g, c, columns, y);
        }
    }

    @Override
    public void multiply(float[] x, int vectors, int rows, double[][] g, int columns, double[] y) {
        int wide = 4 * DoubleTiles.WIDTH;
        if (columns >= wide) {
            for (int c = 0; c < columns; c += wide) {
                strip(x, vectors, rows, g, Math.min(c, columns - wide), columns, y);
            }
        } else if (columns >= DoubleTiles.WIDTH) {
            for (int c = 0; c < columns; c += DoubleTiles.WIDTH) {
                int at = Math.min(c, columns - DoubleTiles.WIDTH);
                for (int v = 0; v < vectors; v++) {
                    DoubleTiles.oneByOne(x, v, rows, g, at, columns, y);
                }
            }
        } else {
            PlainProduct.INSTANCE.multiply(x, vectors, rows, g, columns, y);
        }
    }

    private static void strip(float[] x, int vectors, int rows, double[][] g, int c, int columns, double[] y) {
        int v = 0;
        for (; v + TOGETHER <= vectors; v += TOGETHER) {
            DoubleTiles.fourByFour(x, v, rows, g, c, columns, y);
        }
        for (; v < vectors; v++) {
            DoubleTiles.oneByFour(x, v, rows, g, c, columns, y);
        }
    }
}
