package mho.reports.validate;

import java.util.List;
import mho.reports.sheet.ChipSheet;

/** What was measured on HERMES, against the chip files. */
final class HermesRows {
    private HermesRows() {}

    static List<ValidationRow> onePhase() {
        return mode("hermes-64-1phase", "1-phase", 133e-9, 63.1e12, 9.76e12);
    }

    static List<ValidationRow> fourPhases() {
        return mode("hermes-64-4phase", "4-phase", 521e-9, 16.1e12, 2.48e12);
    }

    private static List<ValidationRow> mode(
            String chip, String name, double latencyS, double opsPerS, double opsPerSPerW) {
        ChipSheet sheet = ReferenceRuns.sheet(chip);
        return List.of(
                ValidationRow.within(
                        0.01,
                        "HERMES multiply, " + name + ", latency",
                        "s",
                        latencyS,
                        sheet.element().figure("latency_s"),
                        PublishedSources.HERMES_CORE),
                ValidationRow.within(
                        0.01,
                        "HERMES-64 peak, " + name,
                        "OP/s",
                        opsPerS,
                        sheet.peak().opsPerS(),
                        PublishedSources.HERMES),
                ValidationRow.within(
                        0.01,
                        "HERMES-64 peak per watt, " + name,
                        "OP/s/W",
                        opsPerSPerW,
                        sheet.peak().opsPerSPerW(),
                        PublishedSources.HERMES));
    }
}
