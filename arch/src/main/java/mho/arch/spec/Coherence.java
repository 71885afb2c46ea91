package mho.arch.spec;

import java.util.Objects;
import mho.arch.element.crossbar.CrossbarCore;
import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.periphery.array.Cell;
import mho.periphery.array.Write;
import mho.periphery.device.Device;
import mho.periphery.memory.Buffer;
import mho.periphery.readout.Readout;
import org.jspecify.annotations.Nullable;

/** Whether the parts of a chip file go together: what no key can be asked alone. */
final class Coherence {
    private static final String CELL = "tile.core.array.cell.";
    /** Rows or columns of an array: a thousand times those of the largest built, so that only slips of the pen are refused. */
    private static final int LONGEST_LINE = 1 << 20;
    /** Tiles of a chip, so that a place in the grid is a number of 20 bits. */
    private static final int MOST_TILES = 1 << 19;
    /** Tiles of all chips. */
    private static final int MOST_TILES_OF_ALL = 1 << 26;
    /** Units of a circuit mesh that one of its delays may take. */
    private static final int MOST_UNITS = 1 << 20;
    /** Columns of a core. */
    private static final int MOST_COLUMNS = 1 << 30;

    private final ChipSpec chip;
    private final Problems problems;

    private Coherence(ChipSpec chip, MapNode tree) {
        this.chip = chip;
        this.problems = new Problems(tree);
    }

    /** @throws BadInput that tells everything which does not fit together */
    static void check(ChipSpec chip, MapNode tree) {
        Coherence coherence = new Coherence(chip, tree);
        if (coherence.canBeCounted()) {
            coherence.weightsFit();
            coherence.zerosCanBeLeftOut();
            coherence.convertersHaveColumns();
            coherence.problems.of(() -> chip.core().timing(chip.inputBits()));
            boolean hasRates = coherence.problems.isEmpty();
            coherence.sumsAreAdded();
            coherence.cellsHold();
            coherence.memoriesHoldWhatTheyMove();
            coherence.chipsAreJoined();
            coherence.cellsAreWritten();
            if (hasRates && !coherence.problems.isEmpty()) {
                coherence.problems.of(() -> Inventory.of(chip)); // told together with what else is wrong
            }
        }
        coherence.problems.tell();
    }

    /** @throws BadInput that tells every figure which is missing, with its place in the file */
    static Inventory priced(ChipSpec chip, MapNode tree) {
        Problems problems = new Problems(tree);
        Inventory inventory = problems.of(() -> Inventory.of(chip));
        problems.tell();
        return Objects.requireNonNull(inventory);
    }

    /** Whether anything else can be asked of a chip; where it cannot, {@link #check} says why. */
    static boolean isCountable(ChipSpec chip, MapNode tree) {
        return new Coherence(chip, tree).canBeCounted();
    }

    /** Rows and columns whose products are counted in whole numbers of 32 bits; nothing else can be asked of a chip beyond. */
    private boolean canBeCounted() {
        CrossbarCore core = chip.core();
        atMost("tile.core.array.rows", chip.arrayRows(), LONGEST_LINE, "no line of an array is that long");
        atMost("tile.core.array.columns", chip.arrayColumns(), LONGEST_LINE, "no line of an array is that long");
        if (problems.isEmpty()) {
            long columns = (long) core.arrays() * chip.arrayColumns();
            atMost("tile.core.arrays", core.arrays(), MOST_COLUMNS / chip.arrayColumns(), columns + " columns a core");
        }
        if (problems.isEmpty()) {
            long arrays = (long) chip.tile().cores() * core.arrays();
            atMost("tile.cores", chip.tile().cores(), Integer.MAX_VALUE / core.arrays(), arrays + " arrays a tile");
        }
        if (problems.isEmpty()) {
            atMost("tiles", chip.tiles(), MOST_TILES, "a grid has room for no more");
            atMost("chips", chip.chips(), MOST_TILES_OF_ALL / chip.tiles(), chip.tiles() + " tiles each");
        }
        if (problems.isEmpty()) {
            meshCanBeTimed();
        }
        return problems.isEmpty();
    }

