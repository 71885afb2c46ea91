package mho.periphery.neuron;

import mho.core.cost.Cost;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;

/**
 * One of the operations of a function unit. What it costs may be left to the unit: then it takes the energy of its cycles. Area and
 * leakage are what its circuits add to the unit's.
 */
public record UnitOperation(
        @Scales(why = "it sets times; an operation costs what it cost")
                @Doc("Cycles of the clock that one of them keeps a lane")
                @Unit("1")
                @Default("1")
                @Range(min = 1, max = 65536)
                int cycles,
        @Inline Cost cost)
        implements PricedPart {

    /** Whether it says itself what one of it costs. */
    public boolean isPriced() {
        return cost.energy() != null || cost.power() != null;
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
