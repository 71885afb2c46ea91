package mho.reports.explore;

import mho.arch.chip.ChipFiles;
import mho.arch.run.TimedRun;
import mho.reports.config.RunConfig;
import mho.reports.metrics.Report;

/**
 * What a design comes to.
 *
 * @param config that alone repeats it
 * @param timed when everything happens
 */
record Answer(RunConfig config, ChipFiles.Loaded chip, TimedRun timed, Report report) {
    FloorUse floor() {
        double intervalS = report.totals().times().intervalS();
        return chip.file().as(spec -> FloorUse.of(spec, timed, intervalS), machine -> FloorUse.NONE);
    }
}
