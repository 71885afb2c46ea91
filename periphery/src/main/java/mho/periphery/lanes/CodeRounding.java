package mho.periphery.lanes;

/** Values as integer codes of a unit. */
public final class CodeRounding {
    private CodeRounding() {}

    /**
     * Rounds values, half to even, to codes from low to high.
     *
     * @param unit value of the code 1
     * @param codes where they go; may be the values' own array
     * @return how many lay beyond the codes by more than half of one
     */
    public static long codes(float[] values, int count, float unit, int low, int high, float[] codes) {
        System.arraycopy(values, 0, codes, 0, count);
        if (high < Clip.QUANTISED) {
            return Clip.BEST.quantise(codes, count, 1 / unit, low, high, 1);
        }
        for (int i = 0; i < count; i++) {
            codes[i] /= unit;
        }
        long clipped = Clip.BEST.clip(codes, count, low, high, 0.5f);
        for (int i = 0; i < count; i++) {
            codes[i] = (float) Math.rint(codes[i]);
        }
        return clipped;
    }
}
