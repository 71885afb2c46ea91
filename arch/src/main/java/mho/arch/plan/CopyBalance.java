package mho.arch.plan;

import java.util.List;
import java.util.function.IntPredicate;
import mho.arch.cut.Tiling;

/**
 * How many copies of each layer balance the pipeline.
 *
 * <p>A layer with n windows gets copies in proportion to n (Shafiee et al. 2016: working back from the last layer, a layer followed by
 * a reduction of s by s gets s*s times the copies of the next). The plan is one number, the windows that a copy works through for one
 * input; copies = ceil(n / windows per copy).
 */
final class CopyBalance {
    /** More arrays than any system has. */
    private static final long BEYOND_ALL = 1L << 61;

    private CopyBalance() {}

    /** What the plan must know of one layer. */
    record Demand(int windows, int arrays, int fixedCopies) {
        int copies(int windowsPerCopy) {
            return fixedCopies > 0 ? fixedCopies : Tiling.ceilDiv(windows, windowsPerCopy);
        }
    }

    /** Arrays of all copies; beyond {@link #BEYOND_ALL} there is no need to tell how many. */
    static long arrays(List<Demand> layers, int windowsPerCopy) {
        long arrays = 0;
        for (Demand demand : layers) {
            arrays = Math.min(BEYOND_ALL, arrays + (long) demand.arrays() * demand.copies(windowsPerCopy));
        }
        return arrays;
    }

    /**
     * Windows per copy so that the smallest map of more than one window has one copy. A layer that stands once anyway (private kernels,
     * recurrence) counts; one whose copies are stated as several does not.
     */
    static int balanced(List<Demand> layers) {
        return layers.stream()
                .filter(d -> d.fixedCopies() <= 1 && d.windows() > 1)
                .mapToInt(Demand::windows)
                .min()
                .orElse(1);
    }

    static int most(List<Demand> layers) {
        return layers.stream().mapToInt(Demand::windows).max().orElse(1);
    }

    /** The fewest windows per copy, not below {@code atLeast}, whose arrays stay within the budget; 0 if even single copies do not. */
    static int fitting(List<Demand> layers, int atLeast, long budget) {
        return fitting(layers, atLeast, windows -> arrays(layers, windows) <= budget);
    }

    /** The same for what else is to hold of windows per copy, and of all that are more. */
    static int fitting(List<Demand> layers, int atLeast, IntPredicate fits) {
        int low = atLeast;
        int high = Math.max(atLeast, most(layers));
        if (!fits.test(high)) {
            return 0;
        }
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (fits.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
