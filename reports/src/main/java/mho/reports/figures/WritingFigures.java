package mho.reports.figures;

import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Place.PAGE;
import static mho.reports.figures.Place.TERMINAL;

import java.util.List;
import java.util.function.Function;
import mho.arch.element.WriteOnce;
import mho.reports.medium.PageText;
import mho.reports.medium.TerminalText;
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/** Writing all weights once. */
final class WritingFigures {
    private static final String STATE_IT =
            ", which nobody states: give tile.core.array.write, or cells of a device whose file does";

    static final FigureTable<Report> TABLE = new FigureTable<>(
            "writing once",
            List.of(
                    whole("cells", "cells written", Unit.COUNT, (Report report) -> {
                                WriteOnce writing = report.programming();
                                return writing == null ? null : writing.cells();
                            })
                            .means(
                                    "cells that are written, once for every copy of a layer, references and unit columns included; `programming` is in no other figure"),
                    of("pulses_per_cell", "pulses of a cell", Unit.RATIO, WriteOnce::pulses)
                            .means(
                                    "by the chip file or the device file; null where neither says, like the fields that follow"),
                    of("write_s", "time to write all weights", Unit.SECOND, WriteOnce::seconds)
                            .means(Definition.WRITING)
                            .lacking(STATE_IT)
                            .asMetric()
                            .in(TERMINAL, "writing once", report -> told(report, TerminalText::of))
                            .in(
                                    PAGE,
                                    Column.of("Writing once", WritingFigures::onPage)
                                            .beside(report -> told(report, PageText::of))
                                            .where(report -> report.programming() != null)),
                    of("write_j", "energy to write all weights", Unit.JOULE, WriteOnce::joules)
                            .means("of all pulses, and of the reads that verify them")
                            .lacking(STATE_IT)
                            .asMetric(),
                    of("verify_j", "energy to verify all weights", Unit.JOULE, WriteOnce::verifyJoules)
                            .means("of these reads alone; 0 where pulses are not verified"),
                    of("moved_rows", "rows moved out before writing", Unit.COUNT, writing ->
                                    (double) writing.movedOut().rows())
                            .means("of arrays that were a memory before; 0 where they never are"),
                    of("moving_s", "time to move them out", Unit.SECOND, writing -> writing.movedOut()
                                    .seconds())
                            .means("before writing, the switching of circuits included"),
                    of("moving_j", "energy to move them out", Unit.JOULE, writing -> writing.movedOut()
                                    .joules())
                            .means("beside that of writing"),
                    of("life_used", "part of a cell's life that writing takes", Unit.RATIO, WriteOnce::lifeUsed)
                            .means("pulses of a cell over those it survives, every pulse counted as one")
                            .lacking(STATE_IT)
                            .asMetric()));

    private WritingFigures() {}

    private static Figure<Report> of(String key, String label, Unit unit, Function<WriteOnce, @Nullable Double> of) {
        return real(key, label, unit, report -> {
            WriteOnce writing = report.programming();
            return writing == null ? null : of.apply(writing);
        });
    }

    private static @Nullable String told(Report report, WritingText.Shown shown) {
        WriteOnce writing = report.programming();
        return writing == null ? null : WritingText.told(writing, shown);
    }

    private static @Nullable String onPage(Report report) {
        WriteOnce writing = report.programming();
        return writing == null ? null : PageText.of(writing.seconds(), "s");
    }
}
