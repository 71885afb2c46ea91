package mho.arch.element.rowlogic;

import mho.arch.cut.WeightLayout;

/** How a matrix lies in an array of rows that compute. */
public enum RowArrangement {
    /** An output a column, input after input. */
    SERIAL,
    /** A product a column; neighbours are added up level by level. */
    TREE,
    /** Every cell of a row has logic of its own: all inputs of an array at once, bit after bit, sums ripple along the columns. */
    CELLS,
    /**
     * An output a row, for each bit of its weights: a plane. A bit of all inputs, another row, is sensed together with it, and ones are counted;
     * so a sum of products is that of 2^(m + n) times the ones of planes m and n (Fan and Angizi, ICCD 2017).
     */
    PLANES;

    /** @param outputs whose planes stand in the rows of an array */
    WeightLayout layout(int inputs, int columns, int columnsPerWeight, int outputs, boolean zeros) {
        return switch (this) {
            case SERIAL, CELLS -> new WeightLayout(inputs, columns, columnsPerWeight, 0, false, zeros);
            case TREE -> new WeightLayout(inputs, columns / inputs, columnsPerWeight, 0, false, zeros);
            case PLANES -> new WeightLayout(inputs, outputs, 1, 0, false, zeros);
        };
    }

    /** What a vector takes of an array with so many inputs and outputs in use. */
    RowProgram vector(RowPrograms programs, int inputs, int outputs, int valueBits, int weightBits, int sumBits) {
        RowProgram product = programs.product(valueBits, weightBits);
        RowProgram sum = programs.sum(sumBits, weightBits);
        return switch (this) {
            case SERIAL -> product.and(sum).times(inputs);
            case TREE -> product.and(sum.and(programs.moved(sumBits)).times(levels(inputs)));
            case CELLS -> programs.select().times(valueBits);
            case PLANES -> product.times(outputs);
        };
    }

    /** Steps of logic behind the last access until a result stands. Those that others hide count for time no more. */
    int behind(int inputs) {
        return this == PLANES ? levels(inputs) : 0;
    }

    /** Whether steps of logic go on beside the next access, so that they take no time but behind the last one. */
    boolean hidesLogic() {
        return this == PLANES;
    }

    private static int levels(int inputs) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, inputs) - 1);
    }
}
