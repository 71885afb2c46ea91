package mho.reports.explore;

import java.util.ArrayList;
import java.util.List;
import mho.arch.run.TimedRun;
import mho.reports.figures.Figure;
import mho.reports.figures.RunFigures;
import mho.reports.metrics.Report;
import mho.reports.run.PreparedRun;
import mho.reports.run.RunBounds;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a run as far as prices and one input alone tell it, long before inputs follow one another.
 *
 * @param value in SI units
 * @param exact whether the run comes to it, or to that at least
 */
record CertainFigure(Figure<Report> figure, double value, boolean exact) {

    /**
     * What is certain of a run.
     *
     * @param alone one input of it; null where that tells nothing for certain
     */
    static List<CertainFigure> of(PreparedRun run, @Nullable TimedRun alone) {
        if (alone == null) {
            return List.of(least("area_m2", run.chipAreaM2()));
        }
        RunBounds bounds = run.bounds(alone);
        List<CertainFigure> all = new ArrayList<>();
        all.add(exactly("latency_s", bounds.latencyS()));
        all.add(least("interval_s", bounds.intervalS()));
        if (bounds.energyJ() != null) {
            all.add(least("energy_j", bounds.energyJ()));
        }
        all.add(exactly("area_m2", bounds.areaM2()));
        return all;
    }

    private static CertainFigure exactly(String key, double value) {
        return new CertainFigure(figure(key), value, true);
    }

    private static CertainFigure least(String key, double value) {
        return new CertainFigure(figure(key), value, false);
    }

    private static Figure<Report> figure(String key) {
        return RunFigures.metrics().stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
