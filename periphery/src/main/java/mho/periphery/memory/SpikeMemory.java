package mho.periphery.memory;

import java.util.Optional;
import java.util.OptionalDouble;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/**
 * Arrays of resistive cells used as a memory, read and written by spikes, one for each bit that is one: half of the bits of an access.
 * Whatever its size, a spike costs the same; nothing leaks.
 *
 * @param readJ of a spike that reads
 * @param writeJ of one that writes
 * @param cellBits that a cell stores
 * @param metres of the process for which the area of a cell is taken
 */
record SpikeMemory(String name, double readJ, double writeJ, int cellBits, double metres, String source)
        implements CostModel<MemoryQuery> {
    /** Assumed: a bit is as often one as not. */
    private static final double ONES = 0.5;

    /** Assumed: squares of the feature size that a cell between its wires takes. */
    private static final double CELL_F2 = 5;

    @Override
    public String action() {
        return "access";
    }

    @Override
    public String parameters() {
        return "size, width, write";
    }

    @Override
    public String validRange() {
        return "an array of 128 x 128 cells (%d KiB) and more, any width".formatted(leastBytes() >> 10);
    }

    private long leastBytes() {
        return 128L * 128 * cellBits / 8;
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.of(metres);
    }

    @Override
    public Circuit circuit() {
        return Circuit.ARRAY;
    }

    @Override
    public Optional<String> outside(MemoryQuery query) {
        return query.bytes() < leastBytes() ? Optional.of(query.bytes() + " B") : Optional.empty();
    }

    @Override
    public Estimate estimate(MemoryQuery query) {
        double spikes = ONES * query.widthBits();
        double cells = Math.ceil(8.0 * query.bytes() / cellBits);
        return new Estimate(
                spikes * (query.write() ? writeJ : readJ),
                0,
                cells * CELL_F2 * metres * metres,
                source + "; assumed: half of the bits are ones, a cell takes 5 F2");
    }
}
