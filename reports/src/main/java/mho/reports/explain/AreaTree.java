package mho.reports.explain;

import java.util.List;
import mho.reports.figures.Unit;
import mho.reports.metrics.ComponentRow;
import mho.reports.metrics.Report;

/** Areas as instances times the area of one. */
final class AreaTree {
    private static final String KEY = "area";

    private AreaTree() {}

    /** Of the chips in use, whole. */
    static FigureTree ofNetwork(Report report) {
        List<FigureTree> parts = report.components().stream()
                .filter(part -> part.areaM2() > 0)
                .map(AreaTree::leaf)
                .toList();
        return FigureTree.sum(
                "area of the chips in use",
                report.totals().inUse().areaM2(),
                Unit.SQUARE_METRE,
                "sum of instances x area of one, over all parts of all chips in use",
                EnergyTree.largestFirst(parts));
    }

    static FigureTree ofComponent(ComponentRow part) {
        return FigureTree.sum(
                "area of " + part.name(),
                part.areaM2(),
                Unit.SQUARE_METRE,
                "instances x area of one",
                part.areaM2() > 0 ? List.of(leaf(part)) : List.of());
    }

    private static FigureTree leaf(ComponentRow part) {
        return FigureTree.leaf(
                part.name(),
                part.areaM2(),
                Unit.SQUARE_METRE,
                FigureTree.Leaf.of(
                        part.instances(),
                        part.areaM2() / part.instances(),
                        part.sources().getOrDefault(KEY, "")));
    }
}
