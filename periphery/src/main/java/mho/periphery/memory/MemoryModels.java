package mho.periphery.memory;

import java.util.List;
import mho.core.cost.ExampleFigures;
import mho.periphery.model.Catalog;
import mho.periphery.model.Circuit;
import mho.periphery.model.NodeScaledModel;

/** The memory models a chip file may choose from: buffers by size at one port width, register files by size. */
public final class MemoryModels {

    private static final SizeTable PUMA = new SizeTable("edram-puma", 32e-9, false, Circuit.EDRAM);
    private static final SizeTable MNSIM = new SizeTable("sram-mnsim-45nm", 45e-9, true, Circuit.SRAM);
    private static final SizeTable FILE = new SizeTable("register-file-puma", 32e-9, false, Circuit.LOGIC);

    public static final Catalog<MemoryQuery> CATALOG = new Catalog<>(
            "buffer",
            new ExampleFigures("21 pJ", "21 mW", "0.083 mm2"),
            List.of(
                    new SizeTable("edram-isaac", 32e-9, false, Circuit.EDRAM),
                    PUMA,
                    new NodeScaledModel<>("edram-22nm", PUMA, 22e-9),
                    new NodeScaledModel<>("edram-14nm", PUMA, 14e-9),
                    new NodeScaledModel<>("edram-7nm", PUMA, 7e-9),
                    MNSIM,
                    new SizeTable("sram-mnsim-65nm", 65e-9, true, Circuit.SRAM),
                    new SramMacro("sram-22nm", 22e-9, MNSIM),
                    new SramMacro("sram-14nm", 14e-9, MNSIM),
                    new SramMacro("sram-7nm", 7e-9, MNSIM),
                    new SpikeMemory(
                            "reram-pipelayer",
                            1.08e-12,
                            3.91e-9,
                            4,
                            32e-9,
                            "Song et al., HPCA 2017, second hand: 1.08 pJ a read spike, 3.91 nJ a write spike, cells of 4 bits")));

    public static final Catalog<MemoryQuery> REGISTERS = new Catalog<>(
            "register",
            new ExampleFigures("0.48 pJ", "1.2 mW", "2100 um2"),
            List.of(
                    FILE,
                    new NodeScaledModel<>("register-file-22nm", FILE, 22e-9),
                    new NodeScaledModel<>("register-file-14nm", FILE, 14e-9),
                    new NodeScaledModel<>("register-file-7nm", FILE, 7e-9)));

    private MemoryModels() {}
}
