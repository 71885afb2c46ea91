package mho.reports.explore;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mho.arch.chip.ChipFile;
import mho.arch.chip.ChipSpec;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.NumberBounds;
import mho.core.yaml.Setting;
import mho.core.yaml.YamlNode;
import mho.reports.figures.Figure;
import mho.reports.figures.RunFigures;
import mho.reports.medium.Json;
import mho.reports.medium.PageText;
import mho.reports.metrics.Bottleneck;
import mho.reports.metrics.Report;
import mho.reports.page.ChipPage;
import mho.reports.page.ReportData;
import mho.reports.sheet.ChipSheet;
import mho.reports.sheet.TileDrawing;
import org.jspecify.annotations.Nullable;

/** What the page is told, as explore.js reads it. */
final class ExploreJson {
    private ExploreJson() {}

    /** What there is to choose from, and the design to begin with. */
    static String start(Explorer explorer) {
        return Json.line(json -> json.put("design", one -> design(one, explorer.first()))
                .putAll("chips", explorer.chips())
                .putAll("networks", explorer.networks())
                .putAll("data", explorer.data()));
    }

    private static void design(Json json, AskedDesign design) throws IOException {
        for (String key : design.tree().keys()) {
            YamlNode value = design.tree().get(key);
            if (value instanceof MapNode map) {
                json.put(key, one -> texts(one, map));
            } else if (value != null) {
                json.put(key, DesignExport.text(value));
            }
        }
        json.put("set", set -> {
            for (Setting setting : design.settings()) {
                set.put(setting.path(), DesignExport.text(setting.value()));
            }
        });
    }

    private static void texts(Json json, MapNode map) throws IOException {
        for (String key : map.keys()) {
            YamlNode value = map.get(key);
            json.put(key, value == null ? "" : DesignExport.text(value));
        }
    }

    /**
     * What a design comes to.
     *
     * @param answer null where the model says no
     * @param no what it says then
     */
    static String answer(Explorer explorer, Explorer.Resolved resolved, @Nullable Answer answer, String no) {
        return Json.line(json -> {
            json.putEach("parameters", resolved.parameters(), ExploreJson::parameter);
            if (answer == null) {
                json.put("no", no);
            } else {
                write(json, explorer, answer, resolved.unset());
            }
        });
    }

    private static void write(Json json, Explorer explorer, Answer answer, MapNode unset) throws IOException {
        Report report = answer.report();
        Set<String> explained = new HashSet<>(explorer.explained(answer));
        json.put("name", report.run().network() + " on " + report.run().chip())
                .putEach(
                        "figures",
                        RunFigures.metrics().stream()
                                .filter(figure -> figure.number(report) != null)
                                .toList(),
                        (one, figure) -> figure(one, figure, report, explained))
                .putAll("warnings", report.warnings())
                .putAll("remarks", report.run().remarks())
                .putAll(
                        "explained",
                        explained.stream()
                                .filter(name -> name.indexOf('.') >= 0)
                                .sorted()
                                .toList());
        drawn(json, answer, unset);
    }

    /** What limits a design, its copies and its charts. */
    private static void drawn(Json json, Answer answer, MapNode unset) throws IOException {
        Report report = answer.report();
        Bottleneck limit = report.totals().limit();
        json.put("limit", one -> one.put("resource", limit.resource())
                        .put("busy", limit.busyS())
                        .put("utilization", limit.utilization())
                        .putAll("layers", limit.layers())
                        .put("says", limit.afterwards(ExploreJson::seconds) + limit.remedy()))
                .putEach("copies", LayerCopies.of(report, unset), (one, copies) -> one.put("layer", copies.layer())
                        .put("path", copies.path())
                        .putOrNull("stated", copies.stated()))
                .put("charts", one -> {
                    ReportData.write(one, report);
                    ChipPage.write(one, TileDrawing.of(ChipSheet.of(answer.chip())));
                    floor(one, answer.floor(), answer.chip().file());
                });
    }

    private static String seconds(double seconds) {
        return PageText.of(seconds, "s");
    }

