package mho.periphery.scheme;

import mho.periphery.learning.CellState;

/** Rows that go to the buffer with the sign that they were written with. */
final class ChoppedLines extends LineTransfer {
    private final LineBuffer buffer;
    private final Choppers signs;

    ChoppedLines(LineBuffer buffer, MatrixSite site, double ofRow, double ofColumn) {
        this.buffer = buffer;
        this.signs = new Choppers(site, ofRow, ofColumn);
    }

    @Override
    void take(int row, float[] read, float rate, UpdateCounts counts) {
        for (int column = 0; column < read.length; column++) {
            buffer.add(row, column, rate * (signs.row(row) * signs.column(column)) * read[column]);
        }
        counts.computed(read.length, 0);
        buffer.give(row, counts);
        signs.read(row);
    }

    @Override
    int rowSign(int row) {
        return signs.row(row);
    }

    @Override
    int columnSign(int column) {
        return signs.column(column);
    }

    @Override
    boolean chops() {
        return signs.chops();
    }

    @Override
    void forget() {
        buffer.forget();
    }

    @Override
    void save(CellState into) {
        buffer.save(into);
        signs.save(into);
    }

    @Override
    void restore(CellState from) {
        buffer.restore(from);
        signs.restore(from);
    }
}
