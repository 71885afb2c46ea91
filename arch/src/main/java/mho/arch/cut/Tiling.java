package mho.arch.cut;

import java.util.ArrayList;
import java.util.List;
import mho.workloads.network.Matrix;

/**
 * How one layer's weight matrix is cut into arrays of R rows by C columns; time and values both have it from here.
 *
 * <p>Row blocks = ceil(rows / R). A weight never straddles arrays, so that w = floor((C - reference columns) / cells per weight) stand
 * side by side and column blocks = ceil(columns / w): all but the last are full. Groups of a grouped convolution of which several fit
 * stand block-diagonally in one array; others are cut one by one. The same cut serves every copy of the layer.
 *
 * @param groups groups of the layer; every group reads inputs of its own
 * @param matrixRows stored rows of one group, the bias row included if the chip keeps the bias in the array
 * @param matrixColumns stored outputs of one group
 * @param together groups in one array
 */
public record Tiling(int groups, int matrixRows, int matrixColumns, int together, WeightLayout layout) {

    /**
     * What stands in one array: of each of its groups, as many rows from the first on and as many outputs.
     *
     * @param rows of each group
     * @param outputs of each group
     */
    public record Part(int fromGroup, int groups, int fromRow, int rows, int fromOutput, int outputs) {
        /** Rows of the array that are driven. */
        public int driven() {
            return groups * rows;
        }

        /** Outputs of the array. */
        public int made() {
            return groups * outputs;
        }
    }

    /** @param stored of the matrix's rows and columns */
    public static Tiling of(Matrix matrix, StoredLines stored, WeightLayout layout) {
        int rows = stored.rows() + (matrix.bias() && layout.biasInArray() ? 1 : 0);
        return of(matrix.groups(), rows, stored.columns(), layout);
    }

    public static Tiling of(int groups, int matrixRows, int matrixColumns, WeightLayout layout) {
        int fit = Math.min(layout.arrayRows() / matrixRows, layout.weightsAcross() / matrixColumns);
        int together = layout.zeros() ? Math.max(1, Math.min(groups, fit)) : 1;
        return new Tiling(groups, matrixRows, matrixColumns, together, layout);
    }

    /** Arrays whose results are added to make one output. */
    public int rowBlocks() {
        return ceilDiv(matrixRows, layout.arrayRows());
    }

    /** Independent slices of the outputs, groups included. */
    public int columnBlocks() {
        return Math.multiplyExact(bundles(), blocksOfGroup());
    }

    /** Bundles of groups that stand in the same arrays. */
    public int bundles() {
        return ceilDiv(groups, together);
    }

    /** Among the bundles of all instances, one after another, that of a group. */
    public int place(int group, int instance) {
        return instance * bundles() + group / together;
    }

    private int blocksOfGroup() {
        return ceilDiv(matrixColumns, layout.weightsAcross());
    }

    /** Rows driven in the fullest array. */
    public int rows() {
        return Math.min(together * matrixRows, layout.arrayRows());
    }

    /** Rows in use of one array: of each group in it, those of one row block. */
    public int rowsOf(int columnBlock, int rowBlock) {
        int rows = Math.min(layout.arrayRows(), matrixRows - rowBlock * layout.arrayRows());
        return together == 1 ? rows : outputsOf(columnBlock) / matrixColumns * rows;
    }

    /** Weights of one copy. */
    public double weights() {
        return (double) groups * matrixRows * matrixColumns;
    }

    /** Weights that stand in one array. */
    public double weightsOf(int columnBlock, int rowBlock) {
        int rows = Math.min(layout.arrayRows(), matrixRows - rowBlock * layout.arrayRows());
        return (double) rows * outputsOf(columnBlock);
    }

    /** Columns (cells) read in the fullest array. */
    public int cells() {
        return Math.min(together * matrixColumns, layout.weightsAcross()) * layout.cellsPerWeight()
                + layout.referenceColumns();
    }

    /** Stored outputs of one window, over all column blocks. */
    public int outputs() {
        return Math.multiplyExact(groups, matrixColumns);
    }

    /** Arrays of one copy. */
    public int arrays() {
        return Math.multiplyExact(rowBlocks(), columnBlocks());
    }

    /** The same before it is known whether they can be counted. */
    public double arraysNeeded() {
        return (double) rowBlocks() * bundles() * blocksOfGroup();
    }

    /** Cells that hold a weight or a reference, over all arrays of one copy. */
    public double weightCells() {
        return (double) groups * matrixRows * matrixColumns * layout.cellsPerWeight()
                + rowLines() * layout.referenceColumns();
    }

    /** Rows driven for one window, over all arrays of a copy. */
    public double rowLines() {
        return (double) groups * matrixRows * blocksOfGroup();
    }

    /** Columns read for one window, over all arrays of a copy; each row block is read by itself. */
    public double columnLines() {
        return sums() * layout.cellsPerWeight() + (double) arrays() * layout.referenceColumns();
    }

    /** Results of single arrays that one window is put together from. */
    public double sums() {
        return (double) rowBlocks() * outputs();
    }

    /** Outputs that the given column block makes. */
    public int outputsOf(int columnBlock) {
        return endOf(columnBlock) - startOf(columnBlock);
    }

    /** The given column block's part of the layer's outputs. */
    public Interval outputsIn(int columnBlock) {
        return new Interval((double) startOf(columnBlock) / outputs(), (double) endOf(columnBlock) / outputs());
    }

    private int startOf(int columnBlock) {
        int bundle = columnBlock / blocksOfGroup();
        int within = columnBlock % blocksOfGroup();
        return bundle * together * matrixColumns + within * layout.weightsAcross();
    }

    private int endOf(int columnBlock) {
        return columnBlock + 1 == columnBlocks() ? outputs() : startOf(columnBlock + 1);
    }

    /** Input channels that some row blocks of a column block read; a group reads its own. */
    public Interval inputs(int columnBlock, int fromRow, int toRow) {
        if (groups == 1) {
            return new Interval((double) fromRow / rowBlocks(), (double) toRow / rowBlocks());
        }
        int first = columnBlock / blocksOfGroup() * together;
        return new Interval((double) first / groups, (double) Math.min(groups, first + together) / groups);
    }

    /** What stands in each array of a copy: bundle of groups after bundle, row block after row block, column block after column block. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int group = 0; group < groups; group += together) {
            int here = Math.min(together, groups - group);
            for (int row = 0; row < matrixRows; row += layout.arrayRows()) {
                int rows = Math.min(layout.arrayRows(), matrixRows - row);
                for (int output = 0; output < matrixColumns; output += layout.weightsAcross()) {
                    int outputs = Math.min(layout.weightsAcross(), matrixColumns - output);
                    parts.add(new Part(group, here, row, rows, output, outputs));
                }
            }
        }
        return parts;
    }

    public static int ceilDiv(int a, int b) {
        return (int) (((long) a + b - 1) / b);
    }
}
