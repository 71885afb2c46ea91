package mho.arch.element.crossbar.learning;

import mho.periphery.learning.CellState;
import mho.periphery.scheme.LearningCells;
import mho.periphery.scheme.LearningReader;
import org.jspecify.annotations.Nullable;

/** What stands in one array of a matrix that learns: its place, its cells, and its weights as they are read. */
final class LearningBlock {
    final int row;
    final int column;
    final LearningCells cells;
    final @Nullable LearningReader reader;
    final float[] read;
    final int rows;
    final int columns;
    final float[] weights;
    boolean changed = true;
    long slotsBefore;
    long transferBefore;
    long readsBefore;

    LearningBlock(int row, int column, LearningCells cells, @Nullable LearningReader reader) {
        this.row = row;
        this.column = column;
        this.cells = cells;
        this.reader = reader;
        this.read = new float[Math.max(cells.rows(), cells.columns())];
        this.rows = cells.rows();
        this.columns = cells.columns();
        this.weights = new float[rows * columns];
    }

    void save(CellState into) {
        cells.save(into);
        if (reader != null) {
            reader.save(into);
        }
    }

    void restore(CellState from) {
        cells.restore(from);
        if (reader != null) {
            reader.restore(from);
        }
    }

    float[] weights() {
        if (changed) {
            cells.weights(weights);
            changed = false;
        }
        return weights;
    }

    void forward(float[] x, int xAt, float[] y, int yAt) {
        float[] w = weights();
        if (reader != null) {
            reader.forward(w, x, xAt + row, read, 0);
            add(read, columns, y, yAt + column);
            return;
        }
        for (int r = 0; r < rows; r++) {
            float driven = x[xAt + row + r];
            if (driven != 0) {
                int at = r * columns;
                int to = yAt + column;
                for (int c = 0; c < columns; c++) {
                    y[to + c] += driven * w[at + c];
                }
            }
        }
    }

    void reverse(float[] delta, int deltaAt, float[] dx, int dxAt) {
        float[] w = weights();
        if (reader != null) {
            reader.reverse(w, delta, deltaAt + column, read, 0);
            add(read, rows, dx, dxAt + row);
            return;
        }
        for (int r = 0; r < rows; r++) {
            int at = r * columns;
            int from = deltaAt + column;
            float sum = 0;
            for (int c = 0; c < columns; c++) {
                sum += w[at + c] * delta[from + c];
            }
            dx[dxAt + row + r] += sum;
        }
    }

    private static void add(float[] sums, int count, float[] to, int at) {
        for (int i = 0; i < count; i++) {
            to[at + i] += sums[i];
        }
    }
}
