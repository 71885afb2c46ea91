package mho.reports.form.search;

import static mho.reports.figures.Figure.part;
import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.rows;
import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mho.reports.figures.Figure;
import mho.reports.figures.FigureTable;
import mho.reports.figures.Place;
import mho.reports.figures.TornadoFigures;
import mho.reports.figures.Unit;
import mho.reports.form.sweep.SweepFigures;

/** A search: where its designs came from, how the front grew, which knobs matter, what the winner hangs on. */
public final class SearchFigures {
    /** A knob beside the figure that it matters to. */
    public record WeightLine(MetricWeights of, KnobWeight knob) {
        /** Of all figures, in their order. */
        public static List<WeightLine> of(List<MetricWeights> weights) {
            List<WeightLine> lines = new ArrayList<>();
            weights.forEach(of -> of.knobs().forEach(knob -> lines.add(new WeightLine(of, knob))));
            return lines;
        }
    }

    private static final FigureTable<SearchCounts> COUNTS = new FigureTable<>(
            "where the designs of a search came from",
            List.of(
                    count("computed", "computed", SearchCounts::computed).means("within the budget, now or earlier"),
                    count("given", "given", SearchCounts::given).means("by stores of other directories"),
                    count("failed", "failed", SearchCounts::failed)
                            .means("without figures, of all that were asked for"),
                    count("by_price", "told by prices", SearchCounts::byPrice)
                            .means("not computed: prices alone tell that they cannot be on the front"),
                    count("by_bound", "told by bounds", SearchCounts::byBound)
                            .means("not computed: one input alone tells that they cannot be on the front"),
                    count("generations", "generations", SearchCounts::generations)
                            .means("of designs")));

    private static final FigureTable<Growth> GROWTH = new FigureTable<>(
            "how far the front of a search was",
            List.of(
                    shown(count("points", "points", Growth::points)
                            .means("computed or given, up to the end of a generation")),
                    shown(count("front", "on the front", Growth::front).means("of those, on their front")),
                    shown(
                            real("volume", "volume", Unit.SHARE, Growth::volume)
                                    .means(
                                            "hypervolume that they dominate, as a part of the final front's; up to a tenth of the final front's range beyond its worst"))));

    private static final FigureTable<KnobWeight> KNOB = new FigureTable<>(
            "how much a knob matters to a figure",
            List.of(
                    words("knob", "knob", KnobWeight::knob).means("path of the axis; of tied ones, all"),
                    real("first", "by itself", Unit.SHARE, KnobWeight::first)
                            .means("first-order Sobol index: part of the figure's variance over all designs"),
                    real("total", "with others", Unit.SHARE, KnobWeight::total)
                            .means("total Sobol index: the same with all that it does together with others")));

    private static final FigureTable<MetricWeights> WEIGHTS = new FigureTable<>(
            "what a figure hangs on among the knobs",
            List.of(
                    words("metric", "metric", MetricWeights::metric).means("key"),
                    real("explained", "explained", Unit.SHARE, MetricWeights::explained)
                            .means(
                                    "part of the points' variance that the model behind the indices tells right of points left out, one by one"),
                    rows("knobs", "knobs", MetricWeights::knobs, KNOB)));

    private static final FigureTable<Winner> WINNER = new FigureTable<>(
            "the winner of a search",
            List.of(
                    whole("point", "point", Unit.NONE, (Winner winner) -> (long) winner.point())
                            .means("number of the point of the front that is nearest to having the best of everything"),
                    rows("hangs", "hangs", Winner::hangs, TornadoFigures.TORNADO)));

    /** All of its JSON but the first fields, which are those of a sweep. */
    static final FigureTable<SearchTable> TABLE = new FigureTable<>(
            "a search",
            List.of(
                    real(
                                    "space",
                                    "designs",
                                    Unit.COUNT,
                                    (SearchTable table) ->
                                            table.space() < Double.POSITIVE_INFINITY ? table.space() : null)
                            .means("there are; null where something is continuous"),
                    part("counts", "counts", SearchTable::counts, COUNTS),
                    rows("growth", "growth", SearchTable::growth, GROWTH),
                    rows("weights", "weights", SearchTable::weights, WEIGHTS),
                    part("winner", "winner", SearchTable::winner, WINNER)));

    /** A line of the table of weights. */
    private static final FigureTable<WeightLine> LINE = new FigureTable<>(
            "a knob beside the figure that it matters to",
            List.of(
                    line(words("metric", "figure", (WeightLine line) -> line.of()
                                    .metric())
                            .means("key")),
                    line(words("knob", "knob", (WeightLine line) -> line.knob().knob())
                            .means("path")),
                    line(real("first", "by itself", Unit.SHARE, (WeightLine line) -> line.knob()
                                    .first())
                            .means("part of the figure's variance over all designs (first-order Sobol index)")),
                    line(real("total", "with others", Unit.SHARE, (WeightLine line) -> line.knob()
                                    .total())
                            .means("with all that it does together with others (total Sobol index)")),
                    line(real("explained", "model explains", Unit.SHARE, (WeightLine line) -> line.of()
                                    .explained())
                            .means("part of the points' variance told right of points left out, one by one"))));

    private SearchFigures() {}

    private static <T> Figure<T> count(String key, String label, Function<T, Integer> of) {
        return whole(key, label, Unit.COUNT, subject -> (long) of.apply(subject));
    }

    private static <T> Figure<T> shown(Figure<T> figure) {
        return figure.in(Place.PAGE, figure.label());
    }

    private static <T> Figure<T> line(Figure<T> figure) {
        return figure.notInJson().in(Place.PAGE, figure.label());
    }

    /** All of its JSON but the first field: that of a sweep of its points, and what is the search's own. */
    static FigureTable<SearchTable> of(SearchTable search) {
        List<Figure<SearchTable>> figures = new ArrayList<>();
        figures.add(part("designs", "designs", SearchTable::points, SweepFigures.of(search.points())));
        figures.addAll(TABLE.figures());
        return new FigureTable<>(TABLE.subject(), figures);
    }

    /** What shows on a page of the front's growth. */
    public static List<Figure<Growth>> growthOnPage() {
        return GROWTH.in(Place.PAGE);
    }

    /** What shows on a page of the knobs' weights. */
    public static List<Figure<WeightLine>> weightsOnPage() {
        return LINE.in(Place.PAGE);
    }
}
