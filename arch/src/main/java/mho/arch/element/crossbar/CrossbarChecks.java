package mho.arch.element.crossbar;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import mho.arch.element.ChipContext;
import mho.arch.element.Problems;
import mho.arch.element.crossbar.values.Speculation;
import mho.core.quantity.Quantity;
import mho.periphery.array.ArrayWriting;
import mho.periphery.array.Cell;
import mho.periphery.device.Device;
import mho.periphery.readout.Integration;
import mho.periphery.readout.Readout;
import org.jspecify.annotations.Nullable;

/** Whether the parts of a core go together: what no key can be asked alone. */
final class CrossbarChecks {
    private static final String CELL = "tile.core.array.cell.";
    /** Rows or columns of an array: a thousand times those of the largest built, so that only slips of the pen are refused. */
    private static final int LONGEST_LINE = 1 << 20;
    /** Columns of a core. */
    private static final int MOST_COLUMNS = 1 << 30;

    private final CrossbarCore core;
    private final ChipContext chip;
    private final Problems problems;

    CrossbarChecks(CrossbarCore core, ChipContext chip, Problems problems) {
        this.core = core;
        this.chip = chip;
        this.problems = problems;
    }

    /** Rows and columns whose products are counted in whole numbers of 32 bits. */
    static void sizes(CrossbarCore core, Problems problems) {
        int columns = core.array().columns();
        String why = "no line of an array is that long";
        problems.atMost("tile.core.array.rows", core.array().rows(), LONGEST_LINE, why);
        problems.atMost("tile.core.array.columns", columns, LONGEST_LINE, why);
        if (problems.isEmpty()) {
            int read = core.columnsRead();
            long all = (long) core.arrays() * read;
            problems.atMost("tile.core.arrays", core.arrays(), MOST_COLUMNS / read, all + " columns a core");
        }
    }

    /** Whether its rates are known. */
    boolean run() {
        weightsFit();
        weightsFillArrays();
        digitsAreInputs();
        slicesFitCells();
        zerosCanBeLeftOut();
        convertersHaveColumns();
        problems.of(() -> core.timing(chip.valueBits()));
        boolean hasRates = problems.isEmpty();
        voltagesAreHandedOn();
        sumsAreAdded();
        cellsHold();
        cellsAreWritten();
        gradientsHaveRoom();
        return hasRates;
    }

    private void weightsFit() {
        int cells = core.cellsPerWeight();
        int references = core.layout().referenceColumns();
        if (core.layout().weightsAcross() == 0) {
            problems.refuse(
                    "tile.core.array.columns",
                    "a weight takes %d cells side by side%s, so an array needs at least %d columns, not %d (tile.core.array.columns=%d)"
                            .formatted(
                                    cells,
                                    references == 0 ? "" : " and the reference " + references,
                                    cells + references,
                                    core.array().columns(),
                                    cells + references));
        }
    }

    /** A weight lies in one array of a grid. */
    private void weightsFillArrays() {
        int columns = core.array().columns();
        int cells = core.cellsPerWeight();
        if (core.localBuffers() != null && columns % cells != 0 && columns > cells) {
            problems.refuse(
                    "tile.core.array.columns",
                    "a weight takes %d cells side by side and lies in one array, and %d columns are no multiple of it; for example (tile.core.array.columns=%d)"
                            .formatted(cells, columns, columns / cells * cells));
        }
    }

    /** What is speculated on are all bits of a value, and a row's driver applies them. */
    private void digitsAreInputs() {
        Speculation speculation = core.speculation();
        if (speculation == null) {
            return;
        }
        if (speculation.inputBits() != chip.valueBits()) {
            problems.refuse(
                    "tile.core.speculation.digits",
                    "digits of %d bits together, and a value has %d; take values of as many (precision.values=%d bit)"
                            .formatted(speculation.inputBits(), chip.valueBits(), speculation.inputBits()));
        }
        int widest = Collections.max(speculation.digits());
        if (core.driver().bits() < widest) {
            problems.refuse(
                    "tile.core.driver.bits",
                    "a digit of %d bits is applied at once, and the driver has %d; at least (tile.core.driver.bits=%d)"
                            .formatted(widest, core.driver().bits(), widest));
        }
    }

    private void slicesFitCells() {
        List<Integer> slices = core.weights().slices();
        int bits = core.array().cell().bits();
        if (slices == null || Collections.max(slices) <= bits) {
            return;
        }
        problems.refuse(
                "tile.core.weights.slices",
                "%d bits of a weight in a cell of %d; cells that hold them (tile.core.array.cell.bits=%d)"
                        .formatted(Collections.max(slices), bits, Collections.max(slices)));
    }

    /** A zero that cells hold as a sign counts in their sums. */
    private void zerosCanBeLeftOut() {
        if (chip.compact() && !core.layout().zeros()) {
            problems.refuse(
                    "mapping.compact",
                    "zeros: weights are mere signs (tile.core.weights.bits=1), so that no cell holds a zero to leave out; give weights"
                            + " more bits, or signs in pairs (tile.core.weights.sign=pair), or store all (mapping.compact=none)");
        }
    }

    private void convertersHaveColumns() {
        Readout.Misfit misfit = core.adc().misfit(core.columns());
        if (misfit != null) {
            String path = "tile.core.adc." + misfit.key();
            problems.refuse(
                    path, "%s; at most %d (%s=%d)".formatted(misfit.what(), misfit.most(), path, misfit.most()));
        }
    }

