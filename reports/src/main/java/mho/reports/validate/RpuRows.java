package mho.reports.validate;

import java.util.List;
import mho.reports.metrics.Report;
import mho.reports.sheet.ChipSheet;

/**
 * What is published of a tile of resistive processing units. Its driver and its trains were made to last 80 ns, so that times with them are
 * fitted; with drivers of no consequence the converters take as long by themselves, of which nothing was chosen.
 */
final class RpuRows {
    private static final String CHIP = "rpu";
    private static final int LINES = 4096;

    private RpuRows() {}

    static List<ValidationRow> rows() {
        ChipSheet sheet = ReferenceRuns.sheet(CHIP);
        Report read = ReferenceRuns.dense(CHIP, LINES, LINES);
        Report converted = ReferenceRuns.dense(CHIP, LINES, LINES, "tile.core.driver.unit=1 ns");
        Report step = ReferenceRuns.trained(CHIP, 256);
        double conversions = ReferenceRuns.joules(step, "second", "tile.core.adc")
                + ReferenceRuns.joules(step, "second.reverse", "tile.core.adc");
        return List.of(
                ValidationRow.within(
                                0,
                                "RPU tile, 4096 x 4096 read",
                                "s",
                                80e-9,
                                ReferenceRuns.busyS(read, "dense"),
                                PublishedSources.RPU_PARTS)
                        .asFitted(),
                ValidationRow.within(
                        0,
                        "RPU tile, 4096 x 4096 converted",
                        "s",
                        80e-9,
                        ReferenceRuns.busyS(converted, "dense"),
                        PublishedSources.RPU_PARTS + ": 16 lines a converter, 200 MS/s"),
                ValidationRow.within(
                                0,
                                "RPU tile, a step of training: forward, reverse, update",
                                "s",
                                240e-9,
                                ReferenceRuns.busyS(step, "second"),
                                PublishedSources.RPU_PARTS + ": 80 ns each, derived")
                        .asFitted(),
                ValidationRow.within(
                        0.005,
                        "RPU tile, conversions of a step on 256 x 256",
                        "J",
                        11.8e-9,
                        conversions,
                        PublishedSources.RPU_PARTS + ": 23 pJ a sample, derived"),
                ValidationRow.within(
                        0.01,
                        "RPU tile, peak",
                        "OP/s",
                        419.4e12,
                        sheet.peak().opsPerS() / 64,
                        PublishedSources.RPU_PARTS
                                + ", derived; 4096 lines are what 90 GB/s carry of 5-bit inputs and 9-bit outputs in 80 ns"),
                ValidationRow.told(
                        "RPU peak per watt",
                        "OP/s/W",
                        84e12,
                        sheet.peak().opsPerSPerW(),
                        PublishedSources.RPU
                                + ", abstract: 4.99 W a tile, of which converters of one side take 1.18; what else draws was not seen and is assumed too low"));
    }
}
