package mho.periphery.readout;

import mho.core.cost.Cost;
import mho.core.yaml.Inline;

/** The ramp and the counter that all columns of a core share; its action is one ramp. */
public record RampGenerator(@Inline Cost cost) {}
