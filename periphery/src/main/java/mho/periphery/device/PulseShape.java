package mho.periphery.device;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * A programming pulse one way: its amplitude and its width, or those of the first of a run of pulses that grow, by equal steps (the
 * non-identical pulses of NeuroSim). Which pulse of the run a cell needs depends on where it stands, so that a growing scheme reads first.
 */
public record PulseShape(
        @Doc("Voltage of the pulse, or of the first") @Unit("V") @Range(min = Double.NEGATIVE_INFINITY)
                double amplitude,
        @Doc("Length of the pulse, or of the first") @Unit("s") double width,
        @Doc("By how much the voltage of each further pulse differs")
                @Unit("V")
                @Default("0 V")
                @Range(min = Double.NEGATIVE_INFINITY)
                double amplitudeStep,
        @Doc("By how much each further pulse is longer") @Unit("s") @Default("0 s") @Range(min = 0) double widthStep) {

    /** Volts of a pulse of the run, the first is 0. */
    public double volts(double position) {
        return amplitude + position * amplitudeStep;
    }

    /** Seconds of a pulse of the run, the first is 0. */
    public double seconds(double position) {
        return width + position * widthStep;
    }

    /** G V^2 t of one pulse through a cell of some conductance. */
    public double joules(double siemens, double position) {
        double volts = volts(position);
        return siemens * volts * volts * seconds(position);
    }
}