    /** Durations that are counted in units of a circuit mesh. */
    private void meshCanBeTimed() {
        for (Mesh.Counted counted : chip.mesh().counted()) {
            inUnits(counted.path(), counted.seconds(), counted.unit());
        }
    }

    private void inUnits(String path, double seconds, double unit) {
        if (seconds > MOST_UNITS * unit) {
            String most = Quantity.format(MOST_UNITS * unit, "s");
            refuse(
                    path,
                    "must be at most %s (%s=%s), %d of the mesh's units of %s, found %s; or a longer unit (mesh.unit)"
                            .formatted(
                                    most,
                                    path,
                                    most,
                                    MOST_UNITS,
                                    Quantity.format(unit, "s"),
                                    Quantity.format(seconds, "s")));
        }
    }

    private void atMost(String path, long value, long most, String why) {
        if (value > most) {
            refuse(path, "must be at most %d (%s=%d), found %d: %s".formatted(most, path, most, value, why));
        }
    }

    private void convertersHaveColumns() {
        Readout.Misfit misfit = chip.core().adc().misfit(chip.core().columns());
        if (misfit != null) {
            String path = "tile.core.adc." + misfit.key();
            refuse(path, "%s; at most %d (%s=%d)".formatted(misfit.what(), misfit.most(), path, misfit.most()));
        }
    }

    private void cellsHold() {
        Cell cell = chip.core().array().cell();
        Device device = cell.made();
        Integer levels = cell.levels();
        if (levels != null && levels < 1 << cell.bits()) {
            refuse(
                    CELL + "levels",
                    "%d bits in a cell take %d levels, and it has %d; at least that (%slevels=%d), or fewer bits (%sbits=%d)"
                            .formatted(
                                    cell.bits(),
                                    1 << cell.bits(),
                                    levels,
                                    CELL,
                                    1 << cell.bits(),
                                    CELL,
                                    31 - Integer.numberOfLeadingZeros(levels)));
        }
        Double on = cell.onConductance() != null ? cell.onConductance() : device.onConductance();
        Double off = cell.offConductance() != null ? cell.offConductance() : device.offConductance();
        conductances(on, off, cell);
        double stuckOn = cell.stuckOn() != null ? cell.stuckOn() : device.stuckOn();
        double stuckOff = cell.stuckOff() != null ? cell.stuckOff() : device.stuckOff();
        if (stuckOn + stuckOff > 1) {
            String key = cell.stuckOn() != null ? "stuck-on" : "stuck-off";
            double left = Math.floor(1000 * (1 - (key.equals("stuck-on") ? stuckOff : stuckOn))) / 10;
            refuse(
                    CELL + key,
                    "cells stuck on, %s, and stuck off, %s, are together more than all; what the other leaves is %s %% (%s%s=%s %%)"
                            .formatted(stuckOn, stuckOff, left, CELL, key, left));
        }
    }

    private void conductances(@Nullable Double on, @Nullable Double stated, Cell cell) {
        Double off = stated;
        if (on != null && off != null && off >= on) {
            off = on / 10;
            refuse(
                    CELL + "off-conductance",
                    "off-conductance must be below on-conductance, of the cell or of its device; found %s and %s; for example a tenth of it (%soff-conductance=%s)"
                            .formatted(shown(stated), shown(on), CELL, shown(off)));
        }
        Double mean = cell.meanConductance();
        if (mean != null && (on != null && mean > on || off != null && mean < off)) {
            double low = off == null ? 0 : off;
            refuse(
                    CELL + "mean-conductance",
                    "a mean lies between off- and on-conductance, of the cell or of its device: between %s and %s, found %s; for example (%smean-conductance=%s)"
                            .formatted(
                                    shown(low),
                                    on == null ? "no limit" : shown(on),
                                    shown(mean),
                                    CELL,
                                    shown(on == null ? 2 * low : (low + on) / 2)));
        }
    }

