package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import mho.reports.explain.Explanation;
import mho.reports.medium.PageText;
import mho.reports.metrics.ArrivalLatency;
import mho.reports.metrics.Report;
import mho.reports.metrics.Totals;
import mho.reports.sheet.ChipSheet;

/** {@code report.html}: one run, to look at. */
public final class ReportPage {
    private final Report report;
    private final ChipSheet sheet;
    private final Unfolding unfolding;

    private ReportPage(Report report, ChipSheet sheet, Unfolding unfolding) {
        this.report = report;
        this.sheet = sheet;
        this.unfolding = unfolding;
    }

    /**
     * The page as a file that stands alone.
     *
     * @param sheet of the chip that ran, for sources and assumptions
     * @param yaml the resolved configuration: it alone repeats the run
     * @param explained figures that unfold; energies do in any case
     */
    public static String of(Report report, ChipSheet sheet, String yaml, List<Explanation> explained) {
        return new ReportPage(report, sheet, new Unfolding(report, explained))
                .page(yaml)
                .html();
    }

    private Page page(String yaml) {
        Report.RunFacts run = report.run();
        List<Section> sections = new ArrayList<>();
        List<Block> summary = new ArrayList<>(List.of(Summary.limit(report)));
        report.warnings().forEach(warning -> summary.add(new Block.Prose("Warning: " + warning + ".")));
        summary.add(Summary.facts(report, unfolding));
        run.remarks().forEach(remark -> summary.add(new Block.Prose("Note: " + remark)));
        sections.add(new Section("summary", "Summary", summary));
        if (report.values() != null) {
            sections.add(ReportValues.section(report, unfolding));
        }
        ArrivalLatency arrivals = report.arrivals();
        if (arrivals != null) {
            sections.add(ArrivalSection.of(arrivals));
        }
        sections.add(energy());
        sections.add(time());
        if (report.chip().arrays() != null) {
            sections.add(roofline());
        }
        sections.add(Section.of("layers", "Layers", new Block.Table(LayerTables.all(report, unfolding))));
        sections.add(area());
        sections.add(ChipSources.section(report, sheet));
        sections.add(Reproduce.run(run, yaml));
        return new Page(
                run.network() + " on " + run.chip(),
                lead(),
                sections,
                List.of("report.js", "why.js", "explain.js"),
                ReportData.of(report, unfolding));
    }

    private String lead() {
        Totals totals = report.totals();
        int inputs = report.run().images();
        return PageText.plural(inputs, "input") + (inputs > 1 ? ", one after the other," : "") + " on "
                + PageText.plural(totals.inUse().chips(), "chip") + held(totals.inUse()) + " in use. Simulated by mho "
                + report.run().version() + ", seed " + report.run().seed()
                + ". A click on a figure that is dotted beneath unfolds what it is made of.";
    }

    private static String held(Totals.InUse inUse) {
        return inUse.tiles() == null || inUse.arrays() == null
                ? ""
                : ": " + PageText.plural(inUse.tiles(), "tile") + " and " + PageText.plural(inUse.arrays(), "array");
    }

    private Section energy() {
        double leakageJ = report.totals().energy().leakageJ();
        return Section.of(
                "energy",
                "Energy",
                new Block.Chart(
                        "energy",
                        "Energy of each layer by component",
                        "Dynamic energy of one input."
                                + (leakageJ > 0
                                        ? " Leakage, " + PageText.of(leakageJ, "J") + " or "
                                                + PageText.percent(part(
                                                        leakageJ,
                                                        report.totals().energy().totalJ()))
                                                + " of the total, belongs to no layer."
                                        : ""),
                        List.of(new Block.Choice("show", "Show", List.of("joules", "each layer's shares"), 0)),
                        "energy-table"),
                Block.folded(LayerTables.energy(report)),
                new Block.Chart(
                        "consumers",
                        "Energy by component",
                        "Of one input, all layers together, leakage over the interval included.",
                        "components"));
    }

    private Section time() {
        return Section.of(
                "time",
                "Time",
                new Block.Chart(
                        "pipeline",
                        "The pipeline",
                        "When each layer works on the first inputs, which are all available at 0. The slider narrows the time shown.",
                        "pipeline-table"),
                Block.folded(LayerTables.pipeline(report)),
                new Block.Pair(
                        new Block.Chart(
                                "times",
                                "Latency and least interval of each layer",
                                "Latency: of the first input. Interval: between inputs it finishes.",
                                "layer-table"),
                        new Block.Chart(
                                "utilization",
                                "How busy each layer's arrays and its bottleneck are",
                                "Part of the time the layer is active. Digital layers have no arrays and show their bottleneck twice.",
                                "layer-table")));
    }

    private Section roofline() {
        return Section.of(
                "roofline",
                "Roofline",
                new Block.Chart(
                        "roofline",
                        "Rate against operational intensity",
                        "Each layer with operations, twice: by the bytes it moves through tile buffers, and through the network. "
                                + "The flat roof is the peak of the "
                                + PageText.plural(report.totals().inUse().chips(), "chip")
                                + " in use, the slanted ones what all their buffers and their network carry. "
                                + "A layer has only its own tiles to itself, so one alone stays far below.",
                        "roofline-table"),
                Block.folded(LayerTables.roofline(report)));
    }

    private Section area() {
        return Section.of(
                "area",
                "Area and components",
                new Block.Chart(
                        "area",
                        "Area by component",
                        "Of the " + PageText.plural(report.totals().inUse().chips(), "chip") + " in use, "
                                + PageText.of(report.totals().inUse().areaM2(), "m2") + " in all.",
                        "components"),
                new Block.Table(ComponentTables.parts(report, unfolding)),
                Block.folded(ComponentTables.actions(report)));
    }

    static double part(double some, double all) {
        return all > 0 ? some / all : 0;
    }
}
