package mho.arch.run;

import mho.arch.plan.Placement;
import mho.arch.program.Program;
import mho.core.engine.Timeline;
import mho.workloads.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * When everything happens, and how often: what does not change when only prices or values do.
 *
 * @param network as it ran: batch norm and views folded
 * @param alone one input with the chip to itself
 * @param stream inputs that followed one another; the same as {@code alone} if one was asked for
 * @param pace of the stream
 * @param open inputs that came from outside; null where none were asked for
 * @param search what was looked at to find the mapping; null where the plan of copies says it all
 */
public record TimedRun(
        Network network,
        Placement placement,
        Program program,
        Timeline alone,
        Timeline stream,
        Pace pace,
        @Nullable OpenRun open,
        @Nullable SearchNote search) {
    TimedRun(Network network, Placement placement, Program program, Timeline alone, Timeline stream, Pace pace) {
        this(network, placement, program, alone, stream, pace, null, null);
    }

    /** One input that ran alone. */
    static TimedRun alone(Network network, Placement placement, Program program, Timeline one) {
        return new TimedRun(network, placement, program, one, one, Pace.alone(one, program.model()));
    }

    /** The same with inputs that came from outside. */
    TimedRun with(OpenRun came) {
        return new TimedRun(network, placement, program, alone, stream, pace, came, search);
    }

    /** The same with what was looked at to find the mapping. */
    TimedRun with(@Nullable SearchNote looked) {
        return new TimedRun(network, placement, program, alone, stream, pace, open, looked);
    }

    /** Step completions simulated, of all runs; not those that were left out because a run repeats itself. */
    public long events() {
        return (alone == stream ? simulated(alone) : simulated(alone) + simulated(stream))
                + (open == null ? 0 : simulated(open.timeline()));
    }

    private static long simulated(Timeline run) {
        return run.events() - run.leftOut();
    }
}
