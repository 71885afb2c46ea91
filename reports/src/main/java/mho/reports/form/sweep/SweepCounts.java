package mho.reports.form.sweep;

import org.jspecify.annotations.Nullable;

/**
 * Where the points came from.
 *
 * @param points of the sweep
 * @param equal points that ask the same as another one
 * @param found in the store, finished earlier
 * @param computed now
 * @param failed of all points
 * @param simulated timelines made now
 * @param repriced points that used the timeline of another one
 * @param valued points whose values were computed now
 * @param valuesReused points that used the values of another one
 * @param trained trainings made now; null where points are runs
 * @param seconds wall time
 */
public record SweepCounts(
        int points,
        int equal,
        int found,
        int computed,
        int failed,
        int simulated,
        int repriced,
        int valued,
        int valuesReused,
        @Nullable Integer trained,
        double seconds) {}
