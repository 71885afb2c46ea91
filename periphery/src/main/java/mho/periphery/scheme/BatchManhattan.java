package mho.periphery.scheme;

import java.util.Arrays;
import java.util.List;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.CellState;

/**
 * The sum of rate · x · δ over some batches is kept in digital; when they end every weight takes one pulse against its sign, row by row, and
 * none where its size is no more than a threshold. Prezioso et al., Nature 521:61, 2015 (Manhattan rule, an epoch for a batch).
 */
@Kind("batch-manhattan")
public record BatchManhattan(
        @Doc("Batches whose sum makes one pulse") @Unit("1") @Default("1") @Range(min = 1) int every,
        @Doc("Size of the summed change of a weight that is not yet heeded") @Unit("1") @Default("0") @Range(min = 0)
                double threshold,
        @Doc("Of which cells a weight is made") @Default("{kind: one}") ComposedWeight weight)
        implements UpdateScheme {

    @Override
    public List<DeviceRole> roles() {
        return List.of(new DeviceRole("cell", weight.accepts()));
    }

    @Override
    public double[] significances() {
        return weight.significances();
    }

    @Override
    public LearningCells made(MatrixSite site) {
        return new Learning(this, site);
    }

    private static final class Learning extends LearningCells {
        private final BatchManhattan scheme;
        private final PulsedCells cells;
        private final RowPulses pulses;
        private final GradientSum sum;
        private int batches;

        Learning(BatchManhattan scheme, MatrixSite site) {
            super(site);
            this.scheme = scheme;
            cells = scheme.weight.made(site, site.law(0), 0);
            pulses = new RowPulses(cells, null);
            sum = new GradientSum(site.rows(), site.columns(), null, null);
        }

        @Override
        void learn(float[] x, int xAt, float[] delta, int deltaAt, float rate) {
            sum.add(x, xAt, delta, deltaAt, rate, counts());
        }

        @Override
        public void exampleEnds() {
            cells.leak(1);
        }

        @Override
        public void batchEnds() {
            batches++;
            if (batches < scheme.every) {
                return;
            }
            batches = 0;
            long slots = 0;
            for (int row = 0; row < rows(); row++) {
                for (int column = 0; column < columns(); column++) {
                    float change = sum.change[row * columns() + column];
                    pulses.ask(column, Math.abs(change) > (float) scheme.threshold ? (change > 0 ? 1 : -1) : 0);
                }
                slots += pulses.give(row, counts().updates());
            }
            counts().computed(0, (long) rows() * columns());
            counts().updates().took(slots);
            cells.requestEnds();
            Arrays.fill(sum.change, 0);
        }

        @Override
        void composed(float[] into) {
            cells.read(into);
        }

        @Override
        void program(float[] composed) {
            cells.set(composed);
            Arrays.fill(sum.change, 0);
        }

        @Override
        public List<CellPopulation> populations() {
            return cells.populations();
        }

        @Override
        void saveOwn(CellState into) {
            cells.save("cells", into);
            into.floats("sum", sum.change);
            into.longs("batches", batches);
        }

        @Override
        void restoreOwn(CellState from) {
            cells.restore("cells", from);
            from.take("sum", sum.change);
            long[] words = new long[1];
            from.take("batches", words);
            batches = (int) words[0];
        }
    }
}
