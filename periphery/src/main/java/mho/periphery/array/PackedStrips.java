package mho.periphery.array;

/**
 * Conductances in strips of columns, each as wide as a tile and packed row behind row, so that all vectors meet it in one stream.
 *
 * <p>The last tile of either direction ends at the edge and may overlap the one before: its sums are computed twice, to the same bits. Fewer columns than a tile has are filled up with zeros, whose
 * sums nobody reads.
 */
final class PackedStrips implements Product {

    private final int rows;
    private final int columns;
    private final float[][] strips;

    PackedStrips(float[][] g, int columns) {
        this.rows = g.length;
        this.columns = columns;
        this.strips = new float[(columns + RegisterTiles.WIDTH - 1) / RegisterTiles.WIDTH][rows * RegisterTiles.WIDTH];
        int width = Math.min(columns, RegisterTiles.WIDTH);
        for (int s = 0; s < strips.length; s++) {
            for (int r = 0; r < rows; r++) {
                System.arraycopy(g[r], first(s), strips[s], r * RegisterTiles.WIDTH, width);
            }
        }
    }

    private int first(int strip) {
        return Math.max(0, Math.min(strip * RegisterTiles.WIDTH, columns - RegisterTiles.WIDTH));
    }

    @Override
    public void multiply(float[] x, int vectors, float[] y) {
        if (columns >= RegisterTiles.WIDTH) {
            for (int s = 0; s < strips.length; s++) {
                multiply(x, vectors, strips[s], y, first(s), columns);
            }
            return;
        }
        float[] padded = new float[vectors * RegisterTiles.WIDTH];
        multiply(x, vectors, strips[0], padded, 0, RegisterTiles.WIDTH);
        for (int v = 0; v < vectors; v++) {
            System.arraycopy(padded, v * RegisterTiles.WIDTH, y, v * columns, columns);
        }
    }

    private void multiply(float[] x, int vectors, float[] strip, float[] y, int first, int stride) {
        if (vectors < RegisterTiles.HEIGHT) {
            for (int v = 0; v < vectors; v++) {
                RegisterTiles.one(x, v * rows, rows, strip, y, v * stride + first);
            }
            return;
        }
        for (int v = 0; v < vectors; v += RegisterTiles.HEIGHT) {
            int at = Math.min(v, vectors - RegisterTiles.HEIGHT);
            RegisterTiles.six(x, at * rows, rows, strip, y, at * stride + first, stride);
        }
    }
}
