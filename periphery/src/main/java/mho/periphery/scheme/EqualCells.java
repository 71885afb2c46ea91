package mho.periphery.scheme;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.CellState;
import mho.periphery.learning.Movement;
import mho.periphery.learning.UpdateLaw;

/**
 * A weight is the mean of several cells, of which one counter for the whole matrix says which takes the pulses of an update; after an
 * update it goes on by its increment, around. Two more counters leave out requests of one way: those up are heeded in one of {@code
 * up-every} updates, those down in one of {@code down-every}, so that a device that moves more the one way than the other does not drift.
 * Lines fire all the same. Boybat et al., Nature Communications 9:2514, 2018 (multi-memristive synapses); that the counters go on once an
 * update of the matrix, not once a programmed weight, is assumed.
 */
@Kind("several")
public record EqualCells(
        @Doc("Cells of a weight") @Unit("1") @Range(min = 1) int devices,
        @Doc("By how much the counter goes on after an update") @Unit("1") @Default("1") @Range(min = 1) int increment,
        @Doc("Updates of which one is heeded where it asks for more weight") @Unit("1") @Default("1") @Range(min = 1)
                int upEvery,
        @Doc("Updates of which one is heeded where it asks for less weight") @Unit("1") @Default("1") @Range(min = 1)
                int downEvery)
        implements ComposedWeight {

    public EqualCells {
        if (reached(devices, increment) != devices) {
            throw new IllegalArgumentException("an increment of " + increment + " never comes to some of " + devices
                    + " devices, choose one without a common divisor");
        }
    }

    private static int reached(int devices, int increment) {
        int count = 1;
        for (int at = increment % devices; at != 0; at = (at + increment) % devices) {
            count++;
        }
        return count;
    }

    @Override
    public double[] significances() {
        double[] same = new double[devices];
        Arrays.fill(same, 1.0 / devices);
        return same;
    }

    @Override
    public Set<Movement> accepts() {
        return Set.of(Movement.BOTH_WAYS, Movement.PAIRED, Movement.TWO_STATES);
    }

    @Override
    public PulsedCells made(MatrixSite site, UpdateLaw law, int first) {
        List<CellPopulation> cells = IntStream.range(first, first + devices)
                .mapToObj(number -> law.population(
                        site.rows(), site.columns(), site.seed(), site.place(MatrixSite.Use.CELLS, number)))
                .toList();
        return new Sets(cells, this);
    }

    private static final class Sets extends PulsedCells {
        private final List<CellPopulation> cells;
        private final EqualCells spec;
        private int turn;
        private int sinceUp;
        private int sinceDown;

        Sets(List<CellPopulation> cells, EqualCells spec) {
            super(cells.get(0).rows(), cells.get(0).columns());
            this.cells = cells;
            this.spec = spec;
        }

        @Override
        boolean heeds(boolean up) {
            return up ? sinceUp == 0 : sinceDown == 0;
        }

        @Override
        boolean separatesSigns() {
            return spec.upEvery > 1 || spec.downEvery > 1;
        }

        @Override
        void pulse(int row, int column, int requests) {
            if (heeds(requests > 0)) {
                cells.get(turn).pulse(row, column, requests);
            }
        }

        @Override
        void pulseRow(int row, long train, boolean negative, PulseTrains trains) {
            boolean up = heeds(true);
            boolean down = heeds(false);
            if (up && down) {
                cells.get(turn).pulseRow(row, train, negative, trains.all());
            } else if (up || down) {
                boolean sign = up == negative; // up where the signs of row and column are the same
                cells.get(turn).pulseRow(row, train, negative, trains.ofSign(sign));
            }
        }

        @Override
        void requestEnds() {
            turn = (turn + spec.increment) % cells.size();
            sinceUp = (sinceUp + 1) % spec.upEvery;
            sinceDown = (sinceDown + 1) % spec.downEvery;
        }

        @Override
        double step() {
            return cells.get(0).law().nominalStep() / cells.size();
        }

        @Override
        int requestsFor(double change) {
            return cells.get(0).law().pulsesFor(change * cells.size());
        }

        @Override
        float weight(int row, int column) {
            float sum = 0;
            for (int i = 0; i < cells.size(); i++) {
                sum += cells.get(i).weight(row, column);
            }
            return sum / cells.size();
        }

        @Override
        void set(int row, int column, float weight) {
            for (int i = 0; i < cells.size(); i++) {
                cells.get(i).set(row, column, weight);
            }
        }

        @Override
        List<CellPopulation> populations() {
            return cells;
        }

        @Override
        void save(String name, CellState into) {
            into.longs(name + "/turns", turn, sinceUp, sinceDown);
        }

        @Override
        void restore(String name, CellState from) {
            long[] words = new long[3];
            from.take(name + "/turns", words);
            turn = (int) words[0];
            sinceUp = (int) words[1];
            sinceDown = (int) words[2];
        }
    }
}
