package mho.periphery.array;

import java.util.random.RandomGenerator;
import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;
import mho.periphery.device.ConductanceLaw;
import mho.periphery.device.Device;
import mho.periphery.device.Draws;
import mho.periphery.device.Drift;
import mho.periphery.device.Window;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the conductances that an array is asked to hold, and how much one read of a cell differs from the next. The cell's own
 * figures stand over its device's.
 *
 * <p>All conductances here are levels: 0 the lowest of the window, 1 the highest. Errors may lead out of the window, though no device
 * conducts less than nothing; the ideal device states no window and so has no such limit. A cell whose highest conductance is not the
 * device's is taken as a device larger or smaller in all its conductances and their errors.
 */
public final class CellModel {

    private final Cell cell;
    private final Device device;
    private final Window window;
    private final double scale; // siemens of the cell per siemens of the device
    private final double seconds;
    private final boolean physical;
    private final int levels; // 0: any
    private final double spread;
    private final double stuckOn;
    private final double stuckOff;
    private final double ivNonlinearity;

    private CellModel(Cell cell, Device device, Window window, double scale, double seconds) {
        this.cell = cell;
        this.device = device;
        this.window = window;
        this.scale = scale;
        this.seconds = seconds;
        this.physical = device.onConductance() != null;
        Integer distinct = cell.levels() != null ? cell.levels() : device.levels();
        this.levels = distinct == null ? 0 : distinct;
        this.spread = over(cell.spread(), device.spread());
        this.stuckOn = over(cell.stuckOn(), device.stuckOn());
        this.stuckOff = over(cell.stuckOff(), device.stuckOff());
        this.ivNonlinearity = over(cell.ivNonlinearity(), device.ivNonlinearity());
        if (stuckOn + stuckOff > 1) {
            throw new BadInput("cell: stuck-on and stuck-off together exceed all cells, lower one of them");
        }
    }

    private static double over(@Nullable Double own, double ofDevice) {
        return own == null ? ofDevice : own;
    }

    /** The model of a cell read so long after it was programmed. */
    public static CellModel of(Cell cell, double secondsSinceProgramming) {
        return of(cell, cell.made(), secondsSinceProgramming);
    }

    /** The same with a device at hand. Throws {@link BadInput} when nobody knows the device so late, or the window is upside down. */
    public static CellModel of(Cell cell, Device device, double secondsSinceProgramming) {
        if (!(secondsSinceProgramming >= 0 && secondsSinceProgramming < Double.POSITIVE_INFINITY)) {
            throw new BadInput("time since programming: must be at least 0 s and finite");
        }
        Drift drift = device.drift();
        if (drift != null && secondsSinceProgramming > drift.until()) {
            throw new BadInput("time since programming: " + Quantity.format(secondsSinceProgramming, "s")
                    + " is later than anybody has measured device \"" + device.device() + "\", ask for "
                    + Quantity.format(drift.until(), "s") + " or less");
        }
        Double on = cell.onConductance() != null ? cell.onConductance() : device.onConductance();
        Double off = cell.offConductance() != null ? cell.offConductance() : device.offConductance();
        Window window = on == null ? new Window(0, 1) : new Window(off == null ? 0 : off, on);
        double scale = on == null || device.onConductance() == null ? 1 : on / device.onConductance();
        return new CellModel(cell, device, window, scale, device.readAt(secondsSinceProgramming));
    }

    /** Whether every cell keeps exactly what it was asked to hold. Read noise is apart: {@link #quiet()}. */
    public boolean ideal() {
        return levels == 0 && stuckOn == 0 && stuckOff == 0 && spread == 0 && device.drift() == null && exact();
    }

    private boolean exact() {
        return cell.programmingError() != null
                ? cell.programmingError() == 0
                : device.programmingError() == null && device.errorOverWindow() == 0;
    }

    /** Whether one read of a cell is like the next. */
    public boolean quiet() {
        return cell.readError() != null ? cell.readError() == 0 : device.readNoise() == null;
    }

    /**
     * Programs an array and lets it age: {@code levels}, row-major, become what is read. Every cell has draws of its own, and every effect a
     * stream of its own, so that turning one on or up leaves the draws of the others as they are.
     */
    public Programming program(float[][] levels, RandomGenerator random) {
        RandomGenerator faults = Draws.of(random.nextLong());
        RandomGenerator sizes = Draws.of(random.nextLong());
        RandomGenerator errors = Draws.of(random.nextLong());
        RandomGenerator ageing = Draws.of(random.nextLong());
        long cells = 0;
        long on = 0;
        long off = 0;
        double first = 0;
        double now = 0;
        Drift drift = device.drift();
        boolean exact = exact();
        for (float[] row : levels) {
            for (int column = 0; column < row.length; column++) {
                double fault = stuckOn + stuckOff > 0 ? faults.nextDouble() : 1;
                double size = spread > 0 ? 1 + spread * sizes.nextGaussian() : 1;
                double error = exact ? 0 : errors.nextGaussian();
                double age = drift == null ? 0 : ageing.nextGaussian();
                double programmed;
                double aged;
                if (fault < stuckOn) {
                    programmed = aged = window.onSiemens();
                    on++;
                } else if (fault < stuckOn + stuckOff) {
                    programmed = aged = window.offSiemens();
                    off++;
                } else {
                    double target = window.siemens(nearest(row[column]));
                    programmed = floored(size * target + error * programmingSigma(target));
                    aged = drift == null ? programmed : aged(drift, target, programmed, age);
                }
                row[column] = (float) window.level(aged);
                first += programmed;
                now += aged;
            }
            cells += row.length;
        }
        return new Programming(cells, on, off, first / window.range(), now / window.range());
    }

