package mho.periphery.device;

/** A function of a relative conductance x, by which published fits are written down. */
public sealed interface Curve permits Polynomial, ClippedLogarithm, CappedPower, Saturation, Pieces {

    double at(double x);
}
