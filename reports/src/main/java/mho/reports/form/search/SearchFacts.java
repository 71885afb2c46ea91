package mho.reports.form.search;

import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.whole;

import java.util.List;
import mho.reports.figures.FigureTable;
import mho.reports.figures.HostFigures;
import mho.reports.figures.Unit;
import mho.reports.medium.Json;

/**
 * {@code host.json} of a search: what it took, kept apart from what it found.
 *
 * @param points that have an answer
 * @param found of them, in a store already
 * @param computed of them, now
 * @param threads that computed points, bounds and what the winner hangs on
 * @param seconds wall time
 */
public record SearchFacts(
        int points,
        int found,
        int computed,
        int threads,
        double seconds,
        long peakMemoryBytes,
        String java,
        String multiplyAdd)
        implements HostFigures.Machine {
    static final FigureTable<SearchFacts> TABLE = HostFigures.table(
            "what a search cost the machine",
            List.of(
                    real("wall_s", "wall time", Unit.SECOND, SearchFacts::seconds)
                            .means("from start to the writing of this"),
                    whole("threads", "threads", Unit.COUNT, (SearchFacts facts) -> (long) facts.threads())
                            .means("that computed points, bounds, and what the winner hangs on"),
                    whole("points", "points", Unit.COUNT, (SearchFacts facts) -> (long) facts.points())
                            .means("that have an answer"),
                    whole("found", "found", Unit.COUNT, (SearchFacts facts) -> (long) facts.found())
                            .means("in a store already: finished earlier, or given by another directory"),
                    whole("computed", "computed", Unit.COUNT, (SearchFacts facts) -> (long) facts.computed())
                            .means("now")));

    public String json() {
        return Json.object(json -> TABLE.write(json, this));
    }
}
