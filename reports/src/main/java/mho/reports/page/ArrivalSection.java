package mho.reports.page;

import mho.reports.figures.ArrivalFigures;
import mho.reports.figures.Place;
import mho.reports.medium.PageText;
import mho.reports.metrics.ArrivalLatency;

/** How long inputs took that came from outside. */
final class ArrivalSection {
    private ArrivalSection() {}

    static Section of(ArrivalLatency arrivals) {
        return Section.of(
                "arrivals",
                "Arrivals",
                new Block.Prose(PageText.plural(arrivals.images(), "input")
                        + " came from outside to a chip that was empty at first: " + arrivals.process() + "."),
                new Block.Facts(FigureColumns.facts(ArrivalFigures.TABLE.in(Place.PAGE), arrivals)));
    }
}
