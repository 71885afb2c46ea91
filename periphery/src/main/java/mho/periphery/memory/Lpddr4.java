package mho.periphery.memory;

import mho.core.cost.Cost;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;

/** Chips close by, without termination at rest. */
@Kind("lpddr4")
public record Lpddr4(@Inline MemoryChannels port, @Inline Cost cost) implements OffChipMemory, PricedPart {

    @Override
    public String usualModel() {
        return "dram-lpddr4";
    }

    @Override
    public Circuit circuit() {
        return Circuit.OFF_CHIP;
    }
}
