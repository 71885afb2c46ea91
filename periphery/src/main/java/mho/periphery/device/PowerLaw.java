package mho.periphery.device;

import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Structural relaxation of phase-change cells: G(t) = G(t0) (t / t0)^-nu, nu drawn for each cell from N(mean(g), deviation(g)), g the
 * target over {@code per}. A negative draw is taken as its absolute value, as aihwkit does.
 */
@Kind("power-law")
public record PowerLaw(
        @Doc("t0, when the conductance was first read") @Unit("s") double from,
        @Doc("The conductance at which g = 1") @Unit("S") double per,
        @Doc("Mean of the exponent, of g") ConductanceCurve mean,
        @Doc("Standard deviation of the exponent, of g") ConductanceCurve deviation,
        @Doc("What warmth does to it") @Nullable ThermalActivation activation)
        implements Drift {

    @Override
    public double aged(double target, double programmed, double programmingSigma, double seconds, double normal) {
        double g = Math.max(target / per, 1e-7); // the logarithms of the fits end here; both are clipped long before
        double exponent = Math.abs(mean.at(g) + Math.max(0, deviation.at(g)) * normal);
        return programmed * StrictMath.pow(seconds / from, -exponent);
    }
}
