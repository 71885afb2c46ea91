package mho.reports.page;

import java.util.List;
import mho.reports.medium.PageText;
import mho.reports.metrics.Definition;
import mho.reports.metrics.OpenLatency;

/** How long inputs took that came from outside. */
final class ArrivalSection {
    private ArrivalSection() {}

    static Section of(OpenLatency arrivals) {
        return Section.of(
                "arrivals",
                "Arrivals",
                new Block.Prose(PageText.plural(arrivals.images(), "input")
                        + " came from outside to a chip that was empty at first: " + arrivals.process() + "."),
                new Block.Facts(List.of(
                        load(arrivals),
                        latency("Mean latency of arrivals", arrivals.meanS()),
                        latency("Median, p50", arrivals.p50S()),
                        latency("90 of 100, p90", arrivals.p90S()),
                        latency("99 of 100, p99", arrivals.p99S()),
                        latency("999 of 1,000, p99.9", arrivals.p999S()),
                        latency("Longest", arrivals.maxS()),
                        latency("Shortest", arrivals.minS()))));
    }

    private static Block.Fact load(OpenLatency arrivals) {
        Double perSecond = arrivals.perSecond();
        String meaning = Summary.sentence(Definition.OFFERED_LOAD);
        if (perSecond == null) {
            return new Block.Fact("Offered load", "–", "all came at once", meaning);
        }
        return new Block.Fact(
                "Offered load",
                PageText.percent(arrivals.load()),
                PageText.plain(perSecond) + " inputs/s"
                        + (arrivals.overloaded() ? "; the queue grows without end" : ""),
                meaning);
    }

    private static Block.Fact latency(String label, double seconds) {
        return new Block.Fact(label, PageText.of(seconds, "s"), "", Summary.sentence(Definition.ARRIVAL_LATENCY));
    }
}
