package mho.arch.element.crossbar.values;

import java.util.Arrays;
import mho.arch.codes.Extent;

/**
 * The sums that columns reach on calibration data, and the range that covers a share of them. Counted in bins whose width doubles as larger
 * sums come, so that the range of a share is known to within a thousandth of the largest sum.
 */
final class ColumnSums {
    private static final int BINS = 2048;

    private final double share;
    private final long[] above = new long[BINS];
    private final long[] below = new long[BINS];
    private Extent all = Extent.NOTHING;
    private double width = 0x1p-40;

    /** @param share of the sums on either side of zero that is to be covered; 1 covers all of them exactly */
    ColumnSums(double share) {
        this.share = share;
    }

    void add(float[] sums, int count) {
        Extent seen = Extent.of(sums, count);
        all = all.and(seen);
        if (share == 1) {
            return;
        }
        while (seen.magnitude() >= width * BINS) {
            widen(above);
            widen(below);
            width *= 2;
        }
        for (int i = 0; i < count; i++) {
            if (sums[i] > 0) {
                above[(int) (sums[i] / width)]++;
            } else if (sums[i] < 0) {
                below[(int) (-sums[i] / width)]++;
            }
        }
    }

    private static void widen(long[] bins) {
        for (int i = 0; i < BINS / 2; i++) {
            bins[i] = bins[2 * i] + bins[2 * i + 1];
        }
        Arrays.fill(bins, BINS / 2, BINS, 0);
    }

    Extent covered() {
        return share == 1
                ? all
                : new Extent((float) -Math.min(-all.low(), reach(below)), (float) Math.min(all.high(), reach(above)));
    }

    /** Upper end of the bin with the last sum that is covered. */
    private double reach(long[] bins) {
        long total = 0;
        for (long count : bins) {
            total += count;
        }
        double wanted = share * total;
        long covered = 0;
        int bin = 0;
        while (covered < wanted) {
            covered += bins[bin++];
        }
        return bin * width;
    }
}
