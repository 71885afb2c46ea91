package mho.arch.run;

import mho.arch.map.Placement;
import mho.arch.program.Program;
import mho.core.engine.Timeline;
import mho.workloads.network.Network;

/**
 * When everything happens, and how often: what does not change when only prices or values do.
 *
 * @param network as it ran: batch norm and views folded
 * @param images inputs that followed one another
 */
public record Timed(Network network, int images, Placement placement, Program program, Timeline timeline) {}
