package mho.reports.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import mho.arch.power.StaticLine;
import mho.reports.figures.Unit;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;

/** Energies of one input as counts of actions times prices: the ledger of a report, line by line. */
public final class EnergyTree {
    private static final String COUNTED = "sum of count x price, over what every layer had every part do";

    private final Report report;

    private EnergyTree(Report report) {
        this.report = report;
    }

    /** Of the network: by layer, then by part. */
    public static FigureTree ofNetwork(Report report) {
        EnergyTree energy = new EnergyTree(report);
        return energy.tree(
                "energy of an input",
                report.totals().energy().totalJ(),
                COUNTED + "; what is drawn at rest is counted in instance-seconds over the interval",
                entry -> true,
                List.of(Report.Entry::layer, Report.Entry::component));
    }

    /** Of a layer, by part. */
    public static FigureTree ofLayer(Report report, LayerRow layer) {
        return new EnergyTree(report)
                .tree(
                        "energy of " + layer.name(),
                        layer.energy().totalJ(),
                        "sum of count x price, over what it had every part do",
                        entry -> entry.layer().equals(layer.name()),
                        List.of(Report.Entry::component));
    }

    /** Of a part, by what it did and for which layer. */
    public static FigureTree ofComponent(Report report, String component, double energyJ) {
        return new EnergyTree(report)
                .tree(
                        "energy of " + component,
                        energyJ,
                        "sum of count x price, over what it did for every layer",
                        entry -> entry.component().equals(component),
                        List.of(Report.Entry::layer));
    }

    /** What is drawn at rest, by part. */
    public static FigureTree atRest(Report report) {
        return new EnergyTree(report)
                .tree(
                        "energy drawn at rest",
                        report.totals().energy().leakageJ(),
                        "sum of instance-seconds x watts, over all parts that somebody states a leakage of",
                        entry -> entry.layer().equals(LayerRow.STATIC),
                        List.of(Report.Entry::component));
    }

    private FigureTree tree(
            String label,
            double valueJ,
            String equation,
            Predicate<Report.Entry> asked,
            List<Function<Report.Entry, String>> by) {
        List<Report.Entry> entries = report.entries().stream()
                .filter(entry -> entry.energyJ() > 0)
                .filter(asked)
                .toList();
        return FigureTree.sum(label, valueJ, Unit.JOULE, equation, parts(entries, by));
    }

    private static List<FigureTree> parts(List<Report.Entry> entries, List<Function<Report.Entry, String>> by) {
        if (by.isEmpty()) {
            return largestFirst(entries.stream().map(EnergyTree::leaf).toList());
        }
        Map<String, List<Report.Entry>> groups = new LinkedHashMap<>();
        entries.forEach(entry -> groups.computeIfAbsent(by.get(0).apply(entry), key -> new ArrayList<>())
                .add(entry));
        List<FigureTree> trees = new ArrayList<>();
        groups.forEach((label, group) -> trees.add(FigureTree.sum(
                label,
                group.stream().mapToDouble(Report.Entry::energyJ).sum(),
                Unit.JOULE,
                "",
                parts(group, by.subList(1, by.size())))));
        return largestFirst(trees);
    }

    private static FigureTree leaf(Report.Entry entry) {
        FigureTree.Leaf leaf = FigureTree.Leaf.of(entry.count(), entry.energyJ() / entry.count(), entry.source());
        return FigureTree.leaf(
                entry.action(),
                entry.energyJ(),
                Unit.JOULE,
                StaticLine.isInSeconds(entry.action()) ? leaf.inSeconds() : leaf);
    }

    static List<FigureTree> largestFirst(List<FigureTree> trees) {
        return trees.stream()
                .sorted(Comparator.comparingDouble(FigureTree::value).reversed())
                .toList();
    }
}
