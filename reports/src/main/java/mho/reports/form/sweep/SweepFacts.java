package mho.reports.form.sweep;

import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.whole;

import java.util.List;
import java.util.function.Function;
import mho.reports.figures.Figure;
import mho.reports.figures.FigureTable;
import mho.reports.figures.HostFigures;
import mho.reports.figures.Unit;
import mho.reports.medium.Json;

/**
 * {@code host.json} of a sweep: what it took, kept apart from what it found.
 *
 * @param threads that computed
 */
public record SweepFacts(SweepCounts counts, int threads, long peakMemoryBytes, String java, String multiplyAdd)
        implements HostFigures.Machine {
    static final FigureTable<SweepFacts> TABLE = HostFigures.table(
            "what a sweep cost the machine",
            List.of(
                    real("wall_s", "wall time", Unit.SECOND, (SweepFacts facts) -> facts.counts()
                                    .seconds())
                            .means("from start to the writing of this"),
                    whole("threads", "threads", Unit.COUNT, (SweepFacts facts) -> (long) facts.threads())
                            .means("that computed"),
                    count("points", SweepCounts::points).means("of the sweep"),
                    count("found", SweepCounts::found).means("finished earlier"),
                    count("computed", SweepCounts::computed).means("now"),
                    count("failed", SweepCounts::failed).means("of all points"),
                    count("simulated", SweepCounts::simulated).means("timelines made now"),
                    count("repriced", SweepCounts::repriced).means("points that used the timeline of another one"),
                    count("valued", SweepCounts::valued).means("points whose values were computed now"),
                    count("values_reused", SweepCounts::valuesReused)
                            .means("points that used the values of another one"),
                    whole("trained", "trained", Unit.COUNT, (SweepFacts facts) -> {
                                Integer trained = facts.counts().trained();
                                return trained == null ? null : Long.valueOf(trained);
                            })
                            .means("trainings made now; null where points are runs")));

    private static Figure<SweepFacts> count(String key, Function<SweepCounts, Integer> of) {
        return whole(key, key.replace('_', ' '), Unit.COUNT, facts -> (long) of.apply(facts.counts()));
    }

    public String json() {
        return Json.object(json -> TABLE.write(json, this));
    }
}
