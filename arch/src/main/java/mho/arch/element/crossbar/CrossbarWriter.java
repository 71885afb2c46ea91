package mho.arch.element.crossbar;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import mho.arch.element.ElementWriter;
import mho.arch.element.MovedOut;
import mho.arch.element.WriteOnce;
import mho.core.cost.Action;
import mho.periphery.array.Array;
import mho.periphery.device.CellWriting;

/** Writes the rectangle of each array that is in use, reference columns and the unit column of offset weights included. */
final class CrossbarWriter implements ElementWriter {
    private final CrossbarCore core;
    private final WriteTurns turns;
    private final int ownColumns;
    private final int tilesPerChip;
    private final Map<Integer, Integer> arrays = new HashMap<>(); // in use, by tile

    CrossbarWriter(CrossbarCore core, ToDoubleFunction<Action> joules, int tiles) {
        this.core = core;
        this.turns = new WriteTurns(core.array(), VerifyReads.of(core, joules), tiles);
        this.tilesPerChip = tiles;
        this.ownColumns = core.layout().referenceColumns() + core.weights().unitColumns();
    }

    @Override
    public void add(int tile, int rows, int outputs) {
        arrays.merge(tile, 1, Integer::sum);
        for (int array = 0; array < core.weights().arraysDeep(); array++) {
            new ArrayBlocks(core.array().rows(), core.array().columns() + ownColumns)
                    .each(rows, outputs * core.cellsPerWeight() + ownColumns, (r, c) -> turns.add(tile, r, c));
        }
    }

    @Override
    public WriteOnce total() {
        Array array = core.array();
        CellWriting cell = array.writing();
        Double pulses = cell.pulses();
        Double pulse = cell.pulse();
        Double each = cell.pulseJoules(array.cell().mean());
        Double verify = pulses == null || each == null ? null : Double.valueOf(pulses * turns.verifyJoules());
        return new WriteOnce(
                turns.cells(),
                pulses,
                pulses == null || pulse == null ? null : Double.valueOf(pulses * turns.secondsAPulse(pulse)),
                pulses == null || each == null || verify == null
                        ? null
                        : Double.valueOf(turns.cells() * pulses * each + verify),
                verify,
                cell.lifeUsed(),
                array.written().parallel(),
                array.written().arrays(),
                movedOut());
    }

    private MovedOut movedOut() {
        MemoryMode memory = core.memoryMode();
        if (memory == null) {
            return MovedOut.NOTHING;
        }
        Map<Integer, Long> lines = new HashMap<>(); // by chip
        arrays.forEach((tile, used) -> {
            long all = (long) used * core.weights().arraysDeep();
            long rows =
                    (all + memory.arrays() - 1) / memory.arrays() * core.array().rows();
            lines.merge(tile / tilesPerChip, rows, Long::sum);
        });
        return memory.movedOut(
                lines.values().stream().mapToLong(Long::longValue).sum(),
                lines.values().stream().mapToLong(Long::longValue).max().orElse(0));
    }
}
