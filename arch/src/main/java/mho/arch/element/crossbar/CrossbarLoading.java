package mho.arch.element.crossbar;

import mho.arch.element.BlockLoading;
import mho.core.cost.Counts;
import mho.periphery.array.Array;
import mho.periphery.array.ArrayWriting;
import mho.periphery.device.CellWriting;
import org.jspecify.annotations.Nullable;

/**
 * Cells are written with pulses, in turns, each followed by a read where pulses are verified; nothing waits behind what is in use. It is
 * {@link CrossbarWriter}, while inputs are worked on.
 *
 * @param arrayRows of one array, of which a block may take several where they stand in a grid
 * @param columnsOfWeight cells of a weight side by side
 * @param ownColumns of an array, beside those of weights
 * @param deep arrays that stand behind one another for a block
 * @param pulses of a cell
 * @param verifySeconds of a read of a whole array's columns; 0 where nothing is verified
 */
record CrossbarLoading(
        ArrayWriting write,
        int arrayRows,
        int arrayColumns,
        int columnsOfWeight,
        int ownColumns,
        int deep,
        int weightBits,
        double pulse,
        double pulses,
        double verifySeconds)
        implements BlockLoading {

    /** Null where it is not known how long a pulse takes, what it costs, or how many it takes. */
    static @Nullable BlockLoading of(CrossbarCore core) {
        Array array = core.array();
        CellWriting cell = array.writing();
        Double pulse = cell.pulse();
        Double pulses = cell.pulses();
        if (pulse == null || pulses == null || cell.pulseJoules(array.cell().mean()) == null) {
            return null;
        }
        int own = core.layout().referenceColumns() + core.weights().unitColumns();
        double read = VerifyReads.of(core, action -> 0).seconds(array.columns());
        return new CrossbarLoading(
                array.written(),
                array.rows(),
                array.columns(),
                core.cellsPerWeight(),
                own,
                core.weights().arraysDeep(),
                core.weights().bits(),
                pulse,
                pulses,
                read);
    }

    private int columns(int outputs) {
        return outputs * columnsOfWeight + ownColumns;
    }

    @Override
    public double bits(int rows, int outputs) {
        return (double) rows * outputs * weightBits;
    }

    @Override
    public double seconds(long arrays, int ofTile, int rows, int outputs) {
        return blocks().reduce(rows, columns(outputs), write.arrays() == ArrayWriting.Together.ALL, this::one)
                * switch (write.arrays()) {
                    case ONE -> arrays * deep;
                    case TILES -> ofTile * deep;
                    case ALL -> 1;
                };
    }

    private ArrayBlocks blocks() {
        return new ArrayBlocks(arrayRows, arrayColumns + ownColumns);
    }

    /** Of one array of which so many rows and columns are in use. */
    private double one(int rows, int columns) {
        double turns = write.turns(rows, columns, arrayColumns);
        double reads = write.reads(rows, columns, arrayColumns);
        return pulses * (turns * pulse + reads * verifySeconds);
    }

    @Override
    public int ahead() {
        return 0;
    }

    @Override
    public void count(int rows, int outputs, double arrays, Counts to) {
        double cells = arrays * deep * rows * columns(outputs) * pulses;
        to.add(CrossbarCore.PULSE, cells);
        if (write.verify()) {
            double each = blocks().reduce(rows, columns(outputs), false, (r, c) -> write.reads(r, c, arrayColumns));
            double reads = each * pulses * arrays * deep;
            to.add(CrossbarCore.ROW_DRIVE, reads);
            to.add(CrossbarCore.RAMP, reads);
            to.add(CrossbarCore.CELL_READ, cells);
            to.add(CrossbarCore.INTEGRATE, cells);
            to.add(CrossbarCore.CONVERT, cells);
        }
    }
}
