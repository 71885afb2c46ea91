package mho.reports.form.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mho.arch.machine.LayerValues;
import mho.arch.machine.Values;
import mho.arch.plan.TurnTaking;
import mho.core.quantity.MessageText;
import mho.reports.figures.ComponentFigures;
import mho.reports.figures.Figure;
import mho.reports.figures.FigureText;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.LayerValueFigures;
import mho.reports.figures.Place;
import mho.reports.figures.RunFigures;
import mho.reports.figures.TurnFigures;
import mho.reports.form.chip.SettingsText;
import mho.reports.form.chip.UnsourcedText;
import mho.reports.form.chip.WarningText;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.medium.WordWrap;
import mho.reports.metrics.Bottleneck;
import mho.reports.metrics.ComponentRow;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import mho.reports.metrics.Totals;
import mho.workloads.task.Keeping;
import org.jspecify.annotations.Nullable;

/** A report for people: layer by layer, totals, the largest consumers, what limits the chip. */
public final class ReportTable {
    private static final int LARGEST = 5;

    /** Letters of a line of footnotes, where the terminal has room for them. */
    private static final int LINE = 115;

    private static final int LINE_OF_VALUES = 118;

    private static final String WITHOUT_DATA =
            "Without data, cells are priced at the chip file's mean conductance and input activity; --data counts what inputs really drive.\n";
    private static final String WITH_DATA = "Energy of cells and pulses follows the data.";

    private ReportTable() {}

    /**
     * The report as text.
     *
     * @param assumed how many figures of the chip are assumed rather than sourced
     */
    public static String of(Report report, int assumed, Terminal terminal) {
        return terminal.paragraph(headline(report))
                + remarks(report, terminal)
                + "\n"
                + layers(report, terminal)
                + "\n"
                + totals(report, terminal)
                + "\n"
                + ArrivalTable.of(report, terminal)
                + values(report, terminal)
                + consumers(report, terminal)
                + "\n"
                + notes(report, assumed, terminal);
    }

    private static String remarks(Report report, Terminal terminal) {
        return report.run().remarks().stream()
                .map(remark -> terminal.paragraph("note: " + MessageText.plain(remark, 1000) + "\n"))
                .reduce("", String::concat);
    }

    private static String headline(Report report) {
        Report.RunFacts run = report.run();
        Totals totals = report.totals();
        Values values = report.values();
        String computed = values == null ? "" : " timed, " + values.images() + " computed";
        return run.network() + " on " + run.chip() + ", " + TerminalText.plural(run.images(), "input") + computed + ": "
                + TerminalText.plural(totals.inUse().chips(), "chip")
                + counted(totals.inUse().tiles(), "tile")
                + counted(totals.inUse().arrays(), "array")
                + " in use\n";
    }

    /** Nothing of what the machine has not. */
    private static String counted(@Nullable Number number, String of) {
        return number == null ? "" : ", " + TerminalText.plural(number.longValue(), of);
    }

    private static String layers(Report report, Terminal terminal) {
        List<LayerRow> layers = report.layers();
        List<Figure<LayerRow>> figures = LayerFigures.read(Place.TERMINAL, report);
        TextTable table = FigureText.table(figures, Place.TERMINAL);
        layers.forEach(layer -> table.row(FigureText.row(figures, Place.TERMINAL, layer, layer.isStatic() ? "" : "–")));
        return table.on(terminal);
    }

    private static String totals(Report report, Terminal terminal) {
        TextTable table = new TextTable("lw", "", "");
        FigureText.lines(table, RunFigures.in(Place.TERMINAL, "totals"), report);
        TurnTaking turns = report.turns();
        if (turns != null) {
            FigureText.lines(table, TurnFigures.TABLE.in(Place.TERMINAL), turns);
        }
        if (turns == null || turns.weights() == Keeping.HELD) {
            FigureText.lines(table, RunFigures.in(Place.TERMINAL, "programming"), report);
        }
        return table.on(terminal);
    }

