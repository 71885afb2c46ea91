package mho.periphery.scheme;

import java.util.Arrays;
import mho.periphery.learning.CellState;
import mho.periphery.random.NormalStream;

/** Signs of rows and columns that change by chance. */
final class Choppers {
    private final double ofRow;
    private final double ofColumn;
    private final long[] rows;
    private final long[] columns;
    private final NormalStream stream;

    Choppers(MatrixSite site, double ofRow, double ofColumn) {
        this.ofRow = ofRow;
        this.ofColumn = ofColumn;
        rows = new long[site.rows()];
        columns = new long[site.columns()];
        stream = site.stream(MatrixSite.Use.CHOPPERS, 0);
        Arrays.fill(rows, 1);
        Arrays.fill(columns, 1);
    }

    boolean chops() {
        return ofRow > 0 || ofColumn > 0;
    }

    int row(int row) {
        return (int) rows[row];
    }

    int column(int column) {
        return (int) columns[column];
    }

    /** A row has been read; returns whether its sign changes. */
    boolean read(int row) {
        if (ofColumn > 0 && row == rows.length - 1) {
            for (int column = 0; column < columns.length; column++) {
                columns[column] = stream.uniform() < ofColumn ? -columns[column] : columns[column];
            }
        }
        if (ofRow > 0 && stream.uniform() < ofRow) {
            rows[row] = -rows[row];
            return true;
        }
        return false;
    }

    void save(CellState into) {
        into.longs("choppers/rows", rows);
        into.longs("choppers/columns", columns);
        long[] words = new long[NormalStream.STATE_WORDS];
        stream.save(words, 0);
        into.longs("choppers/stream", words);
    }

    void restore(CellState from) {
        from.take("choppers/rows", rows);
        from.take("choppers/columns", columns);
        long[] words = new long[NormalStream.STATE_WORDS];
        from.take("choppers/stream", words);
        stream.restore(words, 0);
    }
}
