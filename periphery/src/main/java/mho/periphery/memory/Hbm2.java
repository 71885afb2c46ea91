package mho.periphery.memory;

import mho.core.cost.Cost;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;

/** A stack on an interposer, reached over short and many wires. */
@Kind("hbm2")
public record Hbm2(@Inline MemoryChannels port, @Inline Cost cost) implements OffChipMemory, PricedPart {

    @Override
    public String usualModel() {
        return "dram-hbm2";
    }

    @Override
    public Circuit circuit() {
        return Circuit.OFF_CHIP;
    }
}
