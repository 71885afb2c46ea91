package mho.reports.training;

import java.util.ArrayList;
import java.util.List;

/**
 * How the weights and the cells of a layer were distributed before training and are behind it, as counts in {@link #BINS} equal parts.
 *
 * @param layer its name
 * @param from lowest weight, before or behind
 * @param to highest weight
 * @param weightsBefore weights as they are read, biases included, in parts of what lies between
 * @param cellsBefore cells in parts of the window of the mean device, from its lowest conductance to its highest; those beyond it in the
 *     outermost; empty where weights are ideal
 */
public record LearntDistribution(
        String layer,
        double from,
        double to,
        List<Long> weightsBefore,
        List<Long> weightsAfter,
        List<Long> cellsBefore,
        List<Long> cellsAfter) {
    public static final int BINS = 40;

    public LearntDistribution {
        weightsBefore = List.copyOf(weightsBefore);
        weightsAfter = List.copyOf(weightsAfter);
        cellsBefore = List.copyOf(cellsBefore);
        cellsAfter = List.copyOf(cellsAfter);
    }

    static LearntDistribution of(
            String layer, float[] before, float[] after, List<Long> cellsBefore, List<Long> cellsAfter) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (float[] weights : List.of(before, after)) {
            for (float weight : weights) {
                from = Math.min(from, weight);
                to = Math.max(to, weight);
            }
        }
        return new LearntDistribution(
                layer, from, to, counts(before, from, to), counts(after, from, to), cellsBefore, cellsAfter);
    }

    private static List<Long> counts(float[] weights, double from, double to) {
        long[] counts = new long[BINS];
        for (float weight : weights) {
            int bin = to == from ? 0 : (int) (BINS * ((weight - from) / (to - from)));
            counts[Math.min(BINS - 1, bin)]++;
        }
        List<Long> all = new ArrayList<>();
        for (long count : counts) {
            all.add(count);
        }
        return all;
    }
}
