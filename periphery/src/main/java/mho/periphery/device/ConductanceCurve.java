package mho.periphery.device;

/** A function of a relative conductance x, by which published fits are written down. */
public sealed interface ConductanceCurve permits Polynomial, ClippedLogarithm, CappedPower, Saturation, TwoPieceCurve {

    double at(double x);
}
