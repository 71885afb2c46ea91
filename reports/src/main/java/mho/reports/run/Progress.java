package mho.reports.run;

import mho.arch.plan.Placement;
import mho.arch.program.Program;
import mho.core.engine.Watcher;

/** Hears how far a run is. */
public interface Progress extends Watcher {
    /** Tells nobody. */
    Progress NONE = new Progress() {};

    @Override
    default void progress(long events, long now) {}

    /** Who watches the simulation of a program that is about to run: this, unless somebody wants to see more of it. */
    default Watcher watching(Placement placement, Program program) {
        return this;
    }

    /** Inputs whose values are computed. */
    default void images(int done, int all) {}
}
