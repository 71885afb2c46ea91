package mho.arch.fabric;

import java.util.HashMap;
import java.util.Map;
import mho.arch.chip.FunctionUnits;
import mho.arch.chip.Tile;
import mho.arch.chip.TimingView;
import mho.arch.chip.TimingView.KindView;
import mho.core.engine.Clock;
import mho.core.engine.Cycles;
import mho.core.engine.ModelBuilder;
import mho.periphery.interconnect.Wires;
import mho.periphery.memory.Buffer;
import mho.periphery.neuron.FunctionUnit;
import mho.periphery.neuron.Neuron;
import mho.workloads.network.ScalarOperation;

/**
 * The parts that a tile's windows share, as resources: buffer banks, bus, digital units. Each is made when it is first used. Results
 * are handed on at the edges of the chip's cycle where a stage of the tile's pipeline ends.
 */
public final class TileParts {
    private static final Cycles BUFFER = new Cycles("tile.buffer", "a wider access (tile.buffer.width)");
    private static final Cycles BUS = new Cycles("tile.bus", "a wider bus (tile.bus.width)");

    private final ModelBuilder model;
    private final TimingView chip;
    private final int stageClock;
    private final Map<Part, Integer> resources = new HashMap<>();

    public TileParts(ModelBuilder model, TimingView chip) {
        this.model = model;
        this.chip = chip;
        this.stageClock = model.clock(Clocks.ofPeriod(chip.cycle()));
    }

    public int stageClock() {
        return stageClock;
    }

    /** Writes so many bits into the buffer; the end of a stage. */
    public int write(Draft draft, int after, int tileId, double bits) {
        KindView tile = chip.kindAt(tileId);
        draft.act(tile.in(Tile.BUFFER_WRITE), accesses(tile, bits));
        return draft.align(access(draft, after, tileId, bits, true), stageClock);
    }

    private static int accesses(KindView tile, double bits) {
        return counting(BUFFER, tile).of(bits / tile.buffer().width());
    }

    private int access(Draft draft, int after, int tileId, double bits, boolean writing) {
        KindView tile = chip.kindAt(tileId);
        Buffer buffer = tile.buffer();
        int resource = resource(
                tileId, "buffer", Clocks.ofHertz(buffer.accessesPerBank()), buffer.banks(), "tile.buffer.clock");
        Cycles counting = counting(BUFFER, tile);
        int open = counting.plus(accesses(tile, bits), counting.orNone(buffer.openingCycles(bits, writing)));
        int busy = counting.plus(open, counting.orNone(buffer.closingCycles(bits)));
        return draft.step(after, resource, busy, counting.plus(open - 1, buffer.latencyCycles()));
    }

    /** Carries so many bits over the tile's bus. */
    public int bus(Draft draft, int after, int tileId, double bits) {
        KindView tile = chip.kindAt(tileId);
        Wires bus = tile.bus();
        draft.act(tile.in(Tile.BUS), bits);
        int resource = resource(tileId, "bus", Clocks.ofHertz(bus.clock()), 1, "tile.bus.clock");
        Cycles counting = counting(BUS, tile);
        int cycles = counting.of(bits / bus.width());
        return draft.step(after, resource, cycles, counting.plus(cycles - 1, bus.latencyCycles()));
    }

    /** Adds, in the tile's shift-and-add unit. */
    public int add(Draft draft, int after, int tileId, double adds) {
        KindView tile = chip.kindAt(tileId);
        draft.act(tile.in(Tile.ADD), adds);
        return unit(draft, after, tileId, "shift-add", tile.digital().shiftAdd(), adds);
    }

    public int compare(Draft draft, int after, int tileId, double compares) {
        KindView tile = chip.kindAt(tileId);
        draft.act(tile.in(Tile.COMPARE), compares);
        return unit(draft, after, tileId, "pool", tile.digital().pool(), compares);
    }

    public int activate(Draft draft, int after, int tileId, double evaluations) {
        KindView tile = chip.kindAt(tileId);
        draft.act(tile.in(Tile.ACTIVATE), evaluations);
        return unit(draft, after, tileId, "activation", tile.digital().activation(), evaluations);
    }

    /** Does so many of an operation, in the unit that lists it. */
    public int operate(Draft draft, int after, int tileId, String name, ScalarOperation operation, double count) {
        KindView tile = chip.kindAt(tileId);
        FunctionUnit unit = tile.digital().units().unit(name);
        String part = tile.in(FunctionUnits.part(name));
        draft.act(tile.in(FunctionUnits.action(name, operation)), count);
        Cycles counting = new Cycles(part, "more lanes (" + part + ".lanes)");
        int resource = resource(
                tileId,
                "units." + name,
                Clocks.ofHertz(unit.clock()),
                unit.count(),
                FunctionUnits.part(name) + ".clock");
        int each = unit.operation(operation.label()).cycles();
        int cycles = counting.times(counting.of(count / unit.lanes()), each);
        return draft.step(after, resource, cycles, counting.plus(cycles - 1, unit.latencyCycles()));
    }

    /** Reads over bank and bus, which stream together: done when both are. */
    public int fetch(Draft draft, int after, int tileId, double bits) {
        int carried = bus(draft, after, tileId, bits);
        int read = access(draft, after, tileId, bits, false);
        KindView tile = chip.kindAt(tileId);
        draft.act(tile.in(Tile.BUFFER_READ), accesses(tile, bits));
        int both = draft.after(draft.delay(read, stageClock, 0), carried);
        return both;
    }

    /** Counts bytes that pass a tile's output register. */
    public void register(Draft draft, int tileId, double bytes) {
        draft.act(chip.kindAt(tileId).in(Tile.REGISTER), bytes);
    }

    /** A stage of the pipeline that only hands its values on: the tile's output register. */
    public int pass(Draft draft, int after) {
        return draft.delay(after, stageClock, 1);
    }

    public int align(Draft draft, int step) {
        return draft.align(step, stageClock);
    }

    private int unit(Draft draft, int after, int tileId, String name, Neuron unit, double values) {
        String part = chip.kindAt(tileId).in("tile." + name);
        Cycles counting = new Cycles(part, "more units (" + part + ".count)");
        Neuron.Turn turn = unit.turn();
        Clock clock = turn.isClock() ? Clocks.ofHertz(turn.figure()) : Clocks.ofPeriod(turn.figure());
        int resource = resource(tileId, name, clock, 1, "tile." + name + "." + turn.key());
        int turns = counting.of(values / unit.valuesPerTurn());
        return draft.step(after, resource, turns, counting.plus(turns - 1, unit.latencyTurns()));
    }

    private int resource(int tileId, String part, Clock clock, int servers, String setBy) {
        return resources.computeIfAbsent(
                new Part(tileId, part),
                p -> model.resource(
                        p.name(),
                        model.clock(clock),
                        servers,
                        0,
                        chip.kindAt(tileId).in(setBy)));
    }

    /** Cycles of a part, whose refusals name it as the file does. */
    private static Cycles counting(Cycles spoken, KindView tile) {
        return spoken.saying(tile::in);
    }

    /** A part of a tile. */
    private record Part(int tile, String part) {
        String name() {
            return "tile[" + tile + "]." + part;
        }
    }
}
