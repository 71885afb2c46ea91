package mho.reports.metrics;

import mho.arch.run.RunResult;
import mho.arch.spec.Action;
import mho.arch.spec.ChipSpec;
import mho.arch.spec.Component;

/** Bytes that pass the tile buffers and the network, counted action by action, and how many could. */
final class Traffic {
    private static final double BITS_PER_BYTE = 8;

    private final RunResult run;
    private final double bytesPerAccess;
    private final double bytesPerHop;

    Traffic(RunResult run) {
        this.run = run;
        ChipSpec chip = run.chip();
        this.bytesPerAccess = chip.tile().buffer().width() / BITS_PER_BYTE;
        this.bytesPerHop = chip.mesh().bitsPerHop() / BITS_PER_BYTE;
    }

    double bufferBytes(int stage) {
        return bytesPerAccess * (run.perImage(stage, Action.BUFFER_READ) + run.perImage(stage, Action.BUFFER_WRITE));
    }

    double networkBytes(int stage) {
        return bytesPerHop * run.perImage(stage, Action.HOP);
    }

    double bufferBytesPerS() {
        return bytesPerAccess * actionsPerS(Action.BUFFER_READ);
    }

    double networkBytesPerS() {
        return bytesPerHop * actionsPerS(Action.HOP);
    }

    private double actionsPerS(Action action) {
        Component part = run.inventory().component(action.part());
        return part.instancesPerChip() * part.peakActionsPerSecond();
    }
}
