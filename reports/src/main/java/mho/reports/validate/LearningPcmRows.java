package mho.reports.validate;

import java.util.List;
import java.util.Objects;
import mho.reports.metrics.Report;
import mho.reports.sheet.ChipSheet;

/** Phase-change cells that learn, alone and beside a capacitor: how many there are, and what the authors estimate. */
final class LearningPcmRows {
    private static final String HYBRID = "pcm-3t1c";

    private LearningPcmRows() {}

    /** Pairs of cells alone. */
    static List<ValidationRow> pairs() {
        return List.of(ValidationRow.within(
                0,
                "PCM 2015, 528-250-125-10, cells",
                "count",
                2 * 164_885,
                cells(ReferenceRuns.zoo("pcm-2015", "pcm-mlp")),
                PublishedSources.BURR));
    }

    /** Pairs beside a capacitor. */
    static List<ValidationRow> withCapacitors() {
        ChipSheet sheet = ReferenceRuns.sheet(HYBRID);
        return List.of(
                ValidationRow.within(
                        0,
                        "3T1C and PCM, 2048 inputs and a bias to 100 classes, unit cells",
                        "count",
                        204_900,
                        cells(ReferenceRuns.biased(HYBRID, 2048, 100)),
                        PublishedSources.AMBROGIO + "; the shape is inferred"),
                ValidationRow.told(
                        "3T1C and PCM, peak per watt",
                        "OP/s/W",
                        28.065e12,
                        sheet.peak().opsPerSPerW(),
                        PublishedSources.AMBROGIO + "; their parts and node were not seen"),
                ValidationRow.told(
                        "3T1C and PCM, peak per area",
                        "OP/s/m2",
                        3.6e18,
                        sheet.peak().opsPerSPerM2(),
                        PublishedSources.AMBROGIO
                                + "; their parts and node were not seen; cells of 5,000 F2 at 32 nm would leave 1.5 TOP/s/mm2 by themselves"));
    }

    private static double cells(Report run) {
        return Objects.requireNonNull(run.programming()).cells();
    }
}
