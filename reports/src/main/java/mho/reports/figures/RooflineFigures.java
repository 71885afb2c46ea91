package mho.reports.figures;

import static mho.reports.figures.Figure.part;
import static mho.reports.figures.Place.CHART;

import java.util.List;
import java.util.function.Function;
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/** The roofs that the layers of a run stand under. */
public final class RooflineFigures {
    private static final FigureTable<Report> ROOFS = new FigureTable<>(
            "the roofs of a run",
            List.of(
                    roof("peak_in_use_ops_per_s", "peak in use", Unit.OPERATION_PER_SECOND, Report.Peak::opsPerS)
                            .means("the chips in use, every array busy")
                            .in(CHART, "ops"),
                    roof(
                                    "buffers_in_use_bytes_per_s",
                                    "buffers in use",
                                    Unit.BYTE_PER_SECOND,
                                    Report.Peak::bufferBytesPerS)
                            .means("all tile buffers of the chips in use, every bank busy")
                            .in(CHART, "buffer"),
                    roof(
                                    "network_in_use_bytes_per_s",
                                    "network in use",
                                    Unit.BYTE_PER_SECOND,
                                    Report.Peak::networkBytesPerS)
                            .means("the network of the chips in use, every port, segment or wire busy")
                            .in(CHART, "network")));

    public static final FigureTable<Report> TABLE = new FigureTable<>(
            "the roofline of a run",
            List.of(
                    part("run", "run", Function.<Report>identity(), TotalsFigures.TABLE)
                            .notInJson()
                            .in(CHART, "run"),
                    part("peak", "roofs", Function.<Report>identity(), ROOFS)
                            .notInJson()
                            .in(CHART, "peak")));

    private RooflineFigures() {}

    private static Figure<Report> roof(
            String key, String label, Unit unit, Function<Report.Peak, @Nullable Double> ofAChip) {
        return Figure.<Report>real(key, label, unit, report -> {
                    Double one = ofAChip.apply(report.chip().peak());
                    return one == null ? null : report.totals().inUse().chips() * one;
                })
                .notInJson();
    }
}
