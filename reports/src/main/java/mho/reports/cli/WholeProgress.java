package mho.reports.cli;

import mho.reports.run.Progress;

/** Hears how far a run is, as another does, and has all of it simulated, also what it repeats. */
record WholeProgress(Progress line) implements Progress {
    @Override
    public void progress(long events, long now) {
        line.progress(events, now);
    }

    @Override
    public boolean seesAll() {
        return true;
    }

    @Override
    public void images(int done, int all) {
        line.images(done, all);
    }
}
