package mho.periphery.scheme;

import java.util.List;
import java.util.Set;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.Movement;
import mho.periphery.learning.UpdateLaw;

/**
 * A weight is a cell read against another of its kind, w = g − reference, of which only g learns. The reference is programmed once, when
 * the matrix is made: to the middle of the window, or to the symmetry point of g, where a pulse up and one down undo each other. That is
 * found by pulses up and down in turn, until the cell has settled (zero shifting: Kim et al., arXiv:1907.10228, 2019); they wear the cell
 * and are no update. Without it an array that has to forget, as the fast one of tiki-taka, forgets towards a wrong weight.
 */
@Kind("referenced")
public record ReferencedCell(
        @Doc("What the reference is programmed to") @Default("symmetry-point") Point at,
        @Doc("Pulses up and down in turn, of each way, that find the symmetry point")
                @Unit("1")
                @Default("2000")
                @Range(min = 1)
                int settling)
        implements ComposedWeight {

    /** What a reference is programmed to. */
    public enum Point {
        MIDDLE,
        SYMMETRY_POINT
    }

    @Override
    public double[] significances() {
        return new double[] {1, -1};
    }

    @Override
    public Set<Movement> accepts() {
        return Set.of(Movement.BOTH_WAYS);
    }

    @Override
    public PulsedCells made(MatrixSite site, UpdateLaw law, int first) {
        CellPopulation cells =
                law.population(site.rows(), site.columns(), site.seed(), site.place(MatrixSite.Use.CELLS, first));
        CellPopulation references =
                law.population(site.rows(), site.columns(), site.seed(), site.place(MatrixSite.Use.CELLS, first + 1));
        float middle = (float) law.cells().weight(0.5);
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                references.set(row, column, at == Point.MIDDLE ? middle : settled(cells, row, column, middle));
            }
        }
        Referenced made = new Referenced(cells, references);
        made.set(new float[site.count()]);
        return made;
    }

    /** Where the cell stands between a pulse up and one down, on average over the second half of the pulses, which noise has least of. */
    private float settled(CellPopulation cells, int row, int column, float middle) {
        cells.set(row, column, middle);
        double sum = 0;
        int from = settling / 2;
        for (int i = 0; i < settling; i++) {
            cells.pulse(row, column, 1);
            float above = cells.kept(row, column);
            cells.pulse(row, column, -1);
            if (i >= from) {
                sum += (above + cells.kept(row, column)) / 2;
            }
        }
        return (float) (sum / (settling - from));
    }

    private static final class Referenced extends PulsedCells {
        private final CellPopulation cells;
        private final CellPopulation references;
        private final List<CellPopulation> all;

        Referenced(CellPopulation cells, CellPopulation references) {
            super(cells.rows(), cells.columns());
            this.cells = cells;
            this.references = references;
            this.all = List.of(cells, references);
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
            return cells.weight(row, column) - references.weight(row, column);
        }

        @Override
        void set(int row, int column, float weight) {
            cells.set(row, column, references.kept(row, column) + weight);
        }

        @Override
        List<CellPopulation> populations() {
            return all;
        }
    }
}
