package mho.periphery.memory;

import java.util.Optional;
import java.util.OptionalDouble;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/** A published energy a bit, interface and array together. It says nothing of what the memory draws at rest. */
record PublishedDram(String name, double joulesPerBit) implements CostModel<MemoryChannels> {

    @Override
    public String action() {
        return "byte over one channel";
    }

    @Override
    public String parameters() {
        return "none: one energy a bit; no leakage";
    }

    @Override
    public String validRange() {
        return "any size and bandwidth, no area of the chip";
    }

    @Override
    public String source() {
        return "Accelergy CACTI plug-in, energies of DRAM a bit";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.empty();
    }

    @Override
    public Circuit circuit() {
        return Circuit.OFF_CHIP;
    }

    @Override
    public Optional<String> outside(MemoryChannels query) {
        return Optional.empty();
    }

    @Override
    public Estimate estimate(MemoryChannels query) {
        return new Estimate(8 * joulesPerBit, 0, 0.0, source());
    }
}
