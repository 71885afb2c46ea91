package mho.arch.codes;

/**
 * The integers that a weight can be stored as.
 *
 * @param bits of one
 * @param signOnly whether a weight is nothing but a sign, -1 or 1
 * @param shifts whether the range may lie elsewhere, since a constant is added to what is stored
 */
public record WeightRange(int bits, int lowest, int highest, boolean signOnly, boolean shifts) {
    /** Codes of a sign and a magnitude, or of two's complement without its lowest: as many below zero as above. */
    public static WeightRange symmetric(int bits) {
        int largest = largest(bits);
        return new WeightRange(bits, -largest, largest, false, false);
    }

    /** Signs alone. */
    public static WeightRange signs() {
        return new WeightRange(1, -1, 1, true, false);
    }

    /** The code of the largest weight of those that are rounded; that of the smallest is its negative. */
    public int largest() {
        return largest(bits);
    }

    public static int largest(int bits) {
        return Math.max(1, (1 << (bits - 1)) - 1);
    }

    WeightRange from(int low) {
        return new WeightRange(bits, low, (int) ((1L << bits) - 1) + low, signOnly, shifts);
    }

    int code(double weight, double unit) {
        if (signOnly) {
            return weight < 0 ? -1 : 1;
        }
        return (int) Math.max(-largest(), Math.min(largest(), Math.round(weight / unit)));
    }

    int clipped(long code) {
        return (int) Math.max(lowest, Math.min(highest, code));
    }
}
