package mho.periphery.array;

import java.util.random.RandomGenerator;
import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;
import mho.periphery.device.ConductanceLaw;
import mho.periphery.device.ConductanceWindow;
import mho.periphery.device.Device;
import mho.periphery.device.Drift;
import mho.periphery.device.Subthreshold;

/**
 * What becomes of the conductances that an array is asked to hold, and how much one read of a cell differs from the next. The cell's own
 * figures stand over its device's.
 *
 * <p>All conductances here are levels: 0 the lowest of the window, 1 the highest. Errors may lead out of the window, though no device
 * conducts less than nothing; the ideal device states no window and so has no such limit. A cell whose highest conductance is not the
 * device's is taken as a device larger or smaller in all its conductances and their errors.
 */
public final class CellModel {

    private final Device device;
    private final CellFigures knobs;
    private final ConductanceWindow window;
    private final boolean stated;
    private final double scale; // siemens of the cell per siemens of the device
    private final double seconds;
    private final double kelvin;

    private CellModel(
            Device device,
            CellFigures knobs,
            ConductanceWindow window,
            boolean stated,
            double scale,
            double seconds,
            double kelvin) {
        this.device = device;
        this.knobs = knobs;
        this.window = window;
        this.stated = stated;
        this.scale = scale;
        this.seconds = seconds;
        this.kelvin = kelvin;
    }

    /** The model of a cell read so long after it was programmed, at the temperature at which its device was measured. */
    public static CellModel of(Cell cell, double secondsSinceProgramming) {
        return of(cell, cell.made(), secondsSinceProgramming);
    }

    /** The same after so long at a temperature. */
    public static CellModel of(Cell cell, double secondsSinceProgramming, double kelvin) {
        Device device = cell.made();
        Drift drift = device.drift();
        if (drift == null) {
            return of(cell, device, secondsSinceProgramming, kelvin);
        }
        double aged = drift.secondsAt(secondsSinceProgramming, kelvin);
        if (aged > drift.until() && secondsSinceProgramming <= drift.until()) {
            throw new BadInput("time since programming: " + Quantity.format(secondsSinceProgramming, "s") + " at "
                    + Quantity.format(kelvin, "K") + " age device \"" + device.device() + "\" as "
                    + Quantity.format(aged, "s") + " where it was measured, and it was measured until "
                    + Quantity.format(drift.until(), "s") + ": ask for less, or a lower temperature");
        }
        return of(cell, device, aged, kelvin);
    }

    /** The same with a device at hand. Throws {@link BadInput} when nobody knows the device so late, or the window is upside down. */
    public static CellModel of(Cell cell, Device device, double secondsSinceProgramming) {
        Subthreshold law = device.subthreshold();
        return of(cell, device, secondsSinceProgramming, law == null ? 0 : law.at());
    }

    private static CellModel of(Cell cell, Device device, double secondsSinceProgramming, double kelvin) {
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
        ConductanceWindow window =
                on == null ? new ConductanceWindow(0, 1) : new ConductanceWindow(off == null ? 0 : off, on);
        double scale = on == null || device.onConductance() == null ? 1 : on / device.onConductance();
        double readAt = device.readAt(secondsSinceProgramming);
        return new CellModel(device, CellFigures.of(cell, device), window, on != null, scale, readAt, kelvin);
    }

    /** Whether every cell keeps exactly what it was asked to hold. Read noise is apart: {@link #quiet()}. */
    public boolean ideal() {
        return knobs.flawless() && knobs.exact() && !drifts() && !warms();
    }

    /** Whether one read of a cell is like the next. */
    public boolean quiet() {
        return knobs.quiet();
    }

    boolean drifts() {
        return device.drift() != null;
    }

    /** Whether temperature makes another conductance of the one that was programmed. */
    private boolean warms() {
        Subthreshold law = device.subthreshold();
        return law != null && law.at() != kelvin;
    }

    /** What the temperature of reading makes of a conductance. */
    double warmed(double siemens) {
        Subthreshold law = device.subthreshold();
        return law == null || law.at() == kelvin
                ? siemens
                : window.onSiemens() * law.warmed(siemens / window.onSiemens(), kelvin);
    }

    /** The conductances that levels stand for; 0 to 1 where nobody states them. */
    ConductanceWindow window() {
        return window;
    }

    /**
     * Programs an array and lets it age: {@code levels}, row-major, become what is read. Every cell has draws of its own, and every effect a
     * stream of its own, so that turning one on or up leaves the draws of the others as they are.
     */
    public Programming program(float[][] levels, RandomGenerator random) {
        return new ArrayProgrammer(this, knobs, random).program(levels);
    }

    /** Standard deviation of a programmed conductance from a target, in siemens. */
    double programmingSigma(double target) {
        Double share = knobs.programmingError();
        return share != null ? share * window.range() : deviceSigma(target / scale) * scale;
    }

    private double deviceSigma(double siemens) {
        ConductanceLaw law = device.programmingError();
        return law == null ? 0 : Math.max(0, law.at(siemens));
    }

    /** What time makes of a conductance, given the cell's own draw. */
    double aged(double target, double programmed, double normal) {
        Drift drift = device.drift();
        if (drift == null) {
            return programmed;
        }
        double asked = target / scale;
        return possible(scale * drift.aged(asked, programmed / scale, deviceSigma(asked), seconds, normal));
    }

    /** Nothing conducts less than nothing; the ideal device has no zero. */
    double possible(double siemens) {
        return device.onConductance() == null ? siemens : Math.max(0, siemens);
    }

    /** Standard deviation of one read of a cell, in levels, from those that it had when programmed and has now. */
    public double readSigma(double programmed, double now) {
        Double share = knobs.readError();
        if (share != null || device.readNoise() == null) {
            return share == null ? 0 : share;
        }
        return device.readNoise().sigma(siemens(programmed), siemens(now), seconds) * scale / window.range();
    }

    private double siemens(double level) {
        return Math.max(0, window.siemens(level)) / scale;
    }

    /**
     * Variance of one read of each cell, in levels squared. The variance of an output is the sum over its rows of x^2 times it: a second
     * product gives it exactly.
     *
     * @param programmed levels when programmed
     * @param now levels at the time of the read
     */
    public float[][] readVariances(float[][] programmed, float[][] now) {
        float[][] variances = new float[now.length][];
        for (int row = 0; row < now.length; row++) {
            variances[row] = new float[now[row].length];
            for (int column = 0; column < now[row].length; column++) {
                double sigma = readSigma(programmed[row][column], now[row][column]);
                variances[row][column] = (float) (sigma * sigma);
            }
        }
        return variances;
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
        double k = knobs.ivNonlinearity();
        return (float) (voltage * (1 + k * voltage * voltage) / (1 + k));
    }

    /** Levels to siemens in place. Throws {@link BadInput} when neither the cell nor the device states conductances. */
    public void toSiemens(float[][] levels) {
        if (!stated) {
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
