package mho.periphery.scheme;

import java.util.List;
import java.util.Set;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.CellState;
import mho.periphery.learning.CellTraits;
import mho.periphery.learning.Movement;
import mho.periphery.learning.UpdateLaw;

/**
 * A weight is the difference of two cells that move both ways, w = w⁺ − w⁻; a request up pulses w⁺ up, w⁻ down, or both. It is programmed
 * evenly, by half on each side of the middle of the window.
 */
@Kind("pair")
public record PairOfCells(@Doc("Which of the two a request pulses") @Default("both") Turn pulsed)
        implements ComposedWeight {

    /** Which cells of a pair a request pulses. */
    public enum Turn {
        /** Both, opposite ways, each by lines of its own. */
        BOTH,
        /** w⁺ in one update and w⁻ in the next. */
        ALTERNATE
    }

    @Override
    public double[] significances() {
        return new double[] {1, -1};
    }

    @Override
    public Set<Movement> accepts() {
        return Set.of(Movement.BOTH_WAYS, Movement.TWO_STATES);
    }

    @Override
    public PulsedCells made(MatrixSite site, UpdateLaw law, int first) {
        Pairs pairs = new Pairs(
                law.population(site.rows(), site.columns(), site.seed(), site.place(MatrixSite.Use.CELLS, first)),
                law.population(site.rows(), site.columns(), site.seed(), site.place(MatrixSite.Use.CELLS, first + 1)),
                pulsed == Turn.BOTH);
        pairs.set(new float[site.count()]);
        return pairs;
    }

    private static final class Pairs extends PulsedCells {
        private final CellPopulation plus;
        private final CellPopulation minus;
        private final List<CellPopulation> all;
        private final boolean both;
        private final float middle;
        private long updates;

        Pairs(CellPopulation plus, CellPopulation minus, boolean both) {
            super(plus.rows(), plus.columns());
            this.plus = plus;
            this.minus = minus;
            this.all = List.of(plus, minus);
            this.both = both;
            CellTraits traits = plus.law().cells();
            this.middle = (float) traits.weight(0.5);
        }

        private boolean plusTakes() {
            return both || (updates & 1) == 0;
        }

        private boolean minusTakes() {
            return both || (updates & 1) != 0;
        }

        @Override
        void pulse(int row, int column, int requests) {
            if (plusTakes()) {
                plus.pulse(row, column, requests);
            }
            if (minusTakes()) {
                minus.pulse(row, column, -requests);
            }
        }

        @Override
        void pulseRow(int row, long train, boolean negative, PulseTrains trains) {
            if (plusTakes()) {
                plus.pulseRow(row, train, negative, trains.all());
            }
            if (minusTakes()) {
                minus.pulseRow(row, train, !negative, trains.all());
            }
        }

        @Override
        void requestEnds() {
            updates++;
        }

        @Override
        int planes() {
            return both ? 2 : 1;
        }

        @Override
        double step() {
            return planes() * plus.law().nominalStep();
        }

        @Override
        int requestsFor(double change) {
            return plus.law().pulsesFor(change / planes());
        }

        @Override
        float weight(int row, int column) {
            return plus.weight(row, column) - minus.weight(row, column);
        }

        @Override
        void set(int row, int column, float weight) {
            plus.set(row, column, middle + weight / 2);
            minus.set(row, column, middle - weight / 2);
        }

        @Override
        List<CellPopulation> populations() {
            return all;
        }

        @Override
        void save(String name, CellState into) {
            into.longs(name + "/updates", updates);
        }

        @Override
        void restore(String name, CellState from) {
            long[] words = new long[1];
            from.take(name + "/updates", words);
            updates = words[0];
        }
    }
}
