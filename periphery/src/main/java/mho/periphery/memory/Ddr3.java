package mho.periphery.memory;

import mho.core.cost.Cost;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;

/** Modules on a board, their bus terminated at both ends. */
@Kind("ddr3")
public record Ddr3(@Inline MemoryChannels port, @Inline Cost cost) implements OffChipMemory, PricedPart {

    @Override
    public String usualModel() {
        return "dram-ddr3";
    }

    @Override
    public Circuit circuit() {
        return Circuit.OFF_CHIP;
    }
}
