package mho.arch.map;

/**
 * How one layer's weight matrix is cut into arrays of R rows by C columns.
 *
 * <p>Row blocks = ceil(rows / R), column blocks = ceil(columns * cells per weight / C); small groups of a grouped convolution stand
 * block-diagonally in one array as long as both sides fit. The same cut serves every copy of the layer.
 *
 * @param groups groups of the layer; every group reads inputs of its own
 * @param rowBlocks arrays whose results are added to make one output
 * @param columnBlocks independent slices of the outputs, groups included
 * @param rows rows driven in the fullest array
 * @param blockRows rows of a column block, over its row blocks
 * @param cells columns (cells) read in the fullest array
 * @param outputs outputs of one window, over all column blocks
 * @param weightCells cells that hold a weight, over all arrays of one copy
 */
public record Tiling(
        int groups,
        int rowBlocks,
        int columnBlocks,
        int rows,
        int blockRows,
        int cells,
        int outputs,
        long weightCells) {

    /**
     * @param groups groups of the layer, each {@code matrixRows} by {@code matrixColumns}
     * @param matrixRows inputs of one group, the bias row included if the chip keeps the bias in the array
     * @param cellsPerWeight slices of a weight, doubled for a differential pair in columns
     */
    public static Tiling of(
            int groups, int matrixRows, int matrixColumns, int cellsPerWeight, int arrayRows, int arrayColumns) {
        int cellsAcross = Math.multiplyExact(matrixColumns, cellsPerWeight);
        long weightCells = (long) groups * matrixRows * cellsAcross;
        int outputs = Math.multiplyExact(groups, matrixColumns);
        int rowBlocks = ceilDiv(matrixRows, arrayRows);
        int columnBlocks = ceilDiv(cellsAcross, arrayColumns);
        if (groups > 1 && rowBlocks == 1 && columnBlocks == 1) {
            int groupsPerArray = Math.min(groups, Math.min(arrayRows / matrixRows, arrayColumns / cellsAcross));
            return new Tiling(
                    groups,
                    1,
                    ceilDiv(groups, groupsPerArray),
                    groupsPerArray * matrixRows,
                    groupsPerArray * matrixRows,
                    groupsPerArray * cellsAcross,
                    outputs,
                    weightCells);
        }
        return new Tiling(
                groups,
                rowBlocks,
                Math.multiplyExact(groups, columnBlocks),
                Math.min(matrixRows, arrayRows),
                matrixRows,
                Math.min(cellsAcross, arrayColumns),
                outputs,
                weightCells);
    }

    /** Arrays of one copy. */
    public int arrays() {
        return Math.multiplyExact(rowBlocks, columnBlocks);
    }

    /** Rows driven for one window, over all arrays of a copy. */
    public double rowLines() {
        return (double) columnBlocks * blockRows;
    }

    /** Columns read for one window, over all arrays of a copy; each row block is read by itself. */
    public double columnLines(int cellsPerWeight) {
        return (double) rowBlocks * outputs * cellsPerWeight;
    }

    /** Outputs that the given column block makes: the outputs spread evenly, the first blocks taking the remainder. */
    public int outputsOf(int columnBlock) {
        return outputs / columnBlocks + (columnBlock < outputs % columnBlocks ? 1 : 0);
    }

    /** Input channels that some row blocks of a column block read; a group reads its own. */
    Interval inputs(int columnBlock, int fromRow, int toRow) {
        return groups > 1
                ? new Interval((double) columnBlock / columnBlocks, (columnBlock + 1.0) / columnBlocks)
                : new Interval((double) fromRow / rowBlocks, (double) toRow / rowBlocks);
    }

    static int ceilDiv(int a, int b) {
        return (int) (((long) a + b - 1) / b);
    }
}
