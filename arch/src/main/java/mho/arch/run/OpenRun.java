package mho.arch.run;

import mho.core.engine.Engine;
import mho.core.engine.Inflow;
import mho.core.engine.Model;
import mho.core.engine.Timeline;
import mho.core.engine.Watcher;

/**
 * Inputs that came from outside, and when the chip, empty at first, was done with them.
 *
 * @param timeline of them
 */
public record OpenRun(ArrivalProcess process, Timeline timeline) {
    /**
     * Lets them come.
     *
     * @throws mho.core.engine.ModelSaysNo if they are too many, or come too late
     */
    static OpenRun of(OpenLoad load, Model model, Watcher watcher) {
        int inputs = load.inputs(model);
        RunLimits.checked(model, InputCount.exactly(inputs));
        return new OpenRun(
                load.process(),
                Engine.run(model, inputs, Inflow.ALL, load.process().first(inputs), watcher));
    }

    public int inputs() {
        return timeline.images();
    }

    /** Ticks from when the input came to its last output. */
    public long latencyTicks(int input) {
        return timeline.finish(input) - timeline.arrival(input);
    }

    /** Mean rate at which they came, a second. */
    public double perSecond() {
        return process.perSecond(inputs());
    }
}
