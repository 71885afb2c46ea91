package mho.reports.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mho.reports.explain.Explanation;
import mho.reports.explain.FigureTree;
import mho.reports.form.explanation.ExplanationJson;
import mho.reports.medium.Json;
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/**
 * What a report's figures are made of, for a click to unfold: energies line by line from the ledger, in whatever order they are asked
 * for; other figures as trees, which leave to the others what is a figure itself, and tell together what is small.
 */
final class Unfolding {
    private static final double SMALL = 0.01;

    private final Report report;
    private final List<Explanation> explained;
    private final Set<String> names = new HashSet<>();
    private final List<String> sources = new ArrayList<>();

    /** @param explained of all figures but energies */
    Unfolding(Report report, List<Explanation> explained) {
        this.report = report;
        this.explained = explained;
        explained.forEach(each -> names.add(each.figure()));
        for (Report.Entry line : report.entries()) {
            if (line.energyJ() > 0) {
                names.addAll(List.of(
                        "energy_j",
                        name("layers", line.layer(), "energy_j"),
                        name("components", line.component(), "energy_j")));
            }
        }
    }

    /** As figures of layers and parts are asked for. */
    static String name(String of, String subject, String key) {
        return of + "." + subject + "." + key;
    }

    /** The name where there is something to unfold. */
    @Nullable
    String known(String name) {
        return names.contains(name) ? name : null;
    }

    /** As why.js reads it; sources by their number, for many share one. */
    void write(Json json) throws IOException {
        json.putEach(
                        "lines",
                        report.entries().stream()
                                .filter(line -> line.energyJ() > 0)
                                .toList(),
                        (one, line) -> one.put("layer", line.layer())
                                .put("part", line.component())
                                .put("action", line.action())
                                .put("count", line.count())
                                .put("energy", line.energyJ())
                                .put("source", number(line.source())))
                .put("figures", one -> {
                    for (Explanation each : explained) {
                        one.put(each.figure(), inner -> {
                            inner.put("tree", tree -> write(tree, each.tree(), each.tree()));
                            ExplanationJson.writeBeside(inner, each);
                        });
                    }
                })
                .putAll("sources", sources);
    }

    private void write(Json json, FigureTree node, FigureTree above) throws IOException {
        json.put("label", node.label())
                .put("value", node.value())
                .put("unit", node.unit().symbol());
        if (node != above && names.contains(node.figure())) {
            json.put("figure", node.figure());
            return;
        }
        if (!node.equation().isEmpty()) {
            json.put("equation", node.equation());
        }
        FigureTree.Leaf leaf = node.leaf();
        if (leaf != null) {
            json.put("count", leaf.count())
                    .put("count_unit", leaf.counted().symbol())
                    .put("price", leaf.price())
                    .put("source", number(leaf.source()))
                    .put("assumed", leaf.assumed());
            return;
        }
        json.put("formula", node.formula().name().toLowerCase(Locale.ROOT));
        FigureTree.Told parts = node.told(SMALL, node);
        json.putEach("parts", parts.each(), (inner, part) -> write(inner, part, node));
        if (!parts.together().isEmpty()) {
            json.put("together", (long) parts.together().size())
                    .put(
                            "together_value",
                            parts.together().stream()
                                    .mapToDouble(FigureTree::value)
                                    .sum());
        }
    }

    private long number(String source) {
        int known = sources.indexOf(source);
        if (known >= 0) {
            return known;
        }
        sources.add(source);
        return sources.size() - 1L;
    }
}
