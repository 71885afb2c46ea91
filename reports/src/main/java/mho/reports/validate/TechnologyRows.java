package mho.reports.validate;

import java.util.List;
import mho.periphery.model.NodeLaw;
import mho.reports.sheet.ChipSheet;

/** What is published of one thing at two nodes: the figure at the first, taken to the second by the law of its circuit. */
final class TechnologyRows {
    private static final double PER_BIT_METRE = 1e-15 / 1e-3;

    private TechnologyRows() {}

    static List<ValidationRow> rows() {
        return List.of(wire(), sram(), power(), area());
    }

    /** 240 fJ a bit and millimetre at 40 nm, 150 fJ at 10 nm. */
    private static ValidationRow wire() {
        double at10 = 240 * NodeLaw.WIRE_ENERGY.factor(40e-9, 10e-9);
        return ValidationRow.within(
                0.05,
                "wire, from 40 nm to 10 nm",
                "J/bit/m",
                150 * PER_BIT_METRE,
                at10 * PER_BIT_METRE,
                PublishedSources.WIRES);
    }

    /** One memory compiler's macros at two nodes: their designs differ as well, which is more than a law of transistors can know. */
    private static ValidationRow sram() {
        ChipSheet sheet = ReferenceRuns.sheet(
                "analog-256",
                "technology=45 nm",
                "tile.buffer.kind=sram",
                "tile.buffer.model=sram-mnsim-65nm",
                "tile.buffer.model-node=65 nm");
        return ValidationRow.within(
                0.2,
                "SRAM access, from 65 nm to 45 nm",
                "J",
                41.7e-12,
                ReferenceRuns.part(sheet, "tile.buffer").energyJ(),
                PublishedSources.SRAM_45);
    }

    /** At the same clock; the links in it are taken for logic, as the restatement must have done. */
    private static ValidationRow power() {
        double at32 = 15.97 * NodeLaw.LOGIC_ENERGY.factor(28e-9, 32e-9);
        return ValidationRow.within(
                0.05, "DaDianNao power, from 28 nm to 32 nm", "W", 20.1, at32, PublishedSources.DADIANNAO);
    }

    /** Half of it is eDRAM, whose cells shrink less than logic. */
    private static ValidationRow area() {
        double at32 = 67.7e-6 * NodeLaw.LOGIC_AREA.factor(28e-9, 32e-9);
        return ValidationRow.within(
                0.1, "DaDianNao area, from 28 nm to 32 nm", "m2", 88e-6, at32, PublishedSources.DADIANNAO);
    }
}
