package mho.arch.element.crossbar.values;

/**
 * The centre of some weights (Andrulis et al., ISCA 2023): the code that is taken off all of them so that the digits of what is left, which have
 * its sign, add up to little in every slice,
 *
 * <pre>min over centre of the sum over slices of (2^shift * sum over weights of the digit of weight - centre)^4</pre>
 */
final class Centre {
    private Centre() {}

    /**
     * @param codes rows x outputs
     * @param from first row
     * @param rows of them
     */
    static int of(int[][] codes, int from, int rows, int output, Slicing slicing) {
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int r = from; r < from + rows; r++) {
            low = Math.min(low, codes[r][output]);
            high = Math.max(high, codes[r][output]);
        }
        int[] often = new int[high - low + 1];
        for (int r = from; r < from + rows; r++) {
            often[codes[r][output] - low]++;
        }
        int best = low;
        double least = Double.POSITIVE_INFINITY;
        for (int centre = low; centre <= high; centre++) {
            double cost = cost(often, low - centre, slicing);
            if (cost < least) {
                least = cost;
                best = centre;
            }
        }
        return best;
    }

    /** @param first what is left of the lowest code */
    private static double cost(int[] often, int first, Slicing slicing) {
        double cost = 0;
        for (int slice = 0; slice < slicing.slices(); slice++) {
            long sum = 0;
            for (int i = 0; i < often.length; i++) {
                int left = first + i;
                sum += (long) often[i] * (slicing.digit(left, slice, false) - slicing.digit(left, slice, true));
            }
            cost += Math.pow(slicing.significance(slice) * sum, 4);
        }
        return cost;
    }
}
