package mho.arch.spec;

import java.util.ArrayList;
import java.util.List;
import mho.core.cost.Bare;
import mho.periphery.array.VmmTiming;
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
 * @param cores of a tile
 * @param arrays of a core
 * @param phases of one vector-matrix multiply
 * @param conversions of a column for one vector
 * @param multiplies how long a multiply takes when 1, 2, … columns of every array are read, up to all
 */
public record Frame(
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
        int arrays,
        WeightLayout layout,
        int phases,
        int conversions,
        List<Multiply> multiplies) {

    /** One vector-matrix multiply, in the tiles' cycles: the time to the next vector, and to the merged result. */
    public record Multiply(int occupancyCycles, int latencyCycles) {
        private static final Cycles CYCLES =
                new Cycles("tile.core", "a longer cycle (cycle), or a faster core (tile.core.driver, tile.core.adc)");

        private static Multiply of(VmmTiming timing, double cycle) {
            return new Multiply(
                    CYCLES.of(timing.occupancySeconds() / cycle), CYCLES.of(timing.latencySeconds() / cycle));
        }
    }

    static Frame of(ChipSpec chip) {
        Tile tile = chip.tile();
        Core core = chip.core();
        return new Frame(
                chip.chip(),
                chip.chips(),
                chip.tiles(),
                chip.cycle(),
                chip.precision(),
                chip.mapping(),
                (Mesh) Bare.timed((Record) chip.mesh()),
                chip.link() == null ? null : Bare.timed(chip.link()),
                Bare.timed(tile.buffer()),
                Bare.timed(tile.bus()),
                (Neuron) Bare.timed((Record) tile.activation()),
                Bare.timed(tile.pool()),
                Bare.timed(tile.shiftAdd()),
                tile.macSteps(),
                tile.cores(),
                core.arrays(),
                chip.layout(),
                core.driver().phases(chip.inputBits()),
                core.conversionsPerVector(chip.inputBits()),
                multiplies(chip));
    }

    private static List<Multiply> multiplies(ChipSpec chip) {
        List<Multiply> multiplies = new ArrayList<>();
        for (int columns = 1; columns <= chip.arrayColumns(); columns++) {
            multiplies.add(Multiply.of(chip.core().timing(chip.inputBits(), columns), chip.cycle()));
        }
        return List.copyOf(multiplies);
    }

    /** @param columns of every array that are read; beyond the array's own, all */
    public Multiply multiply(int columns) {
        return multiplies.get(Math.min(columns, layout.arrayColumns()) - 1);
    }

    /** Bits of a layer's inputs and outputs. */
    public int inputBits() {
        return precision.values();
    }

    public int arraysPerTile() {
        return Math.multiplyExact(cores, arrays);
    }
}
