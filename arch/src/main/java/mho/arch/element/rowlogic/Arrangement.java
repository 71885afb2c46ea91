package mho.arch.element.rowlogic;

import mho.arch.cut.WeightLayout;

/** How a matrix lies in an array of rows that compute. */
public enum Arrangement {
    /** An output a column, input after input. */
    SERIAL,
    /** A product a column; neighbours are added up level by level. */
    TREE,
    /** Every cell of a row has logic of its own: all inputs of an array at once, bit after bit, sums ripple along the columns. */
    CELLS;

    WeightLayout layout(int inputs, int columns, int columnsPerWeight) {
        int across = this == TREE ? columns / inputs : columns;
        return new WeightLayout(inputs, across, columnsPerWeight, 0, false, true);
    }

    /** What a vector takes of an array with so many inputs in use. */
    RowProgram vector(RowPrograms programs, int inputs, int valueBits, int weightBits, int sumBits) {
        RowProgram product = programs.product(valueBits, weightBits);
        RowProgram sum = programs.sum(sumBits, weightBits);
        return switch (this) {
            case SERIAL -> product.and(sum).times(inputs);
            case TREE -> product.and(sum.times(levels(inputs)));
            case CELLS -> programs.select().times(valueBits);
        };
    }

    private static int levels(int inputs) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, inputs) - 1);
    }
}
