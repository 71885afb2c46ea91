package mho.arch.element.crossbar.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mho.arch.element.CellLevels;
import mho.arch.element.LearntArrays;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.CellState;
import mho.periphery.scheme.LearningCells;
import mho.periphery.scheme.LearningReader;
import mho.periphery.scheme.UpdateCounts;
import mho.workloads.training.LearningMatrix;
import mho.workloads.training.LearningState;
import org.jspecify.annotations.Nullable;

/**
 * A matrix cut into arrays, row block after row block and in it column block after column block. Sums of row blocks are added, as are
 * those of column blocks on the way back; every array is updated by its own part of x and δ.
 */
final class MatrixInArrays implements LearningMatrix {
    /** Makes what one array is of. */
    interface Maker {
        LearningCells cells(int rows, int columns, int array);

        /** Null where reads are exact. */
        @Nullable
        LearningReader reader(int rows, int columns, int array);
    }

    private final int node;
    private final int rows;
    private final int columns;
    private final List<LearningBlock> blocks = new ArrayList<>();
    private long updates;
    private long slots;
    private long transferSlots;
    private long vectors;
    private long reads;

    MatrixInArrays(int node, int rows, int columns, int arrayRows, int arrayColumns, Maker maker) {
        this.node = node;
        this.rows = rows;
        this.columns = columns;
        for (int row = 0; row < rows; row += arrayRows) {
            for (int column = 0; column < columns; column += arrayColumns) {
                int high = Math.min(arrayRows, rows - row);
                int wide = Math.min(arrayColumns, columns - column);
                int array = blocks.size();
                blocks.add(new LearningBlock(
                        row, column, maker.cells(high, wide, array), maker.reader(high, wide, array)));
            }
        }
    }

    @Override
    public void evaluation(boolean begins) {
        for (LearningBlock block : blocks) {
            if (block.reader != null) {
                block.reader.evaluation(begins);
            }
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void forward(float[] x, int xAt, float[] y, int yAt) {
        Arrays.fill(y, yAt, yAt + columns, 0);
        for (LearningBlock block : blocks) {
            block.forward(x, xAt, y, yAt);
        }
        long most = 0;
        for (LearningBlock block : blocks) {
            long now = block.reader == null ? 0 : block.reader.forwardCounts().reads();
            most = Math.max(most, now - block.readsBefore);
            block.readsBefore = now;
        }
        vectors += most == 0 ? 0 : 1;
        reads += most;
    }

    @Override
    public void reverse(float[] delta, int deltaAt, float[] dx, int dxAt) {
        Arrays.fill(dx, dxAt, dxAt + rows, 0);
        for (LearningBlock block : blocks) {
            block.reverse(delta, deltaAt, dx, dxAt);
        }
    }

    @Override
    public void update(float[] x, int xAt, float[] delta, int deltaAt, float rate) {
        updates++;
        long most = 0;
        for (LearningBlock block : blocks) {
            block.cells.update(x, xAt + block.row, delta, deltaAt + block.column, rate);
            block.changed = true;
            long now = block.cells.counts().updates().slots();
            most = Math.max(most, now - block.slotsBefore);
            block.slotsBefore = now;
        }
        slots += most;
    }

    @Override
    public void exampleEnds() {
        for (LearningBlock block : blocks) {
            block.cells.exampleEnds();
            block.changed = true;
        }
        transferred();
    }

    @Override
    public void batchEnds() {
        for (LearningBlock block : blocks) {
            block.cells.batchEnds();
            block.changed = true;
        }
        transferred();
    }

    private void transferred() {
        long most = 0;
        for (LearningBlock block : blocks) {
            long now = block.cells.counts().transfers().slots();
            most = Math.max(most, now - block.transferBefore);
            block.transferBefore = now;
        }
        transferSlots += most;
    }

    @Override
    public void weights(float[] into) {
        for (LearningBlock block : blocks) {
            float[] w = block.weights();
            for (int r = 0; r < block.rows; r++) {
                System.arraycopy(w, r * block.columns, into, (block.row + r) * columns + block.column, block.columns);
            }
        }
    }

    @Override
    public void set(float[] from) {
        for (LearningBlock block : blocks) {
            float[] w = new float[block.rows * block.columns];
            for (int r = 0; r < block.rows; r++) {
                System.arraycopy(from, (block.row + r) * columns + block.column, w, r * block.columns, block.columns);
            }
            block.cells.set(w);
            block.changed = true;
        }
    }

    @Override
    public void save(LearningState into) {
        into.longs("counts", new long[] {updates, slots, transferSlots, vectors, reads});
        for (int b = 0; b < blocks.size(); b++) {
            CellState state = new CellState();
            blocks.get(b).save(state);
            String name = "array" + b + "/";
            state.floats().forEach((part, values) -> into.floats(name + part, values));
            state.longs().forEach((part, values) -> into.longs(name + part, values));
        }
    }

    @Override
    public void restore(LearningState from) {
        long[] counts = from.longs("counts");
        updates = counts[0];
        slots = counts[1];
        transferSlots = counts[2];
        vectors = counts[3];
        reads = counts[4];
        for (int b = 0; b < blocks.size(); b++) {
            LearningBlock block = blocks.get(b);
            CellState there = new CellState();
            block.save(there);
            CellState state = new CellState();
            String name = "array" + b + "/";
            there.floats().keySet().forEach(part -> state.floats(part, from.floats(name + part)));
            there.longs().keySet().forEach(part -> state.longs(part, from.longs(name + part)));
            block.restore(state);
            block.changed = true;
            block.slotsBefore = block.cells.counts().updates().slots();
            block.transferBefore = block.cells.counts().transfers().slots();
            block.readsBefore =
                    block.reader == null ? 0 : block.reader.forwardCounts().reads();
        }
    }

    LearntArrays learnt() {
        long lines = 0;
        long pulses = 0;
        long moved = 0;
        long readRounds = 0;
        long lineReads = 0;
        long resets = 0;
        long cells = 0;
        long saturated = 0;
        long worn = 0;
        double asked = 0;
        double answered = 0;
        for (LearningBlock block : blocks) {
            UpdateCounts counts = block.cells.counts();
            lines += counts.updates().rowFires() + counts.updates().columnFires();
            pulses += counts.updates().coincidences();
            moved += counts.transfers().coincidences();
            asked += counts.updates().asked();
            answered += counts.updates().answered();
            readRounds += counts.readRounds();
            lineReads += counts.lineReads();
            resets += counts.resets();
            for (CellPopulation population : block.cells.populations()) {
                cells += (long) population.rows() * population.columns();
                saturated += population.saturated();
                worn = Math.max(worn, population.highestWear());
            }
        }
        return new LearntArrays(
                node,
                updates,
                slots,
                lines,
                pulses,
                transferSlots,
                moved,
                readRounds,
                lineReads,
                resets,
                cells,
                saturated,
                worn,
                vectors,
                reads,
                asked,
                answered);
    }

    CellLevels levels(int bins) {
        long[] counts = new long[bins];
        for (LearningBlock block : blocks) {
            for (CellPopulation population : block.cells.populations()) {
                for (int row = 0; row < population.rows(); row++) {
                    for (int column = 0; column < population.columns(); column++) {
                        double level = population.law().cells().level(population.weight(row, column));
                        counts[Math.max(0, Math.min(bins - 1, (int) Math.floor(level * bins)))]++;
                    }
                }
            }
        }
        return new CellLevels(node, Arrays.stream(counts).boxed().toList());
    }
}