    /** The distinct conductance next to a level. */
    double nearest(double level) {
        return levels == 0 ? level : Math.rint(level * (levels - 1)) / (levels - 1);
    }

    /** Standard deviation of a programmed conductance from a target, in siemens. */
    double programmingSigma(double target) {
        Double stated = cell.programmingError();
        if (stated != null) {
            return stated * window.range();
        }
        if (device.programmingError() != null) {
            return deviceSigma(target / scale) * scale;
        }
        return device.errorOverWindow() * window.range();
    }

    private double deviceSigma(double siemens) {
        ConductanceLaw law = device.programmingError();
        return law == null ? 0 : Math.max(0, law.at(siemens));
    }

    private double aged(Drift drift, double target, double programmed, double normal) {
        double ofDevice = target / scale;
        return floored(scale * drift.aged(ofDevice, programmed / scale, deviceSigma(ofDevice), seconds, normal));
    }

    private double floored(double siemens) {
        return physical ? Math.max(0, siemens) : siemens;
    }

    /** Standard deviation of one read of a cell at that level (as programmed and aged), in levels. */
    public double readSigma(double level) {
        if (cell.readError() != null) {
            return cell.readError();
        }
        if (device.readNoise() == null) {
            return 0;
        }
        double siemens = Math.max(0, window.siemens(level)) / scale;
        return device.readNoise().sigma(siemens, seconds) * scale / window.range();
    }

    /**
     * Variance of one read of each cell, in levels squared. The variance of an output is the sum over its rows of x^2 times it: a second
     * product gives it exactly.
     */
    public float[][] readVariances(float[][] levels) {
        float[][] variances = new float[levels.length][];
        for (int row = 0; row < levels.length; row++) {
            variances[row] = new float[levels[row].length];
            for (int column = 0; column < levels[row].length; column++) {
                double sigma = readSigma(levels[row][column]);
                variances[row][column] = (float) (sigma * sigma);
            }
        }
        return variances;
    }

    /**
     * Read noise referred to the outputs: for each column the standard deviation of the sum of its cells when every row carries 1,
     * sqrt(sum of variances). For another input it is that times the root mean square of the input, exactly so where all cells of
     * a column are alike.
     */
    public float[] columnReadSigmas(float[][] levels) {
        double[] variances = new double[levels.length == 0 ? 0 : levels[0].length];
        for (float[] row : readVariances(levels)) {
            for (int column = 0; column < row.length; column++) {
                variances[column] += row[column];
            }
        }
        float[] sigmas = new float[variances.length];
        for (int column = 0; column < sigmas.length; column++) {
            sigmas[column] = (float) Math.sqrt(variances[column]);
        }
        return sigmas;
    }

    /**
     * The levels that an array with such wires acts as if it had, of the levels its cells have. Level 0 stays the nominal lowest conductance,
     * so a far cell that should add nothing may come out below it.
     */
    public float[][] behind(ArrayWires wires, float[][] levels) {
        float[][] siemens = new float[levels.length][];
        for (int row = 0; row < levels.length; row++) {
            siemens[row] = levels[row].clone();
        }
        if (wires.ideal()) {
            return siemens;
        }
        toSiemens(siemens);
        float[][] effective = IrDrop.effective(siemens, wires);
        toLevels(effective);
        return effective;
    }

    /**
     * Current through a cell at a voltage, over that at the read voltage, at which conductances are stated: v (1 + k v^2) / (1 + k). Inputs
     * that are pulses of full voltage never ask.
     *
     * @param voltage over the read voltage
     */
    public float current(float voltage) {
        double k = ivNonlinearity;
        return (float) (voltage * (1 + k * voltage * voltage) / (1 + k));
    }

    /** Levels to siemens in place. Throws {@link BadInput} when neither the cell nor the device states conductances. */
    public void toSiemens(float[][] levels) {
        if (cell.onConductance() == null && device.onConductance() == null) {
            throw new BadInput(
                    "cell.on-conductance: missing; wires have resistances in ohms, so state the cell's conductances,"
                            + " for example on-conductance: 25 uS, off-conductance: 0.25 uS");
        }
        for (float[] row : levels) {
            for (int column = 0; column < row.length; column++) {
                row[column] = (float) window.siemens(row[column]);
            }
        }
    }

    /** Siemens to levels in place. */
    public void toLevels(float[][] siemens) {
        for (float[] row : siemens) {
            for (int column = 0; column < row.length; column++) {
                row[column] = (float) window.level(row[column]);
            }
        }
    }

    /** What a cell at level 0 conducts, in levels. */
    public double offset() {
        return window.offset();
    }
}
