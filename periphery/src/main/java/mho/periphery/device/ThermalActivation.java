package mho.periphery.device;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * How much faster drift goes where it is warmer, by the law of Arrhenius: a second at T counts exp(E / k (1 / T0 - 1 / T)) seconds of the
 * law, which was measured at T0.
 */
public record ThermalActivation(
        @Doc("Activation energy, electronvolts") @Unit("1") @Range(max = 10) double electronvolts,
        @Doc("Temperature at which the law was measured") @Unit("K") @Default("300 K") double at) {

    /** Electronvolts per kelvin (CODATA 2018). */
    private static final double BOLTZMANN = 8.617333262e-5;

    /** Seconds of the law for each second at a temperature; 1 at its own. */
    double secondsPerSecond(double kelvin) {
        return kelvin == at ? 1 : StrictMath.exp(electronvolts / BOLTZMANN * (1 / at - 1 / kelvin));
    }
}
