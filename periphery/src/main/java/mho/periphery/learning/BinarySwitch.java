package mho.periphery.learning;

import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.random.NormalStream;

/**
 * A device of two states, its lowest and its highest weight: a pulse switches it to that of its way with some probability, and does
 * nothing to one that is there already. What it is programmed to is the nearer state. Magnetic junctions and binary filaments switch so
 * (Vincent et al., IEEE Transactions on Biomedical Circuits and Systems 9:166, 2015).
 */
@Kind("binary")
public record BinarySwitch(
        @Doc("Probability that a pulse up switches a cell that is down") @Unit("1") @Range(min = 0, max = 1)
                double upProbability,
        @Doc("Probability that a pulse down switches a cell that is up") @Unit("1") @Range(min = 0, max = 1)
                double downProbability,
        @Inline CellTraits cells)
        implements UpdateLaw {

    /** Of a cell that is found at the weight on average. */
    @Override
    public double change(boolean up, double weight) {
        return up ? upProbability * (cells.highest() - weight) : -downProbability * (weight - cells.lowest());
    }

    @Override
    public Movement movement() {
        return Movement.TWO_STATES;
    }

    @Override
    public CellPopulation population(int rows, int columns, long seed, long... place) {
        DrawnCells drawn = new DrawnCells(cells, rows, columns, seed, place);
        return new SingleCells(this, drawn, new Response(this, drawn), nominalStep());
    }

    private static final class Response extends PulseResponse {
        private final DrawnCells cells;
        private final double upProbability;
        private final double downProbability;

        Response(BinarySwitch law, DrawnCells cells) {
            this.cells = cells;
            this.upProbability = law.upProbability;
            this.downProbability = law.downProbability;
        }

        @Override
        float after(int cell, int way, float weight, NormalStream stream) {
            boolean up = way == UP;
            boolean switches = stream.uniform() < (up ? upProbability : downProbability);
            return switches ? (up ? cells.highest[cell] : cells.lowest[cell]) : weight;
        }

        @Override
        float held(int cell, float weight) {
            float low = cells.lowest[cell];
            float high = cells.highest[cell];
            return weight - low < high - weight ? low : high;
        }
    }
}