    private static String shown(@Nullable Double siemens) {
        return siemens == null ? "none" : Quantity.format(siemens, "S");
    }

    private void memoriesHoldWhatTheyMove() {
        Buffer buffer = chip.tile().buffer();
        long perBank = 8L * buffer.size() / buffer.banks();
        if (buffer.width() > perBank) {
            String narrower =
                    perBank < 1 ? "" : " an access of %d (tile.buffer.width=%d bit), or".formatted(perBank, perBank);
            refuse(
                    "tile.buffer.width",
                    "an access moves %d bits, and a bank holds %d (%d bytes in banks: %d);%s a larger memory (tile.buffer.size=%d B)"
                            .formatted(
                                    buffer.width(),
                                    perBank,
                                    buffer.size(),
                                    buffer.banks(),
                                    narrower,
                                    (buffer.width() * buffer.banks() + 7) / 8));
        }
    }

    private void weightsFit() {
        int cells = chip.cellsPerWeight();
        int references = chip.layout().referenceColumns();
        if (chip.weightsPerRow() == 0) {
            refuse(
                    "tile.core.array.columns",
                    "a weight takes %d cells side by side%s, so an array needs at least %d columns, not %d (tile.core.array.columns=%d)"
                            .formatted(
                                    cells,
                                    references == 0 ? "" : " and the reference " + references,
                                    cells + references,
                                    chip.arrayColumns(),
                                    cells + references));
        }
    }

    /** A zero that cells hold as a sign counts in their sums. */
    private void zerosCanBeLeftOut() {
        if (chip.mapping().compact() == Mapping.Compact.ZEROS && !chip.layout().zeros()) {
            refuse(
                    "mapping.compact",
                    "zeros: weights are mere signs (tile.core.weights.bits=1), so that no cell holds a zero to leave out; give weights"
                            + " more bits, or signs in pairs (tile.core.weights.sign=pair), or store all (mapping.compact=none)");
        }
    }

    private void sumsAreAdded() {
        CrossbarCore core = chip.core();
        int conversions = core.conversionsPerVector(chip.inputBits());
        if (core.shiftAdd() == null && (chip.cellsPerWeight() > 1 || conversions > 1 || core.arrays() > 1)) {
            refuse(
                    "tile.core",
                    ("shift-add: missing; a result is put together from %d columns a weight, conversions a column: %d,"
                                    + " arrays a core: %d; give the core the unit that adds them (tile.core.shift-add={clock: 1 GHz, operation: add, model: aladdin-40nm})")
                            .formatted(chip.cellsPerWeight(), conversions, core.arrays()));
        }
    }

    /** Cells that are written at once stand in one row, or fill rows. */
    private void cellsAreWritten() {
        Write write = chip.core().array().write();
        int columns = chip.arrayColumns();
        if (write == null || write.parallel() <= columns) {
            return;
        }
        int rows = Math.min(write.parallel() / columns, chip.arrayRows());
        if (write.parallel() != (long) rows * columns) {
            String path = "tile.core.array.write.parallel";
            refuse(
                    path,
                    "cells written at once are some of a row of %d, or those of whole rows, of which an array has %d; found %d, for example (%s=%d)"
                            .formatted(columns, chip.arrayRows(), write.parallel(), path, rows * columns));
        }
    }

    private void chipsAreJoined() {
        if (chip.link() == null && chip.chips() > 1) {
            refuse(
                    "link",
                    "missing; %d chips need links, for example (link={bandwidth: 6.4 GB/s, energy: 1 nJ, area: 1 mm2}), or one chip (chips=1)"
                            .formatted(chip.chips()));
        }
    }

    private void refuse(String path, String what) {
        problems.refuse(path, what);
    }
}
