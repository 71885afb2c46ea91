package mho.periphery.scheme;

import org.jspecify.annotations.Nullable;

/** Changes of weights that digital circuits have added up, one for each weight. */
final class GradientSum {
    /** What is still to be applied, row by row: the sum of −rate · x · δ. */
    final float[] change;

    private final int rows;
    private final int columns;
    private final int xLevels;
    private final int deltaLevels;
    private final float[] rounded;

    /**
     * @param xLevels whole levels from zero to the largest |x| of an update to which x is rounded; not at all when null
     * @param deltaLevels the same of δ
     */
    GradientSum(int rows, int columns, @Nullable Integer xLevels, @Nullable Integer deltaLevels) {
        this.rows = rows;
        this.columns = columns;
        this.xLevels = xLevels == null ? 0 : xLevels;
        this.deltaLevels = deltaLevels == null ? 0 : deltaLevels;
        this.change = new float[rows * columns];
        this.rounded = new float[columns];
    }

    /** Adds an update; rows and columns of zero cost nothing. */
    void add(float[] x, int xAt, float[] delta, int deltaAt, float rate, UpdateCounts counts) {
        float xStep = xLevels == 0 ? 0 : PulseWriter.largest(x, xAt, rows) / xLevels;
        float deltaStep = deltaLevels == 0 ? 0 : PulseWriter.largest(delta, deltaAt, columns) / deltaLevels;
        long ofColumns = 0;
        for (int column = 0; column < columns; column++) {
            rounded[column] = rounded(delta[deltaAt + column], deltaStep);
            ofColumns += rounded[column] == 0 ? 0 : 1;
        }
        long ofRows = 0;
        for (int row = 0; row < rows; row++) {
            float value = rounded(x[xAt + row], xStep);
            if (value != 0) {
                ofRows++;
                float factor = rate * value;
                int at = row * columns;
                for (int column = 0; column < columns; column++) {
                    change[at + column] -= factor * rounded[column];
                }
            }
        }
        counts.computed(ofRows * ofColumns, 0);
    }

    private static float rounded(float value, float step) {
        return step == 0 ? value : (float) Math.rint(value / step) * step;
    }
}
