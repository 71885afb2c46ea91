package mho.reports.metrics;

import java.util.List;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Mesh;
import mho.arch.chip.Tile;
import mho.arch.element.Component;
import mho.arch.run.RunResult;
import mho.core.cost.Action;

/** Bytes that pass the tile buffers and the network, counted action by action, and how many could. */
final class Traffic {
    private static final double BITS_PER_BYTE = 8;

    private final RunResult run;
    private final List<ChipFace> kinds;
    private final double bytesPerHop;

    Traffic(ChipSpec chip, RunResult run) {
        this.run = run;
        this.kinds = chip.faces();
        this.bytesPerHop = chip.mesh().bitsPerHop() / BITS_PER_BYTE;
    }

    double bufferBytes(int stage) {
        return kinds.stream()
                .mapToDouble(kind -> bytesPerAccess(kind)
                        * (run.perImage(stage, kind.path().in(Tile.BUFFER_READ))
                                + run.perImage(stage, kind.path().in(Tile.BUFFER_WRITE))))
                .sum();
    }

    double networkBytes(int stage) {
        return bytesPerHop * run.perImage(stage, Mesh.HOP);
    }

    double bufferBytesPerS() {
        return kinds.stream()
                .mapToDouble(
                        kind -> bytesPerAccess(kind) * actionsPerS(kind.path().in(Tile.BUFFER_READ)))
                .sum();
    }

    private static double bytesPerAccess(ChipFace kind) {
        return kind.tile().buffer().width() / BITS_PER_BYTE;
    }

    double networkBytesPerS() {
        return bytesPerHop * actionsPerS(Mesh.HOP);
    }

    private double actionsPerS(Action action) {
        Component part = run.inventory().component(action.part());
        return part.instancesPerChip() * part.peakActionsPerSecond();
    }
}
