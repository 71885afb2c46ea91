package mho.arch.run;

import mho.arch.map.Placement;
import mho.arch.numerics.LayerValues;
import mho.arch.numerics.Values;
import mho.arch.program.Program;
import mho.arch.spec.Action;
import mho.arch.spec.ChipSpec;
import mho.arch.spec.Inventory;
import mho.core.engine.Timeline;
import mho.workloads.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * What a run leaves behind: enough for every report, and enough to price it again.
 *
 * @param network as it ran: batch norm and views folded
 * @param images inputs that followed one another
 * @param values what the network computed; null where no data were given
 */
public record RunResult(
        ChipSpec chip,
        Network network,
        int images,
        Placement placement,
        Program program,
        Timeline timeline,
        Inventory inventory,
        @Nullable Values values) {

    /** The same with what the network computed. */
    public RunResult with(Values computed) {
        return new RunResult(chip, network, images, placement, program, timeline, inventory, computed);
    }

    /**
     * How often a stage did something for one image. Where values were computed, reads of cells are counted as so many reads at the
     * stated mean conductance and input activity as conduct as much, and drivers that cost by the pulse by the pulses there were.
     */
    public double perImage(int stage, Action action) {
        LayerValues computed = values == null ? null : values.layer(stage);
        if (computed != null && action == Action.CELL_READ) {
            return computed.conductedPerImage() / chip.core().array().nominalConduction();
        }
        if (computed != null
                && action == Action.ROW_DRIVE
                && chip.core().driver().costsByPulse()) {
            return computed.pulsesPerImage();
        }
        return program.actions()[stage][action.ordinal()];
    }
}
