package mho.arch.chip;

import mho.arch.element.ElementTiming;
import mho.arch.element.Precision;
import mho.arch.element.WeightLayout;
import mho.core.cost.WithoutCosts;
import mho.periphery.interconnect.ChipLink;
import mho.periphery.interconnect.Wires;
import mho.periphery.memory.Buffer;
import mho.periphery.neuron.DigitalUnit;
import mho.periphery.neuron.Neuron;
import org.jspecify.annotations.Nullable;

/**
 * What decides when things happen on a chip, and how often, and nothing else: no price, no noise. Mapper and compiler see a chip through
 * it alone, so equal frames have equal timelines, whatever else their chips differ in.
 *
 * @param chip name, for messages
 * @param cycle the tiles' stages start and end on its edges, seconds
 * @param macSteps passes through shift-add that one digital multiply-accumulate takes
 * @param cores elements of a tile
 * @param element what computes in a tile
 */
public record TimingView(
        String chip,
        int chips,
        int tiles,
        double cycle,
        Precision precision,
        Mapping mapping,
        Mesh mesh,
        @Nullable ChipLink link,
        Buffer buffer,
        Wires bus,
        Neuron activation,
        DigitalUnit pool,
        DigitalUnit shiftAdd,
        int macSteps,
        int cores,
        ElementTiming element) {

    static TimingView of(ChipSpec chip) {
        Tile tile = chip.tile();
        return new TimingView(
                chip.chip(),
                chip.chips(),
                chip.tiles(),
                chip.cycle(),
                chip.precision(),
                chip.mapping(),
                (Mesh) WithoutCosts.timed((Record) chip.mesh()),
                chip.link() == null ? null : WithoutCosts.timed(chip.link()),
                WithoutCosts.timed(tile.buffer()),
                WithoutCosts.timed(tile.bus()),
                (Neuron) WithoutCosts.timed((Record) tile.activation()),
                WithoutCosts.timed(tile.pool()),
                WithoutCosts.timed(tile.shiftAdd()),
                tile.macSteps(),
                tile.cores(),
                chip.element().timing(chip.inputBits(), chip.cycle()));
    }

    /** How matrices are cut. */
    public WeightLayout layout() {
        return element.layout();
    }

    /** Bits of a layer's inputs and outputs. */
    public int inputBits() {
        return precision.values();
    }

    public int arraysPerTile() {
        return Math.multiplyExact(cores, element.arrays());
    }
}
