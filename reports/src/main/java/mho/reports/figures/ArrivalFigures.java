package mho.reports.figures;

import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;
import static mho.reports.figures.Place.FOOTNOTE;
import static mho.reports.figures.Place.PAGE;
import static mho.reports.figures.Place.TERMINAL;

import java.util.List;
import java.util.function.Function;
import mho.reports.medium.PageText;
import mho.reports.medium.TerminalText;
import mho.reports.metrics.ArrivalLatency;

/** How long inputs took that came from outside. */
public final class ArrivalFigures {
    public static final FigureTable<ArrivalLatency> TABLE = new FigureTable<>(
            "inputs that come from outside",
            List.of(
                    words("process", "how inputs come", ArrivalLatency::process)
                            .means(
                                    "how inputs come from outside, in words; `arrivals` is there with `--arrivals` only"),
                    whole("images", "inputs", Unit.COUNT, (ArrivalLatency arrivals) -> (long) arrivals.images())
                            .means("inputs that came")
                            .in(
                                    TERMINAL,
                                    "inputs",
                                    arrivals -> TerminalText.plural(arrivals.images(), "input") + ", "
                                            + arrivals.process()),
                    real("rate_per_s", "rate of arrivals", Unit.PER_SECOND, ArrivalLatency::perSecond)
                            .means(
                                    "mean rate at which they came: the one asked for, or, of listed times, inputs behind the first over the time from the first to the last; null if all came at once"),
                    real("offered_load", "offered load", Unit.SHARE, ArrivalLatency::load)
                            .in(FOOTNOTE, "Offered load: mean rate at which inputs come x interval.")
                            .means(Definition.OFFERED_LOAD)
                            .in(TERMINAL, "offered load", ArrivalFigures::load)
                            .in(
                                    PAGE,
                                    Column.of("Offered load", ArrivalFigures::loadOnPage)
                                            .beside(ArrivalFigures::rateOnPage)),
                    latency("latency_min_s", "shortest latency", ArrivalLatency::minS)
                            .means("latency of arrivals: the shortest")
                            .in(PAGE, fact("Shortest").behind("latency_max_s")),
                    latency("latency_mean_s", "mean latency", ArrivalLatency::meanS)
                            .in(
                                    FOOTNOTE,
                                    Column.<ArrivalLatency>of(
                                                    "Latency of arrivals: from when an input comes to its last output, waiting included.")
                                            .behind(""))
                            .means(Definition.ARRIVAL_LATENCY)
                            .in(TERMINAL, "latency", ArrivalFigures::latencies)
                            .in(PAGE, fact("Mean latency of arrivals")),
                    latency("latency_p50_s", "median latency", ArrivalLatency::p50S)
                            .means("half of the inputs took no longer")
                            .in(TERMINAL, "percentiles", ArrivalFigures::percentiles)
                            .in(PAGE, fact("Median, p50")),
                    latency("latency_p90_s", "latency of 90 in 100", ArrivalLatency::p90S)
                            .means("nine tenths")
                            .in(PAGE, fact("90 of 100, p90")),
                    latency("latency_p99_s", "latency of 99 in 100", ArrivalLatency::p99S)
                            .means("99 of 100; ten of 1,000 inputs took longer")
                            .in(PAGE, fact("99 of 100, p99")),
                    latency("latency_p99_9_s", "latency of 999 in 1,000", ArrivalLatency::p999S)
                            .means(
                                    "999 of 1,000; of 1,000 inputs and fewer it is the longest or next to it, so ask for more (`--images`)")
                            .in(PAGE, fact("999 of 1,000, p99.9")),
                    latency("latency_max_s", "longest latency", ArrivalLatency::maxS)
                            .means("the longest")
                            .in(PAGE, fact("Longest"))));

    private ArrivalFigures() {}

    private static Figure<ArrivalLatency> latency(String key, String label, Function<ArrivalLatency, Double> of) {
        return real(key, label, Unit.SECOND, of::apply);
    }

    private static Column<ArrivalLatency> fact(String label) {
        return Column.<ArrivalLatency>of(label).noted(Definition.ARRIVAL_LATENCY.sentence());
    }

    private static String load(ArrivalLatency arrivals) {
        if (arrivals.load() == null || arrivals.perSecond() == null) {
            return "– (inputs that come all at once have no rate)";
        }
        return TerminalText.percent(arrivals.load()) + ": " + TerminalText.perSecond(arrivals.perSecond(), "inputs")
                + " x interval of the stream" + overload(arrivals);
    }

    private static String overload(ArrivalLatency arrivals) {
        return arrivals.overloaded() ? "; the queue grows without end" : "";
    }

    private static String loadOnPage(ArrivalLatency arrivals) {
        return arrivals.perSecond() == null ? "–" : PageText.percent(arrivals.load());
    }

    private static String rateOnPage(ArrivalLatency arrivals) {
        Double perSecond = arrivals.perSecond();
        return perSecond == null ? "all came at once" : PageText.plain(perSecond) + " inputs/s" + overload(arrivals);
    }

    private static String latencies(ArrivalLatency arrivals) {
        return seconds(arrivals.meanS()) + " on average, " + seconds(arrivals.minS()) + " at least, "
                + seconds(arrivals.maxS()) + " at most";
    }

    private static String percentiles(ArrivalLatency arrivals) {
        return "p50 " + seconds(arrivals.p50S()) + ", p90 " + seconds(arrivals.p90S()) + ", p99 "
                + seconds(arrivals.p99S()) + ", p99.9 " + seconds(arrivals.p999S());
    }

    private static String seconds(double seconds) {
        return TerminalText.of(seconds, "s");
    }
}
