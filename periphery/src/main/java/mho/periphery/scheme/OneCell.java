package mho.periphery.scheme;

import java.util.List;
import java.util.Set;
import mho.core.yaml.Kind;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.Movement;
import mho.periphery.learning.UpdateLaw;

/** A weight is one cell, read against a fixed reference that no error moves; of a one-sided pair, its two devices. */
@Kind("one")
public record OneCell() implements ComposedWeight {

    @Override
    public double[] significances() {
        return new double[] {1};
    }

    @Override
    public Set<Movement> accepts() {
        return Set.of(Movement.BOTH_WAYS, Movement.PAIRED, Movement.TWO_STATES);
    }

    @Override
    public PulsedCells made(MatrixSite site, UpdateLaw law, int first) {
        return new Cells(
                law.population(site.rows(), site.columns(), site.seed(), site.place(MatrixSite.Use.CELLS, first)));
    }

    private static final class Cells extends PulsedCells {
        private final CellPopulation cells;
        private final List<CellPopulation> all;

        Cells(CellPopulation cells) {
            super(cells.rows(), cells.columns());
            this.cells = cells;
            this.all = List.of(cells);
        }

        @Override
        void pulse(int row, int column, int requests) {
            cells.pulse(row, column, requests);
        }

        @Override
        void pulseRow(int row, long train, boolean negative, PulseTrains trains) {
            cells.pulseRow(row, train, negative, trains.all());
        }

        @Override
        double step() {
            return cells.law().nominalStep();
        }

        @Override
        int requestsFor(double change) {
            return cells.law().pulsesFor(change);
        }

        @Override
        float weight(int row, int column) {
            return cells.weight(row, column);
        }

        @Override
        void read(float[] into) {
            cells.read(into);
        }

        @Override
        void set(int row, int column, float weight) {
            cells.set(row, column, weight);
        }

        @Override
        List<CellPopulation> populations() {
            return all;
        }
    }
}