    private void sumsAreAdded() {
        int conversions = (int) Math.ceil(core.conversionsPerVector(chip.valueBits()));
        if (core.analogLink() == null
                && core.shiftAdd() == null
                && (core.cellsPerWeight() > 1 || conversions > 1 || core.arrays() > 1)) {
            problems.refuse(
                    "tile.core",
                    ("shift-add: missing; a result is put together from %d columns a weight, conversions a column: %d,"
                                    + " arrays a core: %d; give the core the unit that adds them (tile.core.shift-add={clock: 1 GHz, operation: add, model: aladdin-40nm})")
                            .formatted(core.cellsPerWeight(), conversions, core.arrays()));
        }
    }

    /** What stays a voltage is one, has its sign, and is whole. */
    private void voltagesAreHandedOn() {
        if (core.analogLink() == null) {
            return;
        }
        String link = "tile.core.analog-link";
        if (!core.driver().waitsForArray() || core.driver().phases(chip.valueBits()) > 1) {
            problems.refuse(
                    link,
                    "a value that stays a voltage is on its row all at once, as it is by drivers of voltages with all bits of a value (tile.core.driver={kind: voltage-level, bits: %d, energy: 1 pJ, area: 1 um2}), or without a link (tile.core.analog-link=null)"
                            .formatted(chip.valueBits()));
        }
        if (core.driver().skipZeros() != null) {
            problems.refuse(
                    link,
                    "a row that is driven by an amplifier is driven whatever its value (tile.core.driver.skip-zeros=null)");
        }
        int cellBits = core.array().cell().bits();
        if (!core.weights().sign().hasBothSides() || core.weights().bits() > cellBits) {
            problems.refuse(
                    link,
                    "sums that nobody converts come from weights of one cell for each sign, and here a weight has %d bits, a cell %d, signs by %s: give cells of all bits (tile.core.array.cell.bits=%d) and pairs of them (tile.core.weights.sign=pair), or no link (tile.core.analog-link=null)"
                            .formatted(
                                    core.weights().bits(),
                                    cellBits,
                                    core.weights()
                                            .sign()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'),
                                    core.weights().bits()));
        }
        if (!core.layout().biasInArray()) {
            problems.refuse(
                    link,
                    "a bias is added to sums that nobody converts by a row of its own (tile.core.weights.bias=array)");
        }
        Integration integration = core.integration();
        if (integration != null && integration.holds()
                || core.composed()
                || core.learning() != null
                || core.adc().minimumPhaseSeconds() > 0) {
            problems.refuse(
                    link,
                    "nothing stands between a column and what reads it: no circuit that holds its sum, no composed results, no learning, no converter that counts meanwhile; or no link (tile.core.analog-link=null)");
        }
    }

    private void cellsHold() {
        Cell cell = core.array().cell();
        Device device = cell.made();
        Integer levels = cell.levels();
        if (levels != null && levels < 1 << cell.bits()) {
            problems.refuse(
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
            problems.refuse(
                    CELL + key,
                    "cells stuck on, %s, and stuck off, %s, are together more than all; what the other leaves is %s %% (%s%s=%s %%)"
                            .formatted(stuckOn, stuckOff, left, CELL, key, left));
        }
    }

    private void conductances(@Nullable Double on, @Nullable Double stated, Cell cell) {
        Double off = stated;
        if (on != null && off != null && off >= on) {
            off = on / 10;
            problems.refuse(
                    CELL + "off-conductance",
                    "off-conductance must be below on-conductance, of the cell or of its device; found %s and %s; for example a tenth of it (%soff-conductance=%s)"
                            .formatted(shown(stated), shown(on), CELL, shown(off)));
        }
        Double mean = cell.meanConductance();
        if (mean != null && (on != null && mean > on || off != null && mean < off)) {
            double low = off == null ? 0 : off;
            problems.refuse(
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

    /** Every weight of a core has a sum. */
    private void gradientsHaveRoom() {
        GradientSums sums = core.learning() == null ? null : core.learning().gradients();
        if (sums == null) {
            return;
        }
        double weights =
                (double) core.arrays() * core.rowsRead() * core.layout().weightsAcross();
        double needed = sums.bytes(weights);
        if (sums.size() < needed) {
            String path = "tile.core.learning.gradients.size";
            problems.refuse(
                    path,
                    "a core has %.0f weights, and a sum of %d bits for each takes %.0f B, not %d B; at least that (%s=%.0f B)"
                            .formatted(weights, sums.bits(), needed, sums.size(), path, needed));
        }
    }

    /** Cells that are written at once stand in one row, or fill rows. */
    private void cellsAreWritten() {
        ArrayWriting write = core.array().write();
        int columns = core.array().columns();
        if (write == null || write.parallel() <= columns) {
            return;
        }
        int rows = Math.min(write.parallel() / columns, core.array().rows());
        if (write.parallel() != (long) rows * columns) {
            String path = "tile.core.array.write.parallel";
            problems.refuse(
                    path,
                    "cells written at once are some of a row of %d, or those of whole rows, of which an array has %d; found %d, for example (%s=%d)"
                            .formatted(columns, core.array().rows(), write.parallel(), path, rows * columns));
        }
    }
}
