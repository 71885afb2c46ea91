package mho.arch.chip;

import mho.arch.cut.WeightLayout;
import mho.arch.element.ElementTiming;
import mho.arch.element.Precision;
import mho.core.cost.WithoutCosts;
import mho.periphery.interconnect.ChipLink;
import mho.periphery.interconnect.Wires;
import mho.periphery.memory.Buffer;
import mho.periphery.memory.OffChipMemory;
import mho.periphery.neuron.DigitalUnit;
import mho.periphery.neuron.Neuron;
import org.jspecify.annotations.Nullable;

/**
 * What decides when things happen on a chip, and how often, and nothing else: no price, no noise. Mapper and compiler see a chip through
 * it alone, so equal views have equal timelines, whatever else their chips differ in.
 *
 * @param chip name, for messages
 * @param weights null where they stay
 * @param wakeUp what an input waits for that finds the chip at rest, seconds
 */
public record TimingView(
        String chip,
        Precision precision,
        Mapping mapping,
        FabricView fabric,
        @Nullable WeightSource weights,
        TileView tile,
        double wakeUp) {

    /**
     * Tiles, what carries results between them, and what stands beside the chips.
     *
     * @param tiles of one chip
     * @param memory of one chip
     */
    public record FabricView(
            int chips, int tiles, Mesh mesh, @Nullable ChipLink link, @Nullable OffChipMemory memory) {}

    /**
     * A tile.
     *
     * @param cycle its stages start and end on the edges of it, seconds
     * @param cores elements of it
     * @param element what computes in it
     */
    public record TileView(double cycle, Buffer buffer, Wires bus, Digital digital, int cores, ElementTiming element) {}

    /**
     * What the elements of a tile share beside buffer and bus.
     *
     * @param macSteps passes through shift-add that one digital multiply-accumulate takes
     * @param units what takes over single operations
     */
    public record Digital(
            Neuron activation, DigitalUnit pool, DigitalUnit shiftAdd, int macSteps, FunctionUnits units) {}

    static TimingView of(ChipSpec chip) {
        Tile tile = chip.tile();
        return new TimingView(
                chip.chip(),
                chip.precision(),
                chip.mapping(),
                new FabricView(
                        chip.chips(),
                        chip.tiles(),
                        (Mesh) WithoutCosts.timed((Record) chip.mesh()),
                        chip.link() == null ? null : WithoutCosts.timed(chip.link()),
                        chip.memory() == null ? null : (OffChipMemory) WithoutCosts.timed((Record) chip.memory())),
                chip.weights() == null ? null : (WeightSource) WithoutCosts.timed((Record) chip.weights()),
                new TileView(
                        chip.cycle(),
                        WithoutCosts.timed(tile.buffer()),
                        WithoutCosts.timed(tile.bus()),
                        new Digital(
                                (Neuron) WithoutCosts.timed((Record) tile.activation()),
                                WithoutCosts.timed(tile.pool()),
                                WithoutCosts.timed(tile.shiftAdd()),
                                tile.macSteps(),
                                WithoutCosts.timed(tile.functionUnits())),
                        tile.cores(),
                        chip.element().timing(chip.inputBits(), chip.cycle())),
                WakeUps.longestS(chip));
    }

    /** The same with weights that come from elsewhere. */
    public TimingView with(WeightSource other) {
        return new TimingView(chip, precision, mapping, fabric, other, tile, wakeUp);
    }

    /** What computes in a tile. */
    public ElementTiming element() {
        return tile.element();
    }

    /** How matrices are cut. */
    public WeightLayout layout() {
        return element().layout();
    }

    /** Bits of a layer's inputs and outputs. */
    public int inputBits() {
        return precision.values();
    }

    public int arraysPerTile() {
        return Math.multiplyExact(tile.cores(), element().arrays());
    }
}
