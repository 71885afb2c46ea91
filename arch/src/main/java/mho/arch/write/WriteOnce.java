package mho.arch.write;

import mho.arch.map.Placement;
import mho.arch.map.Seats;
import mho.arch.map.Site;
import mho.arch.map.Stage;
import mho.arch.map.Tiling;
import mho.arch.spec.ChipSpec;
import mho.arch.spec.Inventory;
import mho.periphery.array.Array;
import mho.periphery.array.Write.Together;
import mho.periphery.device.Writing;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to write all weights of a network once, into every copy. What nobody states is null, which is not zero.
 *
 * <p>Of each array the rectangle of rows and columns in use is written, reference columns and the unit column of offset weights
 * included, with P pulses of t seconds on every cell, in turns ({@link mho.periphery.array.Write}):
 *
 * <pre>
 * time of an array   turns P t + reads P v      reads and their time v where pulses are verified, else none
 * time               the longest of all chips; of a chip, the sum over its arrays, the longest sum of a tile, or the longest array
 * energy             cells P (E of a pulse + of its read, with drivers and conversions)
 * life               P / endurance
 * </pre>
 *
 * @param cells that are written
 * @param pulses of one cell
 * @param seconds until all is written
 * @param joules of all pulses, and of all reads that verify them
 * @param verifyJoules of these reads alone; 0 where nothing is verified
 * @param lifeUsed part of the pulses that a cell survives
 * @param parallel cells of an array that are written at once
 * @param together arrays of a chip that are written at once
 */
public record WriteOnce(
        long cells,
        @Nullable Double pulses,
        @Nullable Double seconds,
        @Nullable Double joules,
        @Nullable Double verifyJoules,
        @Nullable Double lifeUsed,
        int parallel,
        Together together) {

    /** All arrays that hold a part of the network's weights. */
    public static WriteOnce of(ChipSpec chip, Placement placement, Inventory inventory) {
        Array array = chip.core().array();
        Writing cell = array.writing();
        Verified read = Verified.of(chip, inventory);
        Turns turns = new Turns(array, read, chip.tiles());
        for (Stage stage : placement.pipeline().stages()) {
            if (stage.tiling() != null) {
                add(turns, stage.tiling(), placement.seats().get(stage.id()), chip);
            }
        }
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

    private static void add(Turns turns, Tiling tiling, Seats seats, ChipSpec chip) {
        int own = chip.layout().referenceColumns() + chip.core().weights().unitColumns();
        for (Site site : seats.sites()) {
            int[] row = new int[tiling.columnBlocks()]; // row blocks that earlier fragments hold
            for (Site.Fragment fragment : site.fragments()) {
                for (Site.Piece piece : fragment.pieces()) {
                    int block = piece.columnBlock();
                    int columns = tiling.outputsOf(block) * chip.cellsPerWeight() + own;
                    for (int i = 0; i < piece.rowBlocks(); i++) {
                        turns.add(fragment.tile(), tiling.rowsOf(block, row[block]++), columns);
                    }
                }
            }
        }
    }
}
