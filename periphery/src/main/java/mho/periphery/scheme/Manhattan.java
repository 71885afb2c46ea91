package mho.periphery.scheme;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * One pulse for each update, against the sign of x · δ, on all cells at once; lines whose value is no more than a threshold stay at rest.
 * The learning rate has no say but that it is above zero: a step is the step of the cell. Zamanidoost et al., IEEE WISP, 2015 (Manhattan rule,
 * the stochastic one); sums over a batch take {@link BatchManhattan}.
 */
@Kind("manhattan")
public record Manhattan(
        @Doc("Size of x that is not yet heeded") @Unit("1") @Default("0") @Range(min = 0) double xThreshold,
        @Doc("Size of delta that is not yet heeded") @Unit("1") @Default("0") @Range(min = 0) double deltaThreshold,
        @Doc("Phases, as of trains") @Unit("1") @Default("2") @Range(min = 1, max = 4) int phases,
        @Doc("Of which cells a weight is made") @Default("{kind: one}") ComposedWeight weight)
        implements PulseRule {

    public Manhattan {
        if (phases == 3) {
            throw new IllegalArgumentException(
                    "phases go by the sign of x (2) or by both signs (4), or at once (1), found 3");
        }
    }

    @Override
    public TrainPlan plan() {
        return new TrainPlan(1, phases);
    }

    @Override
    public PulseWriter writer(PulsedCells cells, MatrixSite site, int number) {
        return new Writer(this, cells);
    }

    private static final class Writer extends PulseWriter {
        private final Manhattan rule;
        private final PulseTrains trains;
        private final SlotTally tally = new SlotTally();

        Writer(Manhattan rule, PulsedCells cells) {
            super(cells);
            this.rule = rule;
            this.trains = new PulseTrains(cells.columns, cells.separatesSigns());
        }

        @Override
        double room() {
            return -1;
        }

        @Override
        void write(float[] x, int xAt, float[] delta, int deltaAt, float rate, PulseCounts counts) {
            trains.clear();
            tally.clear();
            for (int column = 0; column < cells.columns; column++) {
                float value = delta[deltaAt + column];
                if (Math.abs(value) > (float) rule.deltaThreshold) {
                    trains.add(column, 1, value > 0);
                    tally.column(1, value > 0);
                }
            }
            for (int row = 0; row < cells.rows; row++) {
                float value = x[xAt + row];
                if (Math.abs(value) > (float) rule.xThreshold) {
                    tally.row(1, value < 0);
                    cells.pulseRow(row, 1, value < 0, trains);
                }
            }
            tally.count(cells, 1, rule.phases, counts);
            cells.requestEnds();
        }
    }
}
