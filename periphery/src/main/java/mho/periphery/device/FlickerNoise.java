package mho.periphery.device;

import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Unit;

/**
 * 1/f noise between the time since programming and the time of a read: sigma = deviation · sqrt(ln((t + tr) / (2 tr))). A deviation
 * that is a part of the conductance, G · Q(G), is G(t) · Q(G(t0)) after drift. Nandakumar et al., ICECS 2019, as aihwkit has it.
 */
@Kind("flicker")
public record FlickerNoise(
        @Doc("tr, how long a read lasts") @Unit("s") double readTime,
        @Doc("Standard deviation before the factor of time") ConductanceLaw deviation)
        implements ReadNoiseLaw {

    @Override
    public double sigma(double programmed, double siemens, double seconds) {
        double decades = Math.max(0, StrictMath.log((seconds + readTime) / (2 * readTime)));
        return Math.max(0, deviation.at(siemens, programmed)) * Math.sqrt(decades);
    }
}
