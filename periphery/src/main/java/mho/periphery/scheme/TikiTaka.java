package mho.periphery.scheme;

import java.util.Arrays;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.periphery.learning.CellState;

/**
 * Two arrays, A fast and C slow, W = share · A + C. Every update goes to A; now and then a row of A is read and C learns it by a pulse rule,
 * C[r,:] += rate · A[r,:], an outer product with the vector that is 1 for the row. A forgets by its own asymmetry, towards its symmetry
 * point, which therefore has to lie at weight zero ({@link ReferencedCell}, or soft bounds with a reference). Gokmen and Haensch, Frontiers
 * in Neuroscience 14:103, 2020; IBM aihwkit 4545f11 (TransferCompound).
 */
@Kind("tiki-taka")
public record TikiTaka(
        @Doc("How the fast array learns") @Default("{kind: stochastic, weight: {kind: referenced}}") PulseRule fast,
        @Doc("How the slow array learns what has been read") @Default("{kind: stochastic}") PulseRule slow,
        @Inline TransferShape transfer)
        implements FastAndSlow {

    @Override
    public ComposedWeight slowWeight() {
        return slow.weight();
    }

    /** Those of the rule's trains; none of a rule that counts its pulses. */
    @Override
    public double slotsOfRow() {
        TrainPlan plan = slow.plan();
        return plan == null ? 0 : (double) plan.slots() * plan.phases();
    }

    @Override
    public LineTransfer lines(PulsedCells slowCells, MatrixSite site) {
        PulseWriter writer = slow.writer(slowCells, site, 1);
        float[] x = new float[site.rows()];
        float[] delta = new float[site.columns()];
        return new LineTransfer() {
            @Override
            void take(int row, float[] read, float rate, UpdateCounts counts) {
                Arrays.fill(x, 0);
                x[row] = 1;
                for (int column = 0; column < delta.length; column++) {
                    delta[column] = -read[column];
                }
                writer.write(x, 0, delta, 0, rate, counts.transfers());
            }

            @Override
            void save(CellState into) {
                writer.save("slow-pulses", into);
            }

            @Override
            void restore(CellState from) {
                writer.restore("slow-pulses", from);
            }
        };
    }
}
