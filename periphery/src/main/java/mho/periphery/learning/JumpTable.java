package mho.periphery.learning;

import java.util.List;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.random.NormalStream;

/**
 * Measured jumps: for starting weights evenly spaced from the cell's lowest to its highest, the distribution of the change by one pulse,
 * given by its quantiles. A pulse draws u uniformly; its change is the quantile of u, in a straight line between the starts on both sides
 * and between the probabilities on both sides. Beyond the first and the last probability a quantile stays. Burr et al., IEEE
 * Transactions on Electron Devices 62:3498, 2015, give distributions of jumps instead of means in this way; how measured ones are binned
 * is left to whoever measures.
 */
@Kind("jump-table")
public record JumpTable(
        @Doc("Probabilities of the quantiles, rising") @Unit("1") @Range(min = 0, max = 1) List<Double> probabilities,
        @Doc("Changes by a pulse up: for each starting weight, from the lowest to the highest, its quantiles")
                @Unit("1")
                @Range(min = Double.NEGATIVE_INFINITY)
                List<List<Double>> up,
        @Doc("Changes by a pulse down, likewise; falling weights are negative")
                @Unit("1")
                @Range(min = Double.NEGATIVE_INFINITY)
                List<List<Double>> down,
        @Inline CellTraits cells)
        implements UpdateLaw {

    public JumpTable {
        if (probabilities.size() < 2) {
            throw new IllegalArgumentException("a distribution has at least two quantiles");
        }
        for (int i = 1; i < probabilities.size(); i++) {
            if (probabilities.get(i) <= probabilities.get(i - 1)) {
                throw new IllegalArgumentException("probabilities must rise, found " + probabilities);
            }
        }
        check(up, probabilities.size());
        check(down, probabilities.size());
        probabilities = List.copyOf(probabilities);
        up = up.stream().map(List::copyOf).toList();
        down = down.stream().map(List::copyOf).toList();
    }

    private static void check(List<List<Double>> starts, int quantiles) {
        if (starts.size() < 2) {
            throw new IllegalArgumentException("a table of jumps has at least two starting weights each way");
        }
        for (List<Double> row : starts) {
            if (row.size() != quantiles) {
                throw new IllegalArgumentException(
                        row.size() + " quantiles of a starting weight, there are " + quantiles + " probabilities");
            }
            for (int i = 1; i < quantiles; i++) {
                if (row.get(i) < row.get(i - 1)) {
                    throw new IllegalArgumentException("quantiles of a starting weight must not fall, found " + row);
                }
            }
        }
    }

    @Override
    public double change(boolean up, double weight) {
        return mean(table(up ? this.up : this.down), cells.level(weight));
    }

    private double mean(double[][] starts, double level) {
        double[] p = probabilities.stream().mapToDouble(Double::doubleValue).toArray();
        int last = p.length - 1;
        double[] means = new double[starts.length];
        for (int start = 0; start < starts.length; start++) {
            double[] q = starts[start];
            double sum = p[0] * q[0] + (1 - p[last]) * q[last];
            for (int i = 1; i <= last; i++) {
                sum += (p[i] - p[i - 1]) * (q[i - 1] + q[i]) / 2;
            }
            means[start] = sum;
        }
        return PiecewiseStep.between(means, level);
    }

    private static double[][] table(List<List<Double>> starts) {
        return starts.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    @Override
    public CellPopulation population(int rows, int columns, long seed, long... place) {
        DrawnCells drawn = new DrawnCells(cells, rows, columns, seed, place);
        return new SingleCells(this, drawn, new Response(this, drawn), nominalStep());
    }

    private static final class Response extends PulseResponse {
        private final DrawnCells cells;
        private final double[] probabilities;
        private final double[][] ups;
        private final double[][] downs;

        Response(JumpTable law, DrawnCells cells) {
            this.cells = cells;
            this.probabilities =
                    law.probabilities.stream().mapToDouble(Double::doubleValue).toArray();
            this.ups = table(law.up);
            this.downs = table(law.down);
        }

        @Override
        float after(int cell, int way, float weight, NormalStream stream) {
            double u = stream.uniform();
            if (cells.stuck(cell)) {
                return weight;
            }
            int last = probabilities.length - 1;
            int below = 0; // the last quantile at or below u, but for the topmost
            for (int top = last; top - below > 1; ) {
                int middle = (below + top) >>> 1;
                if (probabilities[middle] <= u) {
                    below = middle;
                } else {
                    top = middle;
                }
            }
            double from = probabilities[below];
            double part = Math.max(0, Math.min(1, (u - from) / (probabilities[below + 1] - from)));
            double[][] starts = way == UP ? ups : downs;
            float low = cells.lowest[cell];
            double place = (weight - low) / (double) (cells.highest[cell] - low) * (starts.length - 1);
            int start = Math.max(0, Math.min(starts.length - 2, (int) place));
            double lower = quantile(starts[start], below, part);
            double upper = quantile(starts[start + 1], below, part);
            return (float) (weight + lower + (place - start) * (upper - lower));
        }

        private static double quantile(double[] quantiles, int below, double part) {
            return quantiles[below] + part * (quantiles[below + 1] - quantiles[below]);
        }
    }
}
