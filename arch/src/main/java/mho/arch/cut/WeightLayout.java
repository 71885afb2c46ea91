package mho.arch.cut;

/**
 * How weights lie in an array: all that is needed to cut a matrix. A weight never straddles two arrays.
 *
 * @param cellsPerWeight columns of one weight: its digits, twice for a pair in columns
 * @param referenceColumns columns of an array that hold no weight but what all are compared with
 * @param biasInArray whether the bias is a row; where a weight is a mere sign it is added digitally
 * @param zeros whether cells can hold the weight zero, as they must where several groups share an array
 */
public record WeightLayout(
        int arrayRows, int arrayColumns, int cellsPerWeight, int referenceColumns, boolean biasInArray, boolean zeros) {

    /** Weights side by side in an array. */
    public int weightsAcross() {
        return Math.max(0, (arrayColumns - referenceColumns) / cellsPerWeight);
    }
}
