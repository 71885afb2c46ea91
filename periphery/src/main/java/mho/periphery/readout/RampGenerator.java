package mho.periphery.readout;

import mho.core.cost.Cost;
import mho.core.yaml.Inline;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;

/** The ramp and the counter that all columns of a core share; its action is one ramp. */
public record RampGenerator(@Inline Cost cost) implements PricedPart {

    @Override
    public Circuit circuit() {
        return Circuit.CONVERTER;
    }
}
