package mho.arch.fabric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import mho.arch.chip.Mesh;
import mho.core.engine.Cycles;
import mho.core.engine.ModelBuilder;

/** One bus for the whole chip: a transfer reaches every tile that wants it at once, and the next one waits. */
final class SharedBus implements Switching {
    private static final Cycles CYCLES = new Cycles("mesh.wires", "a wider bus (mesh.wires.width)");

    private final ModelBuilder model;
    private final int clock;
    private final double widthBits;
    private final int latencyCycles;
    private final Map<Integer, Integer> buses = new HashMap<>();

    SharedBus(ModelBuilder model, int clock, double widthBits, int latencyCycles) {
        this.model = model;
        this.clock = clock;
        this.widthBits = widthBits;
        this.latencyCycles = latencyCycles;
    }

    @Override
    public int[] carry(Draft draft, int after, int chip, int from, int[] to, Load load) {
        int bus =
                buses.computeIfAbsent(chip, c -> model.resource("chip" + c + ".bus", clock, 1, 0, "mesh.wires.clock"));
        int words = CYCLES.of(load.values() * load.bits() / widthBits);
        draft.act(Mesh.HOP, load.values() * load.bits());
        int[] arrived = new int[to.length];
        Arrays.fill(arrived, draft.step(after, bus, words, CYCLES.plus(words - 1, latencyCycles)));
        return arrived;
    }
}
