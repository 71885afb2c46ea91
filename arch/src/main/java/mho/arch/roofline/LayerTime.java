package mho.arch.roofline;

import mho.arch.chip.Roofline;

/**
 * How long a layer takes for a batch:
 *
 * <pre>
 * compute   ops batch / (peak efficiency)
 * memory    (weights + what inputs look up + what of the batch's values does not fit above) / bandwidth
 * all       max(compute, memory) + overhead
 * </pre>
 *
 * @param computeS the units are busy
 * @param memoryS the memory is busy
 * @param overheadS beside both
 */
public record LayerTime(double computeS, double memoryS, double overheadS) {
    static LayerTime of(Roofline machine, HomeLevel home, LayerDemand demand) {
        return new LayerTime(
                demand.ops() * (double) machine.batch() / machine.opsPerSecond(),
                bytes(machine, home, demand) / home.memory().bytesPerSecond(),
                machine.overhead());
    }

    private static double bytes(Roofline machine, HomeLevel home, LayerDemand demand) {
        double values = machine.bytes((double) machine.batch() * demand.values());
        return machine.bytes(demand.weights() + machine.batch() * demand.lookedUp())
                + (values <= home.bytesAbove() ? 0 : values);
    }

    public double seconds() {
        return Math.max(computeS, memoryS) + overheadS;
    }
}
