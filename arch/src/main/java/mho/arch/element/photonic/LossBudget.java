package mho.arch.element.photonic;

import mho.core.cost.Scales;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * What a laser draws so that enough of its light arrives: {@code P = S 10^(L / 10) / e}. The usual link budget of optics.
 *
 * @param sensitivity S, watts of light that the diode needs
 * @param loss L, decibels from laser to diode, splitting included
 * @param efficiency e, light over electric power
 */
public record LossBudget(
        @Scales(why = "it is light, whatever the circuits are made in")
                @Doc("Light of one wavelength that has to arrive at a diode")
                @Unit("W")
                @Range(min = 0)
                double sensitivity,
        @Scales(why = "it is light, whatever the circuits are made in")
                @Doc("Decibels of light lost from laser to diode, by splitting too")
                @Range(min = 0, max = 100)
                double loss,
        @Scales(why = "it is light, whatever the circuits are made in")
                @Doc("Light of the laser over the electric power it takes: its wall-plug efficiency")
                @Range(min = 1e-6, max = 1)
                double efficiency) {

    /** Electric power of one laser, watts. */
    public double watts() {
        return sensitivity * Math.pow(10, loss / 10) / efficiency;
    }
}
