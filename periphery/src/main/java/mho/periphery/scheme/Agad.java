package mho.periphery.scheme;

import java.util.Arrays;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.learning.CellState;

/**
 * {@link Chopped} that needs no reference at all: for each weight the mean of what was read since its row last changed sign is kept in
 * digital, and what goes to the buffer is the read less the mean of the time before. Where the fast array rests is the same in both and
 * falls out. Until its sign has changed once a row has nothing to be compared with, and transfers nothing. Rasch, Carta, Fagbohungbe and
 * Gokmen, Nature Communications 15:7133, 2024 (AGAD). IBM aihwkit 4545f11 (DynamicTransferCompound) forgets the mean exponentially instead
 * of beginning it anew, and holds back a fixed number of reads.
 */
@Kind("agad")
public record Agad(
        @Doc("How the fast array learns") @Default("{kind: stochastic}") PulseRule fast,
        @Doc("Of which cells a weight of the slow array is made") @Default("{kind: one}") ComposedWeight slowWeight,
        @Inline TransferShape transfer,
        @Inline BufferShape buffer,
        @Doc("Probability that a row changes its sign when it has been read") @Unit("1") @Default("0.1") @Range(max = 1)
                double chopProbability)
        implements BufferedTransfer {

    @Override
    public LineTransfer lines(PulsedCells slow, MatrixSite site) {
        return new Lines(new LineBuffer(buffer, slow), site, chopProbability);
    }

    private static final class Lines extends LineTransfer {
        private final LineBuffer buffer;
        private final Choppers signs;
        private final int columns;
        private final float[] means;
        private final float[] before;

        /** Reads since a row changed its sign; and whether it ever did. */
        private final long[] reads;

        private final long[] changed;

        Lines(LineBuffer buffer, MatrixSite site, double probability) {
            this.buffer = buffer;
            signs = new Choppers(site, probability, 0);
            columns = site.columns();
            means = new float[site.count()];
            before = new float[site.count()];
            reads = new long[site.rows()];
            changed = new long[site.rows()];
        }

        @Override
        void take(int row, float[] read, float rate, UpdateCounts counts) {
            reads[row]++;
            float part = 1f / reads[row];
            int at = row * columns;
            for (int column = 0; column < columns; column++) {
                means[at + column] += (read[column] - means[at + column]) * part;
            }
            counts.computed(columns, 0);
            if (changed[row] != 0) {
                for (int column = 0; column < columns; column++) {
                    buffer.add(row, column, rate * signs.row(row) * (read[column] - before[at + column]));
                }
                counts.computed(columns, 0);
                buffer.give(row, counts);
            }
            if (signs.read(row)) {
                System.arraycopy(means, at, before, at, columns);
                Arrays.fill(means, at, at + columns, 0);
                reads[row] = 0;
                changed[row] = 1;
            }
        }

        @Override
        int rowSign(int row) {
            return signs.row(row);
        }

        @Override
        boolean chops() {
            return true;
        }

        @Override
        void forget() {
            buffer.forget();
            Arrays.fill(means, 0);
            Arrays.fill(before, 0);
            Arrays.fill(reads, 0);
            Arrays.fill(changed, 0);
        }

        @Override
        void save(CellState into) {
            buffer.save(into);
            signs.save(into);
            into.floats("means", means);
            into.floats("means-before", before);
            into.longs("means-reads", reads);
            into.longs("changed", changed);
        }

        @Override
        void restore(CellState from) {
            buffer.restore(from);
            signs.restore(from);
            from.take("means", means);
            from.take("means-before", before);
            from.take("means-reads", reads);
            from.take("changed", changed);
        }
    }
}
