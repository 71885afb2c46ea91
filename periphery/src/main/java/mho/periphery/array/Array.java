package mho.periphery.array;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.device.CellWriting;
import mho.periphery.device.ConductanceWindow;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/**
 * A crossbar of cells. Its action is one cell read in one phase, so an array that is partly used costs in proportion.
 *
 * <p>A stated power is that of the whole array with every cell read in every phase; a stated energy is that of one cell in one phase. Without either, and with a mean conductance and a read voltage,
 * a cell dissipates G V^2 t: t the time a full-scale input conducts, times {@code input-activity}.
 *
 * @param wires null when they lose nothing
 * @param write null when the chip file says nothing of it
 */
public record Array(
        @Scales(area = ScalingLaw.LINEAR, why = "energy is one cell read, area and leakage go with the cells")
                @Doc("Word lines")
                int rows,
        @Scales(area = ScalingLaw.LINEAR, why = "energy is one cell read, area and leakage go with the cells")
                @Doc("Bit lines")
                int columns,
        @Doc("The memory cell") Cell cell,
        @Scales(why = "by the time a cell conducts, which follows from it and the driver")
                @Doc("Time of one read; a phase lasts at least so long")
                @Unit("s")
                @Nullable
                Double readTime,
        @Scales(energy = ScalingLaw.LINEAR, why = "E = G V^2 t x activity")
                @Doc(
                        "Mean input over full scale: the density of ones, the mean pulse over the longest, or the mean of squared voltages (for the energy G V^2 t)")
                @Default("0.5")
                @Range(max = 1)
                double inputActivity,
        @Doc("Its wires; without resistance when absent") @Nullable ArrayWires wires,
        @Doc("How it is written; cell by cell, by its device's figures, when absent") @Nullable ArrayWriting write,
        @Inline Cost cost)
        implements PricedPart {

    /** The same with another mean input, which has a say in prices alone. */
    public Array withActivity(double activity) {
        return new Array(rows, columns, cell, readTime, activity, wires, write, cost);
    }

    /** The same, and nothing said of how it is written, which has a say in nothing that is read. */
    public Array unwritten() {
        return new Array(rows, columns, cell, readTime, inputActivity, wires, null, cost);
    }

    public long cells() {
        return (long) rows * columns;
    }

    /** How it is written, in what order. */
    public ArrayWriting written() {
        return write == null ? ArrayWriting.UNSTATED : write;
    }

    /** How one of its cells is written: the array's own figures, else the device's. */
    public CellWriting writing() {
        return written().cell().over(cell.made().write());
    }

    /** The read time, or 0 when none is stated. */
    public double readSeconds() {
        return readTime == null ? 0 : readTime;
    }

    /**
     * What one cell read of the stated cost conducts: mean conductance over on-conductance times input activity. Where no conductance is
     * stated, the mean is half-way.
     */
    public double nominalConduction() {
        ConductanceWindow window = cell.window();
        Double mean = cell.mean();
        return inputActivity * (window == null || mean == null ? 0.5 : mean / window.onSiemens());
    }

    /**
     * Cost of one array: energy per cell read in one phase, leakage and area of the whole.
     *
     * @param phaseSeconds length of a phase, which turns a stated power into an energy
     * @param conductionSeconds how long a full-scale input conducts in a phase
     */
    public ResolvedFigures figures(Site site, double phaseSeconds, double conductionSeconds) {
        Double mean = cell.mean();
        ArrayQuery query = new ArrayQuery(mean, cell.readVoltage(), conductionSeconds, inputActivity);
        String fallback = mean != null && cell.readVoltage() != null ? "ohmic" : null;
        return ArrayModels.CATALOG.resolve(cost, cells() / phaseSeconds, query, site, fallback);
    }

    @Override
    public Circuit circuit() {
        return Circuit.ARRAY;
    }
}
