package mho.reports.metrics;

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
    private final double bytesPerAccess;
    private final double bytesPerHop;

    Traffic(ChipSpec chip, RunResult run) {
        this.run = run;
        this.bytesPerAccess = chip.tile().buffer().width() / BITS_PER_BYTE;
        this.bytesPerHop = chip.mesh().bitsPerHop() / BITS_PER_BYTE;
    }

    double bufferBytes(int stage) {
        return bytesPerAccess * (run.perImage(stage, Tile.BUFFER_READ) + run.perImage(stage, Tile.BUFFER_WRITE));
    }

    double networkBytes(int stage) {
        return bytesPerHop * run.perImage(stage, Mesh.HOP);
    }

    double bufferBytesPerS() {
        return bytesPerAccess * actionsPerS(Tile.BUFFER_READ);
    }

    double networkBytesPerS() {
        return bytesPerHop * actionsPerS(Mesh.HOP);
    }

    private double actionsPerS(Action action) {
        Component part = run.inventory().component(action.part());
        return part.instancesPerChip() * part.peakActionsPerSecond();
    }
}
