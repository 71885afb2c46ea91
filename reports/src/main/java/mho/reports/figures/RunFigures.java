package mho.reports.figures;

import static mho.reports.figures.Figure.allWords;
import static mho.reports.figures.Figure.part;
import static mho.reports.figures.Figure.rows;
import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mho.reports.metrics.Report;

/** A run as a whole: report.json from end to end, and the metrics that design points are judged by. */
public final class RunFigures {
    private static final FigureTable<Report> RUN = new FigureTable<>(
            "which run it was",
            List.of(
                    fact("chip", "chip", Report.RunFacts::chip).means("name in the chip file"),
                    fact("network", "network", Report.RunFacts::network).means("name of the network"),
                    whole("images", "inputs", Unit.COUNT, (Report report) ->
                                    (long) report.run().images())
                            .means("inputs that followed one another"),
                    whole("seed", "seed", Unit.NONE, (Report report) -> report.run()
                                    .seed())
                            .means("seed of whatever is drawn at random: programming, reads, converters"),
                    fact("version", "version", Report.RunFacts::version).means("of mho"),
                    fact("config_sha256", "hash of the configuration", Report.RunFacts::configSha256)
                            .means(
                                    "SHA-256 of `config.yaml` without its `set-by`: equal questions are equal, however they are put"),
                    allWords("remarks", "remarks", (Report report) -> report.run()
                                    .remarks())
                            .means(
                                    "what was left out or supposed when chip and network were read, which rows and columns of zeros are not stored (`mapping.compact`), and which of several outputs is scored, a sentence each"),
                    allWords("warnings", "warnings", Report::warnings)
                            .means(
                                    "what is to be known before the figures are believed, a sentence each: that most of the energy is leakage of parts that carried nothing")));

    /** The objects of report.json that hold metrics, in the order of points.csv. */
    private static final Map<String, FigureTable<Report>> WITH_METRICS = withMetrics();

    /** All of report.json but its first and its last field. */
    public static final FigureTable<Report> TABLE = new FigureTable<>(
            "a run",
            List.of(
                    part("run", "run", Function.<Report>identity(), RUN),
                    part("chip", "chip", Function.<Report>identity(), ChipFigures.TABLE),
                    part("totals", "totals", Function.<Report>identity(), TotalsFigures.TABLE),
                    part(
                            "programming",
                            "writing once",
                            (Report report) -> report.programming() == null ? null : report,
                            WritingFigures.TABLE),
                    part(
                            "values",
                            "values",
                            (Report report) -> report.values() == null ? null : report,
                            ValueFigures.TABLE),
                    part("arrivals", "arrivals", Report::arrivals, ArrivalFigures.TABLE),
                    part("turns", "turns", Report::turns, TurnFigures.TABLE),
                    rows("layers", "layers", Report::layers, LayerFigures.TABLE),
                    rows("components", "components", Report::components, ComponentFigures.TABLE)));

    private static final List<Figure<Report>> METRICS = in(Place.METRIC);

    /** What sweeps, conditions and comparisons judge runs by. */
    public static final MetricTable<Report> JUDGED = new MetricTable<>(METRICS, in(Place.OBJECTIVE));

    private RunFigures() {}

    private static Map<String, FigureTable<Report>> withMetrics() {
        Map<String, FigureTable<Report>> tables = new LinkedHashMap<>();
        tables.put("totals", TotalsFigures.TABLE);
        tables.put("chip", ChipFigures.TABLE);
        tables.put("programming", WritingFigures.TABLE);
        tables.put("values", ValueFigures.TABLE);
        return tables;
    }

    private static Figure<Report> fact(String key, String label, Function<Report.RunFacts, String> of) {
        return words(key, label, report -> of.apply(report.run()));
    }

    /** What shows in a place, whichever object of report.json it stands in. */
    public static List<Figure<Report>> in(Place place) {
        return FigureTable.in(place, List.copyOf(WITH_METRICS.values()));
    }

    /** What shows in a place of one object of report.json. */
    public static List<Figure<Report>> in(Place place, String object) {
        FigureTable<Report> table = WITH_METRICS.get(object);
        return table == null ? List.of() : table.in(place);
    }

    /** What design points are judged by. */
    public static List<Figure<Report>> metrics() {
        return METRICS;
    }

    /** Of a key that there is. */
    public static Figure<Report> metric(String key) {
        return JUDGED.metric(key);
    }

    public static List<String> metricKeys() {
        return JUDGED.keys();
    }

    /** Where in report.json a metric stands: "/totals/energy_j". */
    public static String pointer(Figure<Report> metric) {
        return WITH_METRICS.entrySet().stream()
                .filter(object -> object.getValue().figures().contains(metric))
                .map(object -> "/" + object.getKey() + "/" + metric.key())
                .findFirst()
                .orElseThrow();
    }
}
