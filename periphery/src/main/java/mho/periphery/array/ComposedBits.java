package mho.periphery.array;

import mho.periphery.driver.Encoding;

/**
 * How many bits of each partial sum reach a result. An input is applied as digits, a weight stands in slices, and each digit times each slice
 * is a partial sum that counts for a power of two; the one that counts most has all bits of the result, one that counts 2^d times less
 * has d of them fewer, and one that has none left is neither converted nor added (Chi et al., ISCA 2016, section III-D):
 *
 * <pre>bits(phase, slice) = max(0, bits of the result - log2(largest significance / significance of phase and slice))</pre>
 */
public final class ComposedBits {
    private final int[][] bits;

    private ComposedBits(int[][] bits) {
        this.bits = bits;
    }

    /**
     * @param encoding whose phases are the digits of an input
     * @param slices of a weight, the least significant first
     * @param cellBits bits of a slice
     * @param resultBits of a result
     */
    public static ComposedBits of(Encoding encoding, int slices, int cellBits, int resultBits) {
        int[][] bits = new int[encoding.phases()][slices];
        double most = 0;
        for (int phase = 0; phase < bits.length; phase++) {
            most = Math.max(most, Math.abs(encoding.significance(phase)));
        }
        for (int phase = 0; phase < bits.length; phase++) {
            double below = Math.log(most / Math.abs(encoding.significance(phase))) / Math.log(2);
            for (int slice = 0; slice < slices; slice++) {
                long distance = Math.round(below) + (long) (slices - 1 - slice) * cellBits;
                bits[phase][slice] = (int) Math.max(0, resultBits - distance);
            }
        }
        return new ComposedBits(bits);
    }

    /** Bits that a partial sum is converted to; 0 where it is left out. */
    public int of(int phase, int slice) {
        return bits[phase][slice];
    }

    /** Phases of an input, those included of which nothing is converted. */
    public int allPhases() {
        return bits.length;
    }

    /** Phases in which rows are driven: of the others nothing is converted. */
    public int phases() {
        int count = 0;
        for (int phase = 0; phase < bits.length; phase++) {
            count += driven(phase) ? 1 : 0;
        }
        return count;
    }

    /** Whether anything of a phase is converted. */
    public boolean driven(int phase) {
        return converted(phase) > 0;
    }

    /** Slices of a weight that are converted in a phase. */
    public int converted(int phase) {
        int count = 0;
        for (int each : bits[phase]) {
            count += each > 0 ? 1 : 0;
        }
        return count;
    }

    /** Conversions for a vector of all slices of a weight together. */
    public int conversions() {
        int count = 0;
        for (int phase = 0; phase < bits.length; phase++) {
            count += converted(phase);
        }
        return count;
    }

    /** Bits of all these conversions. */
    public int steps() {
        int sum = 0;
        for (int phase = 0; phase < bits.length; phase++) {
            sum += steps(phase);
        }
        return sum;
    }

    /** Bits of the conversions of a phase, all slices of a weight together. */
    public int steps(int phase) {
        int sum = 0;
        for (int each : bits[phase]) {
            sum += each;
        }
        return sum;
    }

    public int slices() {
        return bits[0].length;
    }
}