    private static void figure(Json json, Figure<Report> figure, Report report, Set<String> explained)
            throws IOException {
        json.put("key", figure.key())
                .put("label", figure.label())
                .put("unit", figure.unit().symbol())
                .putOrNull("value", figure.number(report))
                .put("means", figure.definition())
                .put("why", explained.contains(figure.key()));
    }

    private static void parameter(Json json, ParameterRow row) throws IOException {
        json.put("path", row.parameter().path())
                .put("type", row.parameter().type())
                .put("unit", row.unit())
                .putOrNull("default", row.parameter().defaultValue())
                .put("needed", row.parameter().required())
                .put("means", row.parameter().doc())
                .putOrNull("value", row.value())
                .putOrNull("stated", row.stated())
                .putOrNull("si", row.si())
                .putAll("choices", row.choices())
                .put("bounds", row.bounds())
                .put("limits", one -> limits(one, row.parameter().bounds()))
                .put("source", row.source().says())
                .put("kind", row.source().kind().word());
    }

    /** The smallest and the largest value, where there are any, and whether they are themselves too small or large. */
    private static void limits(Json json, @Nullable NumberBounds bounds) throws IOException {
        if (bounds != null && !Double.isInfinite(bounds.min())) {
            json.put("min", bounds.min()).put("minOpen", bounds.minOpen());
        }
        if (bounds != null && !Double.isInfinite(bounds.max())) {
            json.put("max", bounds.max()).put("maxOpen", bounds.maxOpen());
        }
    }

    private static void floor(Json json, FloorUse floor, ChipFile file) throws IOException {
        List<String> kinds = file.as(
                (ChipSpec spec) ->
                        spec.faces().stream().map(face -> face.name()).toList(),
                machine -> List.of());
        json.put("floor", one -> one.put("chips", (long) floor.chips())
                .put("shape", floor.shape())
                .putAll("kinds", kinds)
                .putEach("tiles", floor.tiles(), (tile, used) -> tile.put("tile", (long) used.tile())
                        .put("chip", (long) used.place().chip())
                        .put("x", (long) used.place().column())
                        .put("y", (long) used.place().row())
                        .put("kind", (long) used.kind())
                        .put("arrays", (long) used.arrays())
                        .put("busy", used.busy())
                        .putAll("layers", used.layers()))
                .putEach("links", floor.links(), (link, used) -> link.put("name", used.name())
                        .put("chip", (long) used.chip())
                        .putNumbers("ends", List.of(used.fromColumn(), used.fromRow(), used.toColumn(), used.toRow()))
                        .put("busy", used.busy())));
    }

    /** What is certain of a design while the rest is simulated. */
    static String certain(Explorer.Certain certain, MapNode unset) {
        Answer first = certain.first();
        return Json.line(json -> {
            json.putEach("certain", certain.figures(), (one, figure) -> one.put(
                            "key", figure.figure().key())
                    .put("label", figure.figure().label())
                    .put("unit", figure.figure().unit().symbol())
                    .put("value", figure.value())
                    .put("exact", figure.exact()));
            if (first != null) {
                json.put("first", one -> drawn(one, first, unset));
            }
        });
    }

    /** What is wrong with a design, each at the field that it is about. */
    static String problems(BadInput problem, AskedDesign design, Scratch scratch) {
        return problems(
                problem.parts().stream()
                        .map(part -> FieldOf.problem(part, scratch.here(design)))
                        .toList(),
                scratch);
    }

    /** What is wrong with what was sent. */
    static String problems(BadInput problem) {
        return Json.line(json -> json.putEach("problems", problem.parts(), (one, part) -> one.put("path", "")
                .put("says", String.valueOf(part.getMessage()))));
    }

    private static String problems(List<FieldOf> all, Scratch scratch) {
        return Json.line(json -> json.putEach("problems", all, (one, field) -> one.put("path", field.path())
                .put("says", scratch.told(field.says()))));
    }

    /** A text of one field. */
    static String of(String field, String text) {
        return Json.line(json -> json.put(field, text));
    }

    /** A file to keep. */
    static String file(String name, String text) {
        return Json.line(json -> json.put("name", name).put("text", text));
    }
}
