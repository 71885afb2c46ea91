package mho.arch.run;

import mho.arch.map.Placement;
import mho.arch.program.Program;
import mho.arch.spec.Action;
import mho.arch.spec.ChipSpec;
import mho.arch.spec.Inventory;
import mho.core.engine.Timeline;
import mho.workloads.network.Network;

/**
 * What a run leaves behind: enough for every report, and enough to price it again.
 *
 * @param network as it ran: batch norm and views folded
 * @param images inputs that followed one another
 */
public record RunResult(
        ChipSpec chip,
        Network network,
        int images,
        Placement placement,
        Program program,
        Timeline timeline,
        Inventory inventory) {

    /** How often a stage did something for one image. */
    public double perImage(int stage, Action action) {
        return program.actions()[stage][action.ordinal()];
    }
}
