package mho.periphery.device;

import mho.core.yaml.Doc;
import mho.core.yaml.Kind;

/** The same at all times. */
@Kind("white")
public record WhiteNoise(@Doc("Standard deviation of a read") ConductanceLaw deviation) implements ReadNoiseLaw {

    @Override
    public double sigma(double programmed, double siemens, double seconds) {
        return Math.max(0, deviation.at(siemens, programmed));
    }
}
