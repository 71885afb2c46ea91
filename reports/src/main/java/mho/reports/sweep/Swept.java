package mho.reports.sweep;

import java.nio.file.Path;

/** A finished sweep. */
public record Swept(SweepTable table, Tally tally, Path directory) {
    /** Whether no point has a figure. */
    public boolean isAllFailed() {
        return tally.failed() == tally.points();
    }
}
