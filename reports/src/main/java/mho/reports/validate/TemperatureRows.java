package mho.reports.validate;

import java.util.List;

/** What is published of one thing at two temperatures: the ratio, against that of two data sheets. */
final class TemperatureRows {
    /** Transistors of two families of models, fitted to other processes: they differ by 14 % either way. */
    private static final double OF_ANOTHER_PROCESS = 0.2;

    private static final String CONVERTER =
            "tile.core.adc={kind: sar, bits: 8, rate: 100 MS/s, count: 1, column-resistance: 100 kOhm, model: neurosim-sar, area: 100 um2}";

    private TemperatureRows() {}

    static List<ValidationRow> rows() {
        return List.of(
                leakage("90 nm", 8.38e-8 / 3.24e-8),
                leakage("45 nm", 5.69e-7 / 2.80e-7),
                ValidationRow.within(
                        0,
                        "SAR converter's energy, from 300 K to 350 K",
                        "1",
                        1 + 50 * 0.0013,
                        converter("350 K") / converter("300 K"),
                        PublishedSources.NEUROSIM_WARMTH));
    }

    private static ValidationRow leakage(String node, double published) {
        return ValidationRow.within(
                OF_ANOTHER_PROCESS,
                "SRAM's leakage at " + node + ", from 300 K to 350 K",
                "1",
                published,
                buffer(node, "350 K") / buffer(node, "300 K"),
                PublishedSources.OFF_CURRENT);
    }

    private static double buffer(String node, String temperature) {
        return ReferenceRuns.part(
                        ReferenceRuns.sheet(
                                "analog-256",
                                "technology=" + node,
                                "temperature=" + temperature,
                                "tile.buffer.kind=sram",
                                "tile.buffer.model=sram-22nm",
                                "tile.buffer.model-node=22 nm"),
                        "tile.buffer")
                .leakageW();
    }

    private static double converter(String temperature) {
        return ReferenceRuns.part(
                        ReferenceRuns.sheet("isaac-ce", CONVERTER, "temperature=" + temperature), "tile.core.adc")
                .energyJ();
    }
}
