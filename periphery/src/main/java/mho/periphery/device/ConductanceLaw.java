package mho.periphery.device;

import mho.core.yaml.Doc;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/** A conductance that depends on a conductance G: of · curve(G / per); without {@code of}, G · curve(G / per). */
public record ConductanceLaw(
        @Doc("Unit of the result; the conductance itself when absent") @Unit("S") @Nullable Double of,
        @Doc("The conductance at which x = 1") @Unit("S") double per,
        @Doc("The law, of x = G / per") ConductanceCurve curve) {

    /** In siemens, of siemens. */
    public double at(double siemens) {
        return at(siemens, siemens);
    }

    /** The same of a conductance that has changed since: what is a part of the conductance stays the part that it was. */
    public double at(double siemens, double before) {
        return of == null ? siemens * curve.at(before / per) : of * curve.at(siemens / per);
    }
}
