package mho.periphery.memory;

import java.util.List;
import mho.core.cost.ExampleFigures;
import mho.periphery.model.Catalog;

/** What a byte to or from memory beside the chip costs, by what the memory is. */
public final class OffChipModels {

    public static final Catalog<MemoryChannels> CATALOG = new Catalog<>(
            "off-chip memory",
            new ExampleFigures("64 pJ", "1 W", "0 mm2"),
            List.of(
                    new PublishedDram("dram-ddr3", 70e-12),
                    new PublishedDram("dram-lpddr4", 8e-12),
                    new PublishedDram("dram-hbm2", 3.9e-12)));

    private OffChipModels() {}
}
