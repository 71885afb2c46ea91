package mho.reports.form.sweep;

import java.nio.file.Path;

/**
 * A finished sweep.
 *
 * @param points as in points.csv
 * @param unchecked points found in a store of an older mho, which kept them without a checksum
 */
public record SweepResult(SweepTable table, SweepCounts tally, String points, Path directory, int unchecked) {
    /** Whether no point has a figure. */
    public boolean isAllFailed() {
        return tally.failed() == tally.points();
    }
}
