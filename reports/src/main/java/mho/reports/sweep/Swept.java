package mho.reports.sweep;

import java.nio.file.Path;

/**
 * A finished sweep.
 *
 * @param points as in points.csv
 */
public record Swept(SweepTable table, Tally tally, String points, Path directory) {
    /** Whether no point has a figure. */
    public boolean isAllFailed() {
        return tally.failed() == tally.points();
    }
}
