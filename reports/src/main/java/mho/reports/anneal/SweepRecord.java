package mho.reports.anneal;

/**
 * Where a machine stands behind a sweep.
 *
 * @param sweep counted from 1
 * @param energy of its units, exactly
 * @param measured of the problem: a cut, clauses that are not satisfied
 * @param seconds since the first update
 * @param joules since then, those drawn at rest included
 */
public record SweepRecord(
        int sweep, double temperature, double energy, double measured, double seconds, double joules) {}
