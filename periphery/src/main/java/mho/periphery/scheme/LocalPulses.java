package mho.periphery.scheme;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * Pulses that each side decides for itself, with no word between them: the neuron before a row fires so many as x and the rate make it,
 * the one behind a column so many as δ makes it, at times fixed beforehand, and a cell takes a pulse wherever they overlap. With N the most
 * either side fires, a row that fires a times does so in a of N blocks of time, a column that fires b times in b slots of each block: they
 * overlap a · b times. a = round(balance · √(rate/step) · |x|) and b = round(√(rate/step) · |δ| / balance), N at most. Burr et al., IEEE
 * Transactions on Electron Devices 62:3498, 2015, whose update it is ("crossbar-compatible"); how times are laid out is assumed.
 */
@Kind("local-pulses")
public record LocalPulses(
        @Doc("Most pulses of a row, and of a column in each of a row's")
                @Unit("1")
                @Default("4")
                @Range(min = 1, max = 8)
                int most,
        @Doc(
                        "Factor of pulses on rows, and divisor of those on columns: √(usual delta / usual x) where both shall fire alike")
                @Unit("1")
                @Default("1")
                double balance,
        @Doc("Phases, as of trains") @Unit("1") @Default("2") @Range(min = 1, max = 4) int phases,
        @Doc("Of which cells a weight is made") @Default("{kind: one}") ComposedWeight weight)
        implements PulseRule {

    public LocalPulses {
        if (phases == 3) {
            throw new IllegalArgumentException(
                    "phases go by the sign of x (2) or by both signs (4), or at once (1), found 3");
        }
    }

    @Override
    public TrainPlan plan() {
        return new TrainPlan(most * most, phases);
    }

    @Override
    public PulseWriter writer(PulsedCells cells, MatrixSite site, int number) {
        return new Writer(this, cells);
    }

    private static final class Writer extends PulseWriter {
        private final LocalPulses rule;
        private final PulseTrains trains;
        private final SlotTally tally = new SlotTally();

        /** Trains of so many pulses: whole blocks of a row, the same slots of each block of a column. */
        private final long[] ofRow;

        private final long[] ofColumn;

        Writer(LocalPulses rule, PulsedCells cells) {
            super(cells);
            this.rule = rule;
            this.trains = new PulseTrains(cells.columns, cells.separatesSigns());
            this.ofRow = new long[rule.most + 1];
            this.ofColumn = new long[rule.most + 1];
            for (int fires = 1; fires <= rule.most; fires++) {
                ofRow[fires] = ofRow[fires - 1];
                ofColumn[fires] = ofColumn[fires - 1];
                for (int i = 0; i < rule.most; i++) {
                    ofRow[fires] |= 1L << ((fires - 1) * rule.most + i);
                    ofColumn[fires] |= 1L << (i * rule.most + fires - 1);
                }
            }
        }

        @Override
        double room() {
            return (double) rule.most * rule.most;
        }

        @Override
        void write(float[] x, int xAt, float[] delta, int deltaAt, float rate, PulseCounts counts) {
            double gain = Math.sqrt(rate / cells.step());
            trains.clear();
            tally.clear();
            for (int column = 0; column < cells.columns; column++) {
                float value = delta[deltaAt + column];
                long train = ofColumn[fires(gain / rule.balance * value)];
                if (train != 0) {
                    trains.add(column, train, value > 0);
                    tally.column(train, value > 0);
                }
            }
            for (int row = 0; row < cells.rows; row++) {
                float value = x[xAt + row];
                long train = ofRow[fires(gain * rule.balance * value)];
                if (train != 0) {
                    tally.row(train, value < 0);
                    cells.pulseRow(row, train, value < 0, trains);
                }
            }
            tally.count(cells, rule.most * rule.most, rule.phases, counts);
            cells.requestEnds();
        }

        private int fires(double wanted) {
            return (int) Math.min(rule.most, Math.round(Math.abs(wanted)));
        }
    }
}
