package mho.arch.element.photonic;

import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * What a laser draws so that enough of its light arrives: {@code P = S n 10^((L + k l) / 10) / e}. The usual link budget of optics.
 *
 * @param sensitivity S, watts of light that the diode needs
 * @param loss L, decibels from laser to diode, beside splitting and what the array's own parts take
 * @param perPart l, decibels of each of the k rings or interferometers that light passes
 * @param efficiency e, light over electric power
 */
public record LossBudget(
        @Scales(why = "it is light, whatever the circuits are made in")
                @Doc("Light of one wavelength that has to arrive at a diode")
                @Unit("W")
                @Range(min = 0)
                double sensitivity,
        @Scales(why = "it is light, whatever the circuits are made in")
                @Doc(
                        "Decibels of light lost from laser to diode, beside splitting and what rings or interferometers take")
                @Range(min = 0, max = 100)
                double loss,
        @Scales(why = "it is light, whatever the circuits are made in")
                @Doc("Decibels of light lost in each ring or interferometer on the way")
                @Default("0")
                @Range(min = 0, max = 10)
                double perPart,
        @Scales(why = "it is light, whatever the circuits are made in")
                @Doc("Light of the laser over the electric power it takes: its wall-plug efficiency")
                @Range(min = 1e-6, max = 1)
                double efficiency) {

    /**
     * Electric power of one laser, watts.
     *
     * @param split columns that share its light
     * @param passed rings or interferometers on its way
     */
    public double watts(int split, int passed) {
        return sensitivity * split * Math.pow(10, (loss + passed * perPart) / 10) / efficiency;
    }
}
