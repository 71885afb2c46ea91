package mho.arch.element;

/**
 * What of an element one pass of a layer uses: the part of the layer's pieces that stand in one tile.
 *
 * @param weightCells cells that hold a weight or a reference, of rows that are driven
 * @param rowLines rows driven, over all arrays
 * @param columnLines columns read, over all arrays
 * @param sums results of single arrays that outputs are put together from
 * @param biases outputs to which a bias is added after conversion
 * @param bent sums that a circuit bends before they are converted
 * @param arrays that hold the pieces
 */
public record Use(
        double weightCells, double rowLines, double columnLines, double sums, double biases, double bent, int arrays) {

    /** Where every sum is converted as it is. */
    public Use(double weightCells, double rowLines, double columnLines, double sums, double biases, int arrays) {
        this(weightCells, rowLines, columnLines, sums, biases, 0, arrays);
    }
}
