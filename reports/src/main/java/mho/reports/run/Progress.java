package mho.reports.run;

import mho.core.engine.Watcher;

/** Hears how far a run is. */
public interface Progress extends Watcher {
    /** Tells nobody. */
    Progress NONE = new Progress() {};

    @Override
    default void progress(long events, long now) {}

    /** Inputs whose values are computed. */
    default void images(int done, int all) {}
}
