package mho.core.engine;

import org.jspecify.annotations.Nullable;

/**
 * What kept one image that runs alone from being done earlier: a run of its own that notes of every step which other made it ready.
 * It takes some times as long as a run without, and memory for the steps that the paths go through.
 */
public final class CriticalPaths {
    private final Model model;
    private final Timeline timeline;
    private final @Nullable Cause[] last;

    CriticalPaths(Model model, Timeline timeline, @Nullable Cause[] last) {
        this.model = model;
        this.timeline = timeline;
        this.last = last;
    }

    /**
     * Runs one image and keeps why.
     *
     * @param comes when it is there, ticks
     * @throws Deadlock if windows remain that can never start
     * @throws ModelSaysNo if simulated time exceeds {@link Clock#HORIZON}
     */
    public static CriticalPaths of(Model model, long comes) {
        return Engine.explained(model, comes == 0 ? Arrivals.AT_ONCE : Arrivals.at(comes));
    }

    /** The run, tick for tick the one that nobody asked why. */
    public Timeline timeline() {
        return timeline;
    }

    /** From tick 0 to the end of the stage that is done last. */
    public CriticalPath whole() {
        int latest = 0;
        for (int stage = 1; stage < last.length; stage++) {
            if (timeline.finish(stage, 0) > timeline.finish(latest, 0)) {
                latest = stage;
            }
        }
        return CriticalPath.backFrom(last.length == 0 ? null : last[latest], model);
    }

    /** From tick 0 to the end of a stage's last window. */
    public CriticalPath to(int stage) {
        return CriticalPath.backFrom(last[stage], model);
    }
}