    /** What the arrays computed, where data were given. */
    private static String values(Report report, Terminal terminal) {
        if (report.values() == null) {
            return "";
        }
        List<Figure<LayerValues>> figures = LayerValueFigures.TABLE.in(Place.TERMINAL);
        TextTable layers = FigureText.table(List.of("values"), figures, Place.TERMINAL, List.of(), List.of());
        for (LayerRow layer : report.layers()) {
            LayerValues own = layer.values();
            if (own != null) {
                List<String> cells = new ArrayList<>(List.of(layer.name()));
                cells.addAll(FigureText.row(figures, Place.TERMINAL, own, "–"));
                layers.row(cells);
            }
        }
        TextTable answers = new TextTable("lw", "", "");
        FigureText.lines(answers, RunFigures.in(Place.TERMINAL, "values"), report);
        return layers.on(terminal) + "\n" + answers.on(terminal) + "\n";
    }

    private static String consumers(Report report, Terminal terminal) {
        List<Figure<ComponentRow>> figures = ComponentFigures.TABLE.in(Place.TERMINAL);
        TextTable table = FigureText.table(List.of(), figures, Place.TERMINAL, List.of(""), List.of());
        report.components().stream()
                .sorted(Comparator.comparingDouble(ComponentRow::energyJ).reversed())
                .limit(LARGEST)
                .forEach(part -> {
                    List<String> cells = new ArrayList<>(FigureText.row(figures, Place.TERMINAL, part, "–"));
                    cells.add(terminal.bar(TerminalText.bar(part.shareOfEnergy())));
                    table.row(cells);
                });
        return table.on(terminal);
    }

    private static String notes(Report report, int assumed, Terminal terminal) {
        Bottleneck limit = report.totals().limit();
        String limited = limit.layers().isEmpty()
                ? "Nothing limits it: no resource is ever busy.\n"
                : "What limits it: " + limit.resource() + ", busy " + TerminalText.of(limit.busyS(), "s")
                        + " for each input ("
                        + TerminalText.percent(limit.utilization()) + " of the time while in use), for "
                        + some(limit.layers()) + "." + limit.afterwards(s -> TerminalText.of(s, "s")) + limit.remedy()
                        + "\n";
        String assumptions = assumed == 0
                ? ""
                : TerminalText.plural(assumed, "figure") + " of the chip " + (assumed == 1 ? "is" : "are")
                        + " assumed; `mho show` lists them with the reasoning.\n";
        return WarningText.of(report.chip().warnings(), terminal)
                + WarningText.ofRun(report.warnings(), terminal)
                + terminal.paragraph(limited)
                + terminal.paragraph(assumptions)
                + leftOut(report.chip().absent(), terminal)
                + UnsourcedText.of(report.chip().unsourced(), terminal)
                + SettingsText.sentence(report.chip().set(), terminal)
                + footnotes(FigureText.footnotes(LayerFigures.read(Place.FOOTNOTE, report)), LINE, terminal)
                + ofValues(report, terminal);
    }

    private static String ofValues(Report report, Terminal terminal) {
        if (report.values() == null) {
            return report.chip().arrays() == null ? "" : terminal.paragraph(WITHOUT_DATA);
        }
        List<String> sentences = new ArrayList<>(FigureText.footnotes(LayerValueFigures.TABLE));
        sentences.add(WITH_DATA);
        return footnotes(sentences, LINE_OF_VALUES, terminal);
    }

    private static String footnotes(List<String> sentences, int width, Terminal terminal) {
        return terminal.paragraph(WordWrap.text(String.join(" ", sentences), width, "") + "\n");
    }

    private static String leftOut(List<String> absent, Terminal terminal) {
        return absent.isEmpty() ? "" : terminal.paragraph("Not in this chip: " + String.join(", ", absent) + ".\n");
    }

    private static String some(List<String> layers) {
        int shown = Math.min(3, layers.size());
        String names = String.join(", ", layers.subList(0, shown));
        return shown == layers.size() ? names : names + " and " + (layers.size() - shown) + " more";
    }
}
