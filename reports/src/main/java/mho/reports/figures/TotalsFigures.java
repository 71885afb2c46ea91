package mho.reports.figures;

import static mho.reports.figures.Figure.allWords;
import static mho.reports.figures.Figure.flag;
import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;
import static mho.reports.figures.Place.CHART;
import static mho.reports.figures.Place.METRIC;
import static mho.reports.figures.Place.OBJECTIVE;
import static mho.reports.figures.Place.PAGE;
import static mho.reports.figures.Place.RUN_LINE;
import static mho.reports.figures.Place.TERMINAL;

import java.util.List;
import java.util.function.Function;
import mho.reports.metrics.Bottleneck;
import mho.reports.metrics.Report;
import mho.reports.metrics.Steadiness;
import mho.reports.metrics.Totals;
import org.jspecify.annotations.Nullable;

/** The network as a whole, on the chips it uses. */
final class TotalsFigures {
    private static final String MIN = "min";

    static final FigureTable<Report> TABLE = new FigureTable<>(
            "the network as a whole",
            List.of(
                    whole("ops", "work", Unit.OPERATION, (Report report) -> report.totals()
                                    .ops())
                            .means("of one input")
                            .in(TERMINAL, "work", TotalsText::work),
                    time("latency_s", "latency", Totals.Times::latencyS)
                            .means(Definition.LATENCY)
                            .asMetric()
                            .in(OBJECTIVE, Column.of(MIN))
                            .in(RUN_LINE, Column.of("latency"))
                            .in(TERMINAL, "latency", TotalsText::latency)
                            .in(PAGE, Column.<Report>of("Latency").beside(report -> "of one input alone")),
                    time("stream_latency_s", "latency in the stream", times -> times.steadiness()
                                    .latencyS())
                            .means(Definition.STREAM_LATENCY)
                            .asMetric()
                            .in(
                                    PAGE,
                                    Column.<Report>of("Latency in the stream")
                                            .beside(report -> "of inputs that follow one another")
                                            .where(report ->
                                                    report.totals().times().piped())),
                    time("interval_s", "interval", Totals.Times::intervalS)
                            .means(Definition.INTERVAL)
                            .asMetric()
                            .in(RUN_LINE, "interval")
                            .in(TERMINAL, "interval", TotalsText::interval)
                            .in(
                                    PAGE,
                                    Column.of("Interval", TotalsText::intervalOnPage)
                                            .beside(TotalsText::perSecondOnPage)),
                    flag("interval_steady", "whether the interval is steady", (Report report) -> steady(report)
                                    .steady())
                            .means("whether the interval has settled"),
                    real("interval_spread", "spread of the interval", Unit.SHARE, (Report report) -> steady(report)
                                    .spread())
                            .means(
                                    "of the parts of the stretch it is measured on: the largest mean interval less the smallest, over the mean; or, if it is larger, the part by which more inputs began than were finished, or were finished faster than the busiest resource allows"),
                    whole("interval_from", "first input of the interval", Unit.COUNT, (Report report) ->
                                    (long) steady(report).from())
                            .means("the stretch begins with the end of this input, counted from 1"),
                    whole("interval_to", "last input of the interval", Unit.COUNT, (Report report) ->
                                    (long) steady(report).to())
                            .means("and ends with the end of this one"),
                    energy("energy_j", "energy", Unit.JOULE, Totals.Energy::totalJ)
                            .means(Definition.ENERGY)
                            .asMetric()
                            .in(OBJECTIVE, Column.<Report>of(MIN).behind(""))
                            .in(RUN_LINE, Column.<Report>of("energy").behind(""))
                            .in(TERMINAL, "energy", TotalsText::energy)
                            .in(PAGE, Column.<Report>of("Energy of an input").beside(TotalsText::leakageOnPage)),
                    energy("leakage_j", "leakage", Unit.JOULE, Totals.Energy::leakageJ)
                            .means("leakage in it")
                            .asMetric(),
                    energy("power_w", "average power", Unit.WATT, Totals.Energy::powerW)
                            .means(Definition.POWER)
                            .in(METRIC, Column.<Report>of("power_w").behind("peak_ops_per_s"))
                            .in(TERMINAL, "power", TotalsText::power)
                            .in(PAGE, Column.<Report>of("Power").beside(report -> "on average, all chips in use")),
                    real("area_m2", "area in use", Unit.SQUARE_METRE, (Report report) -> report.totals()
                                    .inUse()
                                    .areaM2())
                            .means("of the chips in use, whole")
                            .asMetric()
                            .in(OBJECTIVE, Column.of(MIN))
                            .in(RUN_LINE, "area in use")
                            .in(
                                    PAGE,
                                    Column.<Report>of("Area")
                                            .behind("bottleneck")
                                            .beside(TotalsText::areaOnPage)),
                    rate("ops_per_s", "rate", Unit.OPERATION_PER_SECOND, Totals.Rates::opsPerS)
                            .means(Definition.RATE)
                            .asMetric()
                            .in(CHART, "rate")
                            .in(TERMINAL, "rate", TotalsText::rate)
                            .in(
                                    PAGE,
                                    Column.<Report>of("Rate")
                                            .noted(Definition.OP.sentence())
                                            .beside(TotalsText::workOnPage)),
                    rate("ops_per_j", "ops per joule", Unit.OPERATION_PER_JOULE, Totals.Rates::opsPerJ)
                            .means(Definition.OPS_PER_JOULE)
                            .asMetric()
                            .in(RUN_LINE, "ops per joule")
                            .in(TERMINAL, "per watt")
                            .in(PAGE, "Rate per watt"),
                    rate(
                                    "ops_per_s_per_m2",
                                    "rate per area",
                                    Unit.OPERATION_PER_SECOND_PER_SQUARE_METRE,
                                    Totals.Rates::opsPerSPerM2)
                            .means("rate over the area of the chips in use")
                            .asMetric()
                            .in(TERMINAL, "per area", TotalsText::perArea),
                    words("rate_per", "what the rate divides by", (Report report) -> report.totals()
                                    .times()
                                    .ratePer())
                            .means("what the rate divides by: interval, or latency if one input ran alone"),
                    energy("edp_js", "energy x latency", Unit.JOULE_SECOND, Totals.Energy::edpJs)
                            .means("energy of an input times its latency")
                            .asMetric()
                            .in(TERMINAL, "energy x delay")
                            .in(PAGE, Column.<Report>of("Energy × latency").behind("area_m2")),
                    rate("utilization", "utilization", Unit.SHARE, Totals.Rates::utilization)
                            .means(Definition.UTILIZATION)
                            .asMetric()
                            .in(
                                    PAGE,
                                    Column.<Report>of("Utilization")
                                            .behind("ops_per_j")
                                            .beside(TotalsText::peakOnPage)),
                    count("chips", "chips in use", inUse -> (long) inUse.chips())
                            .means("in use"),
                    count("networks", "networks side by side", inUse -> (long) inUse.networks())
                            .means(
                                    "that the chips have room for, each with inputs of its own; every other figure is that of one of them"),
                    count("tiles", "tiles in use", inUse -> ChipFigures.whole(inUse.tiles()))
                            .means("in use"),
                    count("arrays", "arrays in use", Totals.InUse::arrays).means("in use"),
                    words("bottleneck", "bottleneck", (Report report) -> report.totals()
                                    .limit()
                                    .resource())
                            .means(Definition.BOTTLENECK)
                            .in(
                                    PAGE,
                                    Column.<Report>of("Bottleneck")
                                            .behind("utilization")
                                            .beside(TotalsText::busyOnPage)),
                    real(
                                    "bottleneck_busy_s",
                                    "busy time of the bottleneck",
                                    Unit.SECOND,
                                    (Report report) -> report.totals().limit().busyS())
                            .means("how long each input keeps it busy, averaged over its servers"),
                    real(
                                    "bottleneck_utilization",
                                    "utilization of the bottleneck",
                                    Unit.SHARE,
                                    (Report report) -> report.totals().limit().utilization())
                            .means("busy part of the time its layers are active, the highest of theirs"),
                    allWords("bottleneck_layers", "layers at the bottleneck", (Report report) -> report.totals()
                                    .limit()
                                    .layers())
                            .means("layers that use it"),
                    words(
                                    "next_bottleneck",
                                    "next bottleneck",
                                    (Report report) -> next(report, Bottleneck.Next::resource))
                            .means(
                                    "what would be busiest if the bottleneck, and all that the same key of the chip file sets, were twice as fast"),
                    real(
                                    "next_bottleneck_busy_s",
                                    "busy time of the next bottleneck",
                                    Unit.SECOND,
                                    (Report report) -> next(report, Bottleneck.Next::busyS))
                            .means("how long each input would keep it busy: no input could follow another faster")));

    private TotalsFigures() {}

    private static Figure<Report> time(String key, String label, Function<Totals.Times, Double> of) {
        return real(key, label, Unit.SECOND, report -> of.apply(report.totals().times()));
    }

    private static Figure<Report> energy(String key, String label, Unit unit, Function<Totals.Energy, Double> of) {
        return real(key, label, unit, report -> of.apply(report.totals().energy()));
    }

    private static Figure<Report> rate(String key, String label, Unit unit, Function<Totals.Rates, Double> of) {
        return real(key, label, unit, report -> of.apply(report.totals().rates()));
    }

    private static Figure<Report> count(String key, String label, Function<Totals.InUse, @Nullable Long> of) {
        return whole(
                        key,
                        label,
                        Unit.COUNT,
                        (Report report) -> of.apply(report.totals().inUse()))
                .asMetric();
    }

    private static <T> @Nullable T next(Report report, Function<Bottleneck.Next, T> of) {
        Bottleneck.Next next = report.totals().limit().next();
        return next == null ? null : of.apply(next);
    }

    private static Steadiness steady(Report report) {
        return report.totals().times().steadiness();
    }
}
