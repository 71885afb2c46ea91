package mho.reports.anneal;

import java.util.List;
import java.util.Map;
import mho.reports.config.AnnealConfig;
import mho.workloads.ising.CoolingSchedule;
import org.jspecify.annotations.Nullable;

/**
 * An annealing that is over.
 *
 * @param chip its name
 * @param measure what answers are judged by
 * @param units of the machine, of which the first are those of the problem
 * @param pairs of units that are coupled
 * @param sets of units that were updated at once; as many as units where none were
 * @param arrays that hold the couplings
 * @param conversions of a sweep
 * @param sweepSeconds of one sweep
 * @param sweeps from the first on
 * @param best the first sweep behind which nothing better was found
 * @param answer of the best sweep, unit after unit
 * @param joules by part
 * @param clipped part of the conversions beyond the converters' range; null where fields were exact
 * @param writeSeconds until the couplings are written; null where the chip does not say
 * @param writeJoules of that
 */
public record Annealing(
        AnnealConfig.Loaded config,
        String chip,
        String measure,
        int units,
        long pairs,
        int sets,
        int arrays,
        double conversions,
        double sweepSeconds,
        CoolingSchedule schedule,
        List<SweepRecord> sweeps,
        SweepRecord best,
        List<Boolean> answer,
        Map<String, Double> joules,
        @Nullable Double clipped,
        @Nullable Double writeSeconds,
        @Nullable Double writeJoules) {
    public Annealing {
        sweeps = List.copyOf(sweeps);
        answer = List.copyOf(answer);
        joules = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(joules));
    }

    public double totalSeconds() {
        return sweeps.get(sweeps.size() - 1).seconds();
    }

    public double totalJoules() {
        return sweeps.get(sweeps.size() - 1).joules();
    }
}
