package mho.core.arithmetic;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * a b + c in single precision, rounded once. {@link Math#fma} is that too, but where the processor has no such instruction it goes by way
 * of decimal numbers, hundreds of times slower. There, double precision gives the same bits.
 */
public final class FusedMultiplyAdd {
    /** Whether the processor does it in one instruction, and the Java machine lets it. */
    public static final boolean BY_PROCESSOR = byProcessor();

    /** Bits of a double behind those of a float. */
    private static final long BEHIND = (1L << 29) - 1;

    private static final long HALF = 1L << 28;

    private FusedMultiplyAdd() {}

    /** How it is done here, for people: it changes the time values take, and nothing else. */
    public static String how() {
        return BY_PROCESSOR ? "the processor's" : "in double precision, the processor has none";
    }

    /** What is said once where values are computed, of a processor that makes that slow; empty for others. */
    public static String notice() {
        return BY_PROCESSOR
                ? ""
                : "note: this processor has no fused multiply-add, or Java is told not to use it; values are computed in double"
                        + " precision instead, to the same bits, which takes longer";
    }

    public static float multiplyAdd(float a, float b, float c) {
        return BY_PROCESSOR ? Math.fma(a, b, c) : inDouble(a, b, c);
    }

    /**
     * The product of two floats is exact in a double. Its sum with c is rounded to 53 bits, then to 24: twice, which differs from once only
     * where the first sum comes to lie exactly between two floats. Floats below the normal ones have fewer bits, so that the place of the
     * half is another.
     */
    static float inDouble(float a, float b, float c) {
        double product = (double) a * b;
        double sum = product + c;
        boolean between = (Double.doubleToRawLongBits(sum) & BEHIND) == HALF;
        return !between && Math.abs(sum) >= Float.MIN_NORMAL ? (float) sum : (float) odd(product, c, sum);
    }

    /**
     * The sum rounded to odd: of the two doubles around an inexact sum the one whose last bit is 1, which lies between no two floats and on
     * the right side of what does (Boldo and Melquiond, "Emulation of a FMA and correctly rounded sums", IEEE Transactions on Computers
     * 57(4), 2008, theorem 1). What the sum lost is exact (Knuth's TwoSum).
     */
    private static double odd(double product, double c, double sum) {
        double of = sum - product;
        double lost = product - (sum - of) + (c - of);
        boolean even = (Double.doubleToRawLongBits(sum) & 1) == 0;
        if (!Double.isFinite(sum) || lost == 0 || !even) {
            return sum;
        }
        return lost > 0 ? Math.nextUp(sum) : Math.nextDown(sum);
    }

    /** Java machines of other kinds are not asked; what they have then goes unused. */
    private static boolean byProcessor() {
        try {
            HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return machine != null
                    && Boolean.parseBoolean(machine.getVMOption("UseFMA").getValue());
        } catch (IllegalArgumentException | LinkageError otherMachine) {
            return false;
        }
    }
}
