package mho.arch.element.crossbar;

import java.util.function.ToDoubleBiFunction;

/** A rectangle of cells in arrays of so many rows and columns, which lie side by side where it is larger than one. */
record ArrayBlocks(int arrayRows, int arrayColumns) {

    /** Who is told of an array. */
    interface Visitor {
        void see(int rows, int columns);
    }

    /** Rows and columns in use of every array, one after the other. */
    void each(int rows, int columns, Visitor visitor) {
        for (int row = 0; row < rows; row += arrayRows) {
            for (int column = 0; column < columns; column += arrayColumns) {
                visitor.see(Math.min(arrayRows, rows - row), Math.min(arrayColumns, columns - column));
            }
        }
    }

    /**
     * What its arrays have together, or the most that one has.
     *
     * @param of an array of which so many rows and columns are in use
     */
    double reduce(int rows, int columns, boolean most, ToDoubleBiFunction<Integer, Integer> of) {
        double[] result = {0};
        each(rows, columns, (r, c) -> {
            double one = of.applyAsDouble(r, c);
            result[0] = most ? Math.max(result[0], one) : result[0] + one;
        });
        return result[0];
    }
}
