package mho.periphery.learning;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * Charge on a capacitor that sets the conductance of a transistor: a pulse lets a current source charge or discharge it for its width, so
 * that the voltage steps by I·t/C, and the weight by that over the swing of its window. What transistors lose of it towards the ends of
 * the swing is a straight line ({@link LinearStep}, whose law it is); what leaks is a lifetime. Tsai et al., J. Phys. D 51:283001,
 * 2018, §6.4.
 */
@Kind("capacitor")
public record CapacitorCharge(
        @Doc("Current of the sources that charge and discharge it") @Unit("A") double current,
        @Doc("Standard deviation of it between cells, over it") @Unit("1") @Default("0") @Range(min = 0)
                double currentSpread,
        @Doc("Standard deviation between the two sources of a cell, each way, over the current")
                @Unit("1")
                @Default("0")
                @Range(min = 0)
                double mismatch,
        @Doc("Time for which a pulse turns a source on") @Unit("s") double width,
        @Doc("Capacitance") @Unit("F") double capacitance,
        @Doc("Voltage between the lowest and the highest weight") @Unit("V") double swing,
        @Doc("Standard deviation between pulses on one cell, over the step") @Unit("1") @Default("0") @Range(min = 0)
                double pulseNoise,
        @Doc("Share of a step up that is lost on the way from zero to the highest weight")
                @Unit("1")
                @Default("0")
                @Range(min = 0)
                double gammaUp,
        @Doc("Share of a step down that is lost on the way from zero to the lowest weight")
                @Unit("1")
                @Default("0")
                @Range(min = 0)
                double gammaDown,
        @Inline CellTraits cells)
        implements UpdateLaw {

    /** Volts by which one pulse changes the capacitor. */
    public double stepVolts() {
        return current * width / capacitance;
    }

    private LinearStep law() {
        double step = stepVolts() / swing * cells.range();
        return new LinearStep(
                new PulseStep(step, currentSpread, false, 0, mismatch, pulseNoise),
                gammaUp,
                0,
                gammaDown,
                0,
                LinearStep.Bound.MEAN,
                NoiseOfStep.MULTIPLICATIVE,
                cells);
    }

    @Override
    public double change(boolean up, double weight) {
        return law().change(up, weight);
    }

    @Override
    public CellPopulation population(int rows, int columns, long seed, long... place) {
        return law().population(this, rows, columns, seed, place);
    }
}
