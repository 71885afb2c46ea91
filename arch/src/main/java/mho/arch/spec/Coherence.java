package mho.arch.spec;

import java.util.ArrayList;
import java.util.List;
import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.Node;
import mho.periphery.array.Cell;
import mho.periphery.device.Device;
import mho.periphery.memory.Buffer;
import mho.periphery.readout.Readout;

/** Whether the parts of a chip file go together: what no key can be asked alone. */
final class Coherence {
    private static final String CELL = "tile.core.array.cell.";
    /** Rows or columns of an array: a thousand times those of the largest built, so that only slips of the pen are refused. */
    private static final int LONGEST_LINE = 1 << 20;
    /** Columns of a core. */
    private static final int MOST_COLUMNS = 1 << 30;

    private final ChipSpec chip;
    private final MapNode tree;
    private final List<BadInput> problems = new ArrayList<>();

    private Coherence(ChipSpec chip, MapNode tree) {
        this.chip = chip;
        this.tree = tree;
    }

    /** @throws BadInput that tells everything which does not fit together */
    static void check(ChipSpec chip, MapNode tree) {
        Coherence coherence = new Coherence(chip, tree);
        if (coherence.canBeCounted()) {
            coherence.weightsFit();
            coherence.sumsAreAdded();
            coherence.convertersHaveColumns();
            coherence.cellsHold();
            coherence.memoriesHoldWhatTheyMove();
        }
        if (!coherence.problems.isEmpty()) {
            throw BadInput.all(coherence.problems);
        }
    }

    /** Rows and columns whose products are counted in whole numbers of 32 bits; nothing else can be asked of a chip beyond. */
    private boolean canBeCounted() {
        Core core = chip.core();
        atMost("tile.core.array.rows", chip.arrayRows(), LONGEST_LINE, "no line of an array is that long");
        atMost("tile.core.array.columns", chip.arrayColumns(), LONGEST_LINE, "no line of an array is that long");
        if (problems.isEmpty()) {
            long columns = (long) core.arrays() * chip.arrayColumns();
            atMost("tile.core.arrays", core.arrays(), MOST_COLUMNS / chip.arrayColumns(), columns + " columns a core");
            long arrays = (long) chip.tile().cores() * core.arrays();
            atMost("tile.cores", chip.tile().cores(), Integer.MAX_VALUE / core.arrays(), arrays + " arrays a tile");
        }
        return problems.isEmpty();
    }

    private void atMost(String path, long value, long most, String why) {
        if (value > most) {
            refuse(path, "must be at most %d, found %d: %s".formatted(most, value, why));
        }
    }

    private void convertersHaveColumns() {
        Readout.Misfit misfit = chip.core().adc().misfit(chip.core().columns());
        if (misfit != null) {
            refuse("tile.core.adc." + misfit.key(), misfit.what());
        }
    }

    private void cellsHold() {
        Cell cell = chip.core().array().cell();
        Device device = cell.made();
        Integer levels = cell.levels();
        if (levels != null && levels < 1 << cell.bits()) {
            refuse(
                    CELL + "levels",
                    "%d bits in a cell take %d levels, and it has %d; at least %d, or fewer bits"
                            .formatted(cell.bits(), 1 << cell.bits(), levels, 1 << cell.bits()));
        }
        Double on = cell.onConductance() != null ? cell.onConductance() : device.onConductance();
        Double off = cell.offConductance() != null ? cell.offConductance() : device.offConductance();
        Double mean = cell.meanConductance();
        if (on != null && off != null && off >= on) {
            String key = cell.offConductance() != null ? "off-conductance" : "on-conductance";
            refuse(
                    CELL + key,
                    "off-conductance must be below on-conductance, of the cell or of its device; found %s and %s"
                            .formatted(Quantity.format(off, "S"), Quantity.format(on, "S")));
        } else if (mean != null && (on != null && mean > on || off != null && mean < off)) {
            refuse(
                    CELL + "mean-conductance",
                    "a mean lies between off- and on-conductance, of the cell or of its device: between %s and %s, found %s"
                            .formatted(
                                    Quantity.format(off == null ? 0 : off, "S"),
                                    on == null ? "no limit" : Quantity.format(on, "S"),
                                    Quantity.format(mean, "S")));
        }
        double stuckOn = cell.stuckOn() != null ? cell.stuckOn() : device.stuckOn();
        double stuckOff = cell.stuckOff() != null ? cell.stuckOff() : device.stuckOff();
        if (stuckOn + stuckOff > 1) {
            String key = cell.stuckOn() != null ? "stuck-on" : "stuck-off";
            refuse(
                    CELL + key,
                    "cells stuck on, %s, and stuck off, %s, are together more than all".formatted(stuckOn, stuckOff));
        }
    }

    private void memoriesHoldWhatTheyMove() {
        Buffer buffer = chip.tile().buffer();
        double perBank = 8.0 * buffer.size() / buffer.banks();
        if (buffer.width() > perBank) {
            refuse(
                    "tile.buffer.width",
                    "an access moves %d bits, and a bank holds %s (%d bytes in banks: %d); at most that"
                            .formatted(buffer.width(), Math.round(perBank), buffer.size(), buffer.banks()));
        }
    }

    private void weightsFit() {
        int cells = chip.cellsPerWeight();
        int references = chip.layout().referenceColumns();
        if (chip.weightsPerRow() == 0) {
            refuse(
                    "tile.core.array.columns",
                    "a weight takes %d cells side by side%s, so an array needs at least %d columns, not %d"
                            .formatted(
                                    cells,
                                    references == 0 ? "" : " and the reference " + references,
                                    cells + references,
                                    chip.arrayColumns()));
        }
    }

    private void sumsAreAdded() {
        Core core = chip.core();
        int conversions = core.conversionsPerVector(chip.inputBits());
        if (core.shiftAdd() == null && (chip.cellsPerWeight() > 1 || conversions > 1 || core.arrays() > 1)) {
            refuse(
                    "tile.core",
                    ("shift-add: missing; a result is put together from %d columns a weight, conversions a column: %d,"
                                    + " arrays a core: %d; give the core the unit that adds them")
                            .formatted(chip.cellsPerWeight(), conversions, core.arrays()));
        }
    }

    private void refuse(String path, String what) {
        Node node = tree.find(path);
        Mark mark = node == null ? tree.mark() : node.mark();
        problems.add(BadInput.at(mark, path, what));
    }
}
