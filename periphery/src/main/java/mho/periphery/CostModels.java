package mho.periphery;

import java.util.List;
import java.util.stream.Stream;
import mho.periphery.array.ArrayModels;
import mho.periphery.driver.DriverModels;
import mho.periphery.interconnect.ChipLinkModels;
import mho.periphery.interconnect.RouterModels;
import mho.periphery.interconnect.WireModels;
import mho.periphery.memory.MemoryModels;
import mho.periphery.memory.OffChipModels;
import mho.periphery.model.Catalog;
import mho.periphery.model.CostModel;
import mho.periphery.neuron.DigitalModels;
import mho.periphery.readout.AdcModels;
import mho.periphery.readout.IntegrationModels;

/** Every cost model there is, by family. */
public final class CostModels {

    private CostModels() {}

    /** A model and the family a chip file finds it in. */
    public record Listed(String family, CostModel<?> model) {}

    /** All families, in the order of the signal's path. */
    public static List<Catalog<?>> families() {
        return List.of(
                DriverModels.CATALOG,
                ArrayModels.CATALOG,
                IntegrationModels.CATALOG,
                AdcModels.CATALOG,
                AdcModels.RAMPS,
                AdcModels.GENERATORS,
                DigitalModels.CATALOG,
                MemoryModels.CATALOG,
                MemoryModels.REGISTERS,
                OffChipModels.CATALOG,
                WireModels.CATALOG,
                RouterModels.CATALOG,
                ChipLinkModels.CATALOG);
    }

    /** All models. */
    public static List<Listed> all() {
        return families().stream().flatMap(CostModels::listed).toList();
    }

    private static Stream<Listed> listed(Catalog<?> family) {
        return family.models().stream().map(model -> new Listed(family.family(), model));
    }
}
