package mho.reports.form.explanation;

import java.io.IOException;
import java.util.Locale;
import mho.reports.explain.CausedLoss;
import mho.reports.explain.Explanation;
import mho.reports.explain.FigureTree;
import mho.reports.explain.PathStretch;
import mho.reports.medium.Json;

/** {@code explain --json}: SI base units. */
public final class ExplanationJson {
    private static final String SCHEMA = "mho.explanation/1";

    private ExplanationJson() {}

    public static String of(Explanation explanation) {
        return Json.object(json -> {
            json.put("schema", SCHEMA)
                    .put("figure", explanation.figure())
                    .put("of", explanation.of())
                    .put("unit", explanation.tree().unit().symbol())
                    .put("tree", inner -> write(inner, explanation.tree(), explanation.tree()));
            writeBeside(json, explanation);
        });
    }

    /** What stands beside the tree: the path, losses by cause, and what follows. */
    public static void writeBeside(Json json, Explanation explanation) throws IOException {
        json.putEach("path", explanation.path(), ExplanationJson::write)
                .putEach("causes", explanation.causes(), ExplanationJson::write)
                .putAll("remarks", explanation.remarks());
    }

    private static void write(Json json, FigureTree node, FigureTree above) throws IOException {
        json.put("label", node.label())
                .put("value", node.value())
                .put("unit", node.unit().symbol())
                .putOrNull("share", node == above ? null : node.shareOf(above))
                .put("formula", node.formula().name().toLowerCase(Locale.ROOT));
        if (!node.equation().isEmpty()) {
            json.put("equation", node.equation());
        }
        if (!node.figure().isEmpty() && node != above) {
            json.put("figure", node.figure());
        }
        FigureTree.Leaf leaf = node.leaf();
        if (leaf != null) {
            json.put("count", leaf.count())
                    .put("count_unit", leaf.counted().symbol())
                    .put("price", leaf.price())
                    .put("source", leaf.source())
                    .put("assumed", leaf.assumed());
        } else {
            json.putEach("parts", node.parts(), (inner, part) -> write(inner, part, node));
        }
    }

    private static void write(Json json, CausedLoss loss) throws IOException {
        json.put("cause", loss.cause())
                .put("alone_on", loss.aloneOn())
                .put("alone_off", loss.aloneOff())
                .putAll("off", loss.off());
    }

    private static void write(Json json, PathStretch stretch) throws IOException {
        json.put("layer", stretch.layer())
                .put("first_window", (long) stretch.firstWindow())
                .put("last_window", (long) stretch.lastWindow())
                .put("from_s", stretch.fromS())
                .put("to_s", stretch.toS())
                .put("waited_s", stretch.waitedS())
                .putOrNull(
                        "reason",
                        stretch.reason() == null
                                ? null
                                : stretch.reason().name().toLowerCase(Locale.ROOT))
                .put("by", stretch.by());
    }
}
