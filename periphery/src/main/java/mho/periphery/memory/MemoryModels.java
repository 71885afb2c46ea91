package mho.periphery.memory;

import java.util.List;
import mho.periphery.model.Catalog;

/** The memory models a chip file may choose from: buffers by size at one port width, register files by size. */
public final class MemoryModels {

    public static final Catalog<MemoryQuery> CATALOG = new Catalog<>(
            "buffer",
            List.of(
                    new SizeTable("edram-isaac", 32e-9, false),
                    new SizeTable("edram-puma", 32e-9, false),
                    new SizeTable("sram-mnsim-45nm", 45e-9, true),
                    new SizeTable("sram-mnsim-65nm", 65e-9, true)));

    public static final Catalog<MemoryQuery> REGISTERS =
            new Catalog<>("register", List.of(new SizeTable("register-file-puma", 32e-9, false)));

    private MemoryModels() {}
}
