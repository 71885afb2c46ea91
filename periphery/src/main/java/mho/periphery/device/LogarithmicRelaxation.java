package mho.periphery.device;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/** Decay and spreading in the logarithm of time, whatever the conductance: G(t) = G + N(shift · ln(t / t0), deviation + growth · ln(t / t0)). */
@Kind("logarithmic")
public record LogarithmicRelaxation(
        @Doc("t0") @Unit("s") double from,
        @Doc("Mean change per e-fold of time") @Unit("S") @Range(min = Double.NEGATIVE_INFINITY) double shift,
        @Doc("Standard deviation at t0") @Unit("S") @Default("0 S") @Range(min = 0) double deviation,
        @Doc("Its growth per e-fold of time") @Unit("S") @Default("0 S") @Range(min = 0) double growth,
        @Doc("What warmth does to it") @Nullable ThermalActivation activation)
        implements Drift {

    @Override
    public double aged(double target, double programmed, double programmingSigma, double seconds, double normal) {
        double folds = StrictMath.log(seconds / from);
        return programmed + shift * folds + (deviation + growth * folds) * normal;
    }
}
