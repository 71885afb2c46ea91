package mho.periphery.driver;

import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.periphery.lanes.CodeRounding;

/**
 * How a driver writes inputs on its rows: an input is an integer code, each phase carries a digit of it, and
 *
 * <pre>sum over phases of significance * digit = code + offset</pre>
 *
 * <p>so a multiply by the code is the sum of the phases' products, less the offset times the column's sum of weights. Where a phase reads one side of the weights only, the sum holds for the phases of
 * each side, those of the negative side with the opposite sign.
 */
public final class Encoding {

    /** Codes are kept in floats, which hold integers to 2^24. */
    private static final int MOST_BITS = 24;

    private final int low;
    private final int high;
    private final int offset;
    private final int largest;
    private final boolean voltages;
    private final List<Digit> digits;

    private Encoding(int low, int high, int offset, int largest, boolean voltages, List<Digit> digits) {
        this.low = low;
        this.high = high;
        this.offset = offset;
        this.largest = largest;
        this.voltages = voltages;
        this.digits = List.copyOf(digits);
    }

    /**
     * Digits of {@code code + offset}, least significant first. Negative codes are in two's complement, whose top bit counts below zero, if the digits are of one bit and it is asked for; otherwise
     * they are made positive by the offset.
     */
    static Encoding positional(
            int inputBits, int digitBits, boolean negative, boolean twosComplement, boolean voltages, int times) {
        check(inputBits);
        boolean signBit = negative && twosComplement && digitBits == 1;
        int half = negative ? 1 << (inputBits - 1) : 0;
        int offset = signBit ? 0 : half;
        int count = PhaseCount.of(inputBits, digitBits);
        List<Digit> digits = new ArrayList<>();
        for (int d = 0; d < count; d++) {
            int shift = d * digitBits;
            double weight = (signBit && d == count - 1 ? -1.0 : 1.0) * (1L << shift) / times;
            Digit digit =
                    new Digit(Digit.Part.ALL, shift, mask(digitBits), count == 1 && !signBit, weight, WeightSide.BOTH);
            for (int t = 0; t < times; t++) {
                digits.add(digit);
            }
        }
        int high = (int) ((1L << inputBits) - 1) - half;
        return new Encoding(-half, high, offset, mask(Math.min(digitBits, inputBits)), voltages, digits);
    }

    /**
     * Digits of unlike widths of {@code code + offset}, durations as {@link #positional} has them.
     *
     * @param widths bits of each digit, the most significant first; together those of an input
     */
    public static Encoding sliced(List<Integer> widths, boolean negative) {
        int inputBits = widths.stream().mapToInt(Integer::intValue).sum();
        check(inputBits);
        int half = negative ? 1 << (inputBits - 1) : 0;
        List<Digit> digits = new ArrayList<>();
        int shift = inputBits;
        int widest = 0;
        for (int width : widths) {
            shift -= width;
            widest = Math.max(widest, width);
            digits.add(new Digit(Digit.Part.ALL, shift, mask(width), false, 1L << shift, WeightSide.BOTH));
        }
        int high = (int) ((1L << inputBits) - 1) - half;
        return new Encoding(-half, high, half, mask(widest), false, digits);
    }

    /** Bits of a phase's digit. */
    public int width(int phase) {
        return Integer.bitCount(digits.get(phase).mask());
    }

    /** One bit of what the rows carry in a phase, the least significant first; see {@link #digits}. */
    public void bit(int phase, int bit, float[] codes, int count, float[] digits) {
        this.digits.get(phase).bit(bit).of(codes, count, offset, digits);
    }

    /**
     * Digits of a magnitude that has a sign beside it.
     *
     * @param count digits of the magnitude, as many as the timing has
     * @param signs how the sign is applied
     * @param times how often each digit is applied
     */
    static Encoding signMagnitude(
            int magnitudeBits, int digitBits, int count, boolean negative, SignPhases signs, int times) {
        check(magnitudeBits);
        List<Digit> digits = new ArrayList<>();
        for (int d = 0; d < count; d++) {
            int shift = d * digitBits;
            double weight = (double) (1L << shift) / times;
            for (int t = 0; t < times; t++) {
                for (SignPhase phase : signs.phases()) {
                    double significance = phase.negative() ? -weight : weight;
                    digits.add(new Digit(phase.part(), shift, mask(digitBits), count == 1, significance, phase.side()));
                }
            }
        }
        int high = mask(magnitudeBits);
        return new Encoding(negative ? -high : 0, high, 0, mask(Math.min(digitBits, magnitudeBits)), false, digits);
    }

    private static int mask(int bits) {
        return (int) ((1L << bits) - 1);
    }

    private static void check(int inputBits) {
        if (inputBits > MOST_BITS) {
            throw new BadInput("inputs of " + inputBits + " bits: values are computed for up to " + MOST_BITS
                    + " bits; set precision.values to no more, or ask for timing alone");
        }
    }

    /** The lowest code an input may have. */
    public int low() {
        return low;
    }

    /** The highest code an input may have. */
    public int high() {
        return high;
    }

    /** What is added to a code so that its digits are not below zero. */
    public int offset() {
        return offset;
    }

    /** How often rows are driven for one vector, as the timing has it. */
    public int phases() {
        return digits.size();
    }

    /** What a digit of a phase counts for; below zero in a phase that is taken off. */
    public double significance(int phase) {
        return digits.get(phase).significance();
    }

    /** Which cells of a signed weight a phase reads. */
    public WeightSide side(int phase) {
        return digits.get(phase).side();
    }

    /** The largest digit: the longest pulse, the highest voltage. */
    public int largestDigit() {
        return largest;
    }

    /** The lowest digit: 0, or below where a row applies either sign. */
    public int smallestDigit() {
        return digits.get(0).part() == Digit.Part.SIGNED && low < 0 ? -largest : 0;
    }

    /**
     * Whether a digit is a voltage, so that a cell whose current is not proportional to it errs: digit d is d / {@link #largestDigit} of the read voltage. Otherwise a digit is a duration, or there
     * is only one.
     */
    public boolean voltages() {
        return voltages;
    }

    /**
     * Rounds values to codes, half to even.
     *
     * @param unit the value of code 1
     * @param codes where the codes go; may be {@code values}
     * @return how many values lay outside the codes by more than half of one, and were clipped
     */
    public long codes(float[] values, int count, float unit, float[] codes) {
        return CodeRounding.codes(values, count, unit, low, high, codes);
    }

    /**
     * What the rows carry in a phase.
     *
     * @param codes integers from {@link #low} to {@link #high}
     * @param digits where the digits go: integers from {@link #smallestDigit} to {@link #largestDigit}
     */
    public void digits(int phase, float[] codes, int count, float[] digits) {
        this.digits.get(phase).of(codes, count, offset, digits);
    }
}
