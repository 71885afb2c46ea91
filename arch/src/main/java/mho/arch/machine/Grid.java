package mho.arch.machine;

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
record Grid(double step, long low, long high, boolean anew) {
    private static final int MEASURED_HIGH = 255;

    /** What comes out of a rounding. */
    static Grid behind(Codes codes, @Nullable Grid before) {
        return switch (codes.way()) {
            case QUANTISED -> new Grid(1, codes.low(), codes.high(), false);
            case MEASURED -> new Grid(1, 0, MEASURED_HIGH, false);
            case MEASURED_CENTRED -> new Grid(1, 0, MEASURED_HIGH, true);
            case RESTORED -> {
                Grid from = before == null ? new Grid(1, codes.low(), codes.high(), false) : before;
                float[] zeros = codes.zeros();
                long zero = (long) zeros[0];
                double step = zeros.length == 1 ? codes.step() * from.step() : 0;
                yield new Grid(step, from.low() - zero, from.high() - zero, from.anew());
            }
            case MEASURED_SCALE, MEASURED_ZERO -> new Grid(0, 0, 0, false);
        };
    }

    long levels() {
        return high - low + 1;
    }

    /** Whether so many bits number all of them. */
    boolean fits(int bits) {
        return levels() <= 1L << bits;
    }
}
