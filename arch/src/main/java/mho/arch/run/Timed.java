package mho.arch.run;

import mho.arch.map.Placement;
import mho.arch.program.Program;
import mho.core.engine.Timeline;
import mho.workloads.network.Network;

/**
 * When everything happens, and how often: what does not change when only prices or values do.
 *
 * @param network as it ran: batch norm and views folded
 * @param alone one input with the chip to itself
 * @param stream inputs that followed one another; the same as {@code alone} if one was asked for
 * @param pace of the stream
 */
public record Timed(Network network, Placement placement, Program program, Timeline alone, Timeline stream, Pace pace) {
    /** Step completions simulated, of all runs. */
    public long events() {
        return alone == stream ? alone.events() : alone.events() + stream.events();
    }
}
