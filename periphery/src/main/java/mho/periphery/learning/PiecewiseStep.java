package mho.periphery.learning;

import java.util.List;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.random.NormalStream;

/**
 * A table of mean steps: at nodes evenly spaced from the cell's lowest weight to its highest, the factor of {@code step} that a pulse has
 * there, in a straight line between nodes; noise multiplies, c = pulse-noise · N(0, 1). IBM aihwkit 4545f11 (PiecewiseStep). A factor
 * below zero moves a cell the other way.
 */
@Kind("piecewise-step")
public record PiecewiseStep(
        @Inline PulseStep steps,
        @Doc("Factors of a step up, from the lowest weight to the highest")
                @Unit("1")
                @Range(min = Double.NEGATIVE_INFINITY)
                List<Double> up,
        @Doc("Factors of a step down, from the lowest weight to the highest")
                @Unit("1")
                @Range(min = Double.NEGATIVE_INFINITY)
                List<Double> down,
        @Inline CellTraits cells)
        implements UpdateLaw {

    public PiecewiseStep {
        if (up.size() < 2 || down.size() < 2) {
            throw new IllegalArgumentException("a table of steps has at least two nodes each way");
        }
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    @Override
    public double change(boolean up, double weight) {
        double factor = between(nodes(up ? this.up : this.down), cells.level(weight));
        return up ? steps.mean(true) * factor : -steps.mean(false) * factor;
    }

    private static double[] nodes(List<Double> factors) {
        return factors.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** In a straight line between nodes evenly spaced over levels from 0 to 1. */
    static double between(double[] nodes, double level) {
        double place = level * (nodes.length - 1);
        int below = Math.max(0, Math.min(nodes.length - 2, (int) place));
        return nodes[below] + (place - below) * (nodes[below + 1] - nodes[below]);
    }

    @Override
    public CellPopulation population(int rows, int columns, long seed, long... place) {
        DrawnCells drawn = new DrawnCells(cells, rows, columns, seed, place);
        return new SingleCells(this, drawn, new Response(this, drawn), steps.step());
    }

    private static final class Response extends PulseResponse {
        private final DrawnCells cells;
        private final DrawnSteps steps;
        private final double[] ups;
        private final double[] downs;
        private final double noise;

        Response(PiecewiseStep law, DrawnCells cells) {
            this.cells = cells;
            this.steps = new DrawnSteps(law.steps, cells);
            this.ups = nodes(law.up);
            this.downs = nodes(law.down);
            this.noise = law.steps.pulseNoise();
        }

        @Override
        float after(int cell, int way, float weight, NormalStream stream) {
            float step = steps.of(cell, way);
            if (step == 0) {
                return weight;
            }
            float low = cells.lowest[cell];
            double level = (weight - low) / (double) (cells.highest[cell] - low);
            double change = way == UP ? step * between(ups, level) : -step * between(downs, level);
            return (float) (weight + (noise == 0 ? change : change * (1 + noise * stream.normal())));
        }
    }
}
