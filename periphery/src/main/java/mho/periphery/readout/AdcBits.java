package mho.periphery.readout;

/** The resolution that digitises a column without loss (Shafiee et al. 2016, section V). */
public final class AdcBits {

    private AdcBits() {}

    /**
     * Bits for R rows, v-bit inputs and w-bit cells: log2 R + v + w when both v and w exceed one, one less otherwise; one less again when columns that would set the top bit store flipped weights.
     * A number of rows between powers of two counts as the next one.
     */
    public static int required(int rows, int driverBits, int cellBits, boolean flippedWeights) {
        if (rows < 1 || driverBits < 1 || cellBits < 1) {
            throw new IllegalArgumentException("rows, driver bits and cell bits are at least 1");
        }
        int log2Rows = 32 - Integer.numberOfLeadingZeros(rows - 1);
        int bits = log2Rows + driverBits + cellBits - (driverBits > 1 && cellBits > 1 ? 0 : 1);
        return flippedWeights ? Math.max(1, bits - 1) : bits;
    }

    /** The same with weights stored as they are. */
    public static int required(int rows, int driverBits, int cellBits) {
        return required(rows, driverBits, cellBits, false);
    }
}
