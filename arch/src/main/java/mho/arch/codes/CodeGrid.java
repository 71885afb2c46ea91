package mho.arch.codes;

import mho.workloads.network.Codes;
import org.jspecify.annotations.Nullable;

/**
 * The values that a quantised model leaves to a map: whole numbers of a step.
 *
 * @param step the value of one; 0 where channels have scales of their own
 * @param low the lowest, in steps
 * @param high the highest
 * @param anew whether every input has a zero point of its own, so that its lowest lies anywhere from {@code low - high} to 0
 */
public record CodeGrid(double step, long low, long high, boolean anew) {
    private static final int MEASURED_HIGH = 255;

    /** What comes out of a rounding. */
    public static CodeGrid behind(Codes codes, @Nullable CodeGrid before) {
        return switch (codes.way()) {
            case QUANTISED -> new CodeGrid(1, codes.low(), codes.high(), false);
            case MEASURED -> new CodeGrid(1, 0, MEASURED_HIGH, false);
            case MEASURED_CENTRED -> new CodeGrid(1, 0, MEASURED_HIGH, true);
            case RESTORED -> {
                CodeGrid from = before == null ? new CodeGrid(1, codes.low(), codes.high(), false) : before;
                float[] zeros = codes.zeros();
                long zero = (long) zeros[0];
                double step = zeros.length == 1 ? codes.step() * from.step() : 0;
                yield new CodeGrid(step, from.low() - zero, from.high() - zero, from.anew());
            }
            case MEASURED_SCALE, MEASURED_ZERO -> new CodeGrid(0, 0, 0, false);
        };
    }

    public long levels() {
        return high - low + 1;
    }

    /** Whether so many bits number all of them. */
    public boolean fits(int bits) {
        return levels() <= 1L << bits;
    }
}
