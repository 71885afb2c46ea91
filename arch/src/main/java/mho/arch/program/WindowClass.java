package mho.arch.program;

import java.util.Arrays;

/**
 * What makes two windows of a stage alike: the same site, the same receivers, as many real (not padding) positions read of every
 * input. Windows alike share a recipe.
 */
record WindowClass(int site, int receivers, int[] taps) {
    @Override
    public boolean equals(Object other) {
        return other instanceof WindowClass that
                && site == that.site
                && receivers == that.receivers
                && Arrays.equals(taps, that.taps);
    }

    @Override
    public int hashCode() {
        return (site * 31 + receivers) * 31 + Arrays.hashCode(taps);
    }
}
