package mho.arch.run;

import mho.arch.plan.CopyPlan;
import mho.arch.program.Program;
import mho.core.engine.Timeline;

/**
 * What one input that runs alone tells of a mapping.
 *
 * @param plan that was laid out
 * @param boundTicks ticks for which it keeps the busiest resource busy
 */
record OneInput(CopyPlan plan, Program program, Timeline alone, double boundTicks) {

    /** Ticks for which it keeps a resource busy, each of several servers for its part. */
    double load(int resource) {
        return (double) alone.busy(resource) / program.model().servers(resource);
    }
}
