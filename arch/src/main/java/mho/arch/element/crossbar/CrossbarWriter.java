package mho.arch.element.crossbar;

import java.util.function.ToDoubleFunction;
import mho.arch.element.ElementWriter;
import mho.arch.element.WriteOnce;
import mho.core.cost.Action;
import mho.periphery.array.Array;
import mho.periphery.device.CellWriting;

/** Writes the rectangle of each array that is in use, reference columns and the unit column of offset weights included. */
final class CrossbarWriter implements ElementWriter {
    private final CrossbarCore core;
    private final WriteTurns turns;
    private final int ownColumns;

    CrossbarWriter(CrossbarCore core, ToDoubleFunction<Action> joules, int tiles) {
        this.core = core;
        this.turns = new WriteTurns(core.array(), VerifyReads.of(core, joules), tiles);
        this.ownColumns = core.layout().referenceColumns() + core.weights().unitColumns();
    }

    @Override
    public void add(int tile, int rows, int outputs) {
        turns.add(tile, rows, outputs * core.cellsPerWeight() + ownColumns);
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
                array.written().arrays());
    }
}
