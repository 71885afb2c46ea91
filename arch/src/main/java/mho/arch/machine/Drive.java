package mho.arch.machine;

import mho.periphery.driver.Driver;
import mho.periphery.driver.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * How inputs of a layer become the codes that its drivers apply: {@code code = value / unit + shift}. What a shift adds is taken off with the
 * sums of the weights, which are known.
 *
 * @param shift added to every code; it makes codes of a zero point positive
 * @param anew whether the shift is found for each vector instead, as much as its lowest code needs: the zero point of every input is its own
 * @param remark what became of the model's codes if they could not be kept; null if they were or there are none
 */
record Drive(Encoding encoding, double unit, long shift, boolean anew, @Nullable String remark) {
    /** Beyond this many codes float no longer counts them. */
    private static final long COUNTED = 1 << 24;

    static Drive of(Driver driver, int bits, Extent span, @Nullable Grid grid) {
        Encoding seen = driver.encoding(bits, span.negative());
        if (grid == null) {
            return rounded(seen, span, null);
        }
        if (!(grid.step() > 0)) {
            return rounded(
                    seen, span, "inputs have scales of their own for each channel: requantised to " + bits + " bits");
        }
        Drive drive = kept(driver, bits, grid, 0);
        if (drive == null && !grid.anew()) {
            long low = Math.round(span.low() / grid.step());
            long high = Math.round(span.high() / grid.step());
            boolean as = low >= seen.low() && high <= seen.high();
            drive = as
                    ? new Drive(seen, grid.step(), 0, false, null)
                    : kept(driver, bits, new Grid(grid.step(), low, high, false), 0);
        }
        // One code of 256 too many, as drivers of a sign and a magnitude have it: clipping it is far less than rounding
        // all of them.
        drive = drive == null ? kept(driver, bits, grid, 1) : drive;
        String few = "inputs have " + grid.levels() + " codes, drivers of " + bits + " bits fewer: requantised";
        return drive == null ? rounded(seen, span, few) : drive;
    }

    boolean shifts() {
        return anew || shift != 0;
    }

    /** Replaces values by their codes, unless codes are not shifted; returns what was added to each. */
    long shifted(float[] values, int count) {
        if (!shifts()) {
            return 0;
        }
        double lowest = 0;
        for (int i = 0; i < count; i++) {
            values[i] = (float) Math.rint(values[i] / unit);
            lowest = Math.min(lowest, values[i]);
        }
        long added = shift - (anew ? (long) lowest : 0);
        for (int i = 0; i < count; i++) {
            values[i] += added;
        }
        return added;
    }

    private static Drive rounded(Encoding encoding, Extent span, @Nullable String remark) {
        double high = span.high() / (double) encoding.high();
        double low = encoding.low() < 0 ? span.low() / (double) encoding.low() : 0;
        double unit = Math.max(high, low);
        return new Drive(encoding, unit > 0 ? unit : 1, 0, false, remark);
    }

    /** @param beyond so many of the codes at the end may be clipped */
    private static @Nullable Drive kept(Driver driver, int bits, Grid grid, int beyond) {
        if (grid.levels() > COUNTED) {
            return null;
        }
        String remark =
                beyond == 0 ? null : "inputs have " + grid.levels() + " codes, drivers one less: the last is clipped";
        Encoding unsigned = driver.encoding(bits, false);
        Encoding signed = driver.encoding(bits, true);
        if (!grid.anew() && grid.low() >= 0 && grid.high() <= unsigned.high() + beyond) {
            return new Drive(unsigned, grid.step(), 0, false, remark);
        }
        if (!grid.anew()
                && grid.low() >= signed.low() - beyond
                && grid.high() <= signed.high() + (grid.low() < signed.low() ? 0 : beyond)) {
            return new Drive(signed, grid.step(), 0, false, remark);
        }
        for (Encoding encoding : new Encoding[] {unsigned, signed}) {
            if (grid.levels() <= (long) encoding.high() - encoding.low() + 1 + beyond) {
                return new Drive(
                        encoding, grid.step(), encoding.low() - (grid.anew() ? 0 : grid.low()), grid.anew(), remark);
            }
        }
        return null;
    }
}
