package mho.arch.codes;

import org.jspecify.annotations.Nullable;

/**
 * How inputs of a layer become the codes that an element takes: {@code code = value / unit + shift}. What a shift adds is taken off with the
 * sums of the weights, which are known.
 *
 * @param codes that it takes
 * @param shift added to every code; it makes codes of a zero point positive
 * @param anew whether the shift is found for each vector instead, as much as its lowest code needs: the zero point of every input is its own
 * @param remark what became of the model's codes if they could not be kept; null if they were or there are none
 */
public record InputCodes(CodeSpan codes, double unit, long shift, boolean anew, @Nullable String remark) {
    /** Beyond this many codes float no longer counts them. */
    private static final long COUNTED = 1 << 24;

    /**
     * @param offered codes of the element
     * @param bits of one
     */
    public static InputCodes of(CodeSpan.Offered offered, int bits, InputRange inputs) {
        Extent span = inputs.span();
        CodeGrid grid = inputs.grid();
        CodeSpan seen = offered.codes(span.negative());
        if (grid == null) {
            return rounded(seen, span, null);
        }
        if (!(grid.step() > 0)) {
            return rounded(
                    seen, span, "inputs have scales of their own for each channel: requantised to " + bits + " bits");
        }
        InputCodes drive = kept(offered, grid, 0);
        if (drive == null && !grid.anew()) {
            long low = Math.round(span.low() / grid.step());
            long high = Math.round(span.high() / grid.step());
            boolean as = low >= seen.low() && high <= seen.high();
            drive = as
                    ? new InputCodes(seen, grid.step(), 0, false, null)
                    : kept(offered, new CodeGrid(grid.step(), low, high, false), 0);
        }
        // One code of 256 too many, as drivers of a sign and a magnitude have it: clipping it is far less than rounding
        // all of them.
        drive = drive == null ? kept(offered, grid, 1) : drive;
        String few = "inputs have " + grid.levels() + " codes, drivers of " + bits + " bits fewer: requantised";
        return drive == null ? rounded(seen, span, few) : drive;
    }

    public boolean shifts() {
        return anew || shift != 0;
    }

    /** Replaces values by their codes, unless codes are not shifted; returns what was added to each. */
    public long shifted(float[] values, int count) {
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

    private static InputCodes rounded(CodeSpan codes, Extent span, @Nullable String remark) {
        double high = span.high() / (double) codes.high();
        double low = codes.low() < 0 ? span.low() / (double) codes.low() : 0;
        double unit = Math.max(high, low);
        return new InputCodes(codes, unit > 0 ? unit : 1, 0, false, remark);
    }

    /** @param beyond so many of the codes at the end may be clipped */
    private static @Nullable InputCodes kept(CodeSpan.Offered offered, CodeGrid grid, int beyond) {
        if (grid.levels() > COUNTED) {
            return null;
        }
        String remark =
                beyond == 0 ? null : "inputs have " + grid.levels() + " codes, drivers one less: the last is clipped";
        CodeSpan unsigned = offered.codes(false);
        CodeSpan signed = offered.codes(true);
        if (!grid.anew() && grid.low() >= 0 && grid.high() <= unsigned.high() + beyond) {
            return new InputCodes(unsigned, grid.step(), 0, false, remark);
        }
        if (!grid.anew()
                && grid.low() >= signed.low() - beyond
                && grid.high() <= signed.high() + (grid.low() < signed.low() ? 0 : beyond)) {
            return new InputCodes(signed, grid.step(), 0, false, remark);
        }
        for (CodeSpan codes : new CodeSpan[] {unsigned, signed}) {
            if (grid.levels() <= (long) codes.high() - codes.low() + 1 + beyond) {
                return new InputCodes(
                        codes, grid.step(), codes.low() - (grid.anew() ? 0 : grid.low()), grid.anew(), remark);
            }
        }
        return null;
    }
}
