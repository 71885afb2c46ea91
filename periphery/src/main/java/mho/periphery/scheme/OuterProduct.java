package mho.periphery.scheme;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The outer product without chance: x and δ, as shares of the full train, are rounded to their resolutions, and a cell takes the nearest
 * whole number to BL · share of x · share of δ of pulses. Rows may code their share in time and columns theirs in pulses (Marinella et
 * al., IEEE JETCAS 8:86, 2018); as in IBM aihwkit 4545f11 ("deterministic implicit"), whose resolutions are the defaults. A line fires once
 * for each slot in which it is driven, also where its driver would leave it up in between.
 */
@Kind("outer-product")
public record OuterProduct(
        @Inline TrainShape trains,
        @Doc("Smallest difference of x that its driver can tell, over the full train; any when absent")
                @Unit("1")
                @Range(min = 0, max = 1, minOpen = true)
                @Default("0.01")
                @Nullable
                Double xResolution,
        @Doc("Smallest difference of delta that its driver can tell, over the full train; any when absent")
                @Unit("1")
                @Range(min = 0, max = 1, minOpen = true)
                @Default("0.01")
                @Nullable
                Double deltaResolution,
        @Doc("Of which cells a weight is made") @Default("{kind: one}") ComposedWeight weight)
        implements PulseRule {

    @Override
    public TrainPlan plan() {
        return new TrainPlan(trains.slots(), trains.phases());
    }

    @Override
    public PulseWriter writer(PulsedCells cells, MatrixSite site, int number) {
        return new Writer(this, cells);
    }

    private static final class Writer extends PulseWriter {
        private final TrainGains gains;
        private final int phases;
        private final double xResolution;
        private final double deltaResolution;
        private final double[] shares;
        private final SignTally tally = new SignTally();

        Writer(OuterProduct rule, PulsedCells cells) {
            super(cells);
            gains = new TrainGains(rule.trains);
            phases = rule.trains.phases();
            xResolution = rule.xResolution == null ? 0 : rule.xResolution;
            deltaResolution = rule.deltaResolution == null ? 0 : rule.deltaResolution;
            shares = new double[cells.columns];
        }

        @Override
        double room() {
            return gains.room();
        }

        @Override
        void write(float[] x, int xAt, float[] delta, int deltaAt, float rate, PulseCounts counts) {
            float largestX = largest(x, xAt, cells.rows);
            float largestDelta = largest(delta, deltaAt, cells.columns);
            if (largestX == 0 || largestDelta == 0) {
                return;
            }
            gains.find(largestX, largestDelta, rate / cells.step());
            int slots = gains.slots();
            tally.clear();
            for (int column = 0; column < cells.columns; column++) {
                float value = delta[deltaAt + column];
                shares[column] = rounded(gains.ofDelta(value), deltaResolution);
                if (value != 0) {
                    tally.column(value > 0 ? 1 : 0, Math.round(slots * shares[column]));
                }
            }
            for (int row = 0; row < cells.rows; row++) {
                float value = x[xAt + row];
                if (value != 0) {
                    double share = rounded(gains.ofX(value), xResolution);
                    int sign = value < 0 ? 1 : 0;
                    tally.row(sign, Math.round(slots * share));
                    row(row, sign, slots * share, delta, deltaAt);
                }
            }
            tally.count(cells, slots, phases, counts);
            cells.requestEnds();
        }

        private void row(int row, int sign, double share, float[] delta, int deltaAt) {
            for (int column = 0; column < cells.columns; column++) {
                int pulses = (int) Math.round(share * shares[column]);
                if (pulses != 0) {
                    int other = delta[deltaAt + column] > 0 ? 1 : 0; // against the gradient
                    cells.pulse(row, column, sign == other ? pulses : -pulses);
                    tally.met(sign, other, pulses);
                }
            }
        }

        private static double rounded(double share, double resolution) {
            return resolution == 0 ? share : Math.rint(share / resolution) * resolution;
        }
    }
}
