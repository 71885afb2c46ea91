package mho.arch.turns;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.TimingView;
import mho.arch.chip.WeightPort;
import mho.arch.element.Block;
import mho.arch.element.BlockLoading;
import mho.arch.fabric.Clocks;
import mho.arch.fabric.Draft;
import mho.core.cost.ActionIndex;
import mho.core.engine.Clock;
import mho.core.engine.Cycles;
import mho.core.engine.ModelBuilder;
import mho.periphery.memory.OffChipMemory;
import org.jspecify.annotations.Nullable;

/** How blocks of weights come in: through the port, then into the arrays. */
final class WeightSteps {
    private static final double TICKS_PER_SECOND = Clock.TICKS_PER_SECOND;

    /** Steps longer than so many cycles are counted by a longer one. */
    private static final double MANY = 1e9;

    /** Of a step that needs no configuration. */
    private static final int ANY = -1;

    private static final Cycles PORT = new Cycles("weights.port", "a wider port (weights.port.bandwidth)");
    private static final Cycles ARRAYS =
            new Cycles("tile.core", "faster writing (tile.core.array.write), or more cells at once");

    private final TimingView chip;
    private final ModelBuilder model;
    private final ActionIndex actions;
    private final BlockLoading loading;
    private final double longestFetch;
    private final double longestLoad;
    private int port = -1;
    private int memory = -1;
    private int arrays = -1;

    WeightSteps(TimingView chip, TurnPlan plan, ModelBuilder model, ActionIndex actions) {
        this.chip = chip;
        this.model = model;
        this.actions = actions;
        this.loading = Objects.requireNonNull(chip.onlyKind().element().loading());
        double fetch = 0;
        double load = 0;
        for (Turn turn : plan.turns()) {
            if (turn != null) {
                fetch = Math.max(fetch, fetchSeconds(bytes(turn, 0, 0)));
                load = Math.max(load, loadSeconds(turn, 0, 0));
            }
        }
        this.longestFetch = fetch;
        this.longestLoad = load;
    }

    private @Nullable WeightPort through() {
        return chip.weights() == null ? null : chip.weights().port();
    }

    private @Nullable OffChipMemory memory() {
        return chip.fabric().memory();
    }

    /** Whether weights come through anything that is simulated. */
    boolean hasPort() {
        return through() != null || memory() != null;
    }

    /** Blocks that wait between port and arrays. */
    int fifo() {
        return chip.weights() == null ? 0 : chip.weights().fifo();
    }

    /** Blocks that stand in an array behind the one in use. */
    int ahead() {
        return loading.ahead();
    }

    private double bytes(Turn turn, int group, int round) {
        return turn.sum(group, round, loading::bits) / 8;
    }

    /** Every chip fetches what its arrays take from a memory of its own, over all its channels, through a port of its own. */
    private double fetchSeconds(double bytes) {
        double each = bytes / chip.fabric().chips();
        WeightPort port = through();
        OffChipMemory memory = memory();
        return Math.max(
                port == null ? 0 : port.busySeconds(each),
                memory == null ? 0 : memory.busySeconds(each / memory.channels()));
    }

    private double latencySeconds() {
        WeightPort port = through();
        OffChipMemory memory = memory();
        return (port == null ? 0 : port.latency()) + (memory == null ? 0 : memory.latencySeconds());
    }

    private double loadSeconds(Turn turn, int group, int round) {
        long loaded = turn.blocks(group, round);
        Block fullest = Block.fullest(turn.tiling());
        long ofChip = TurnShaper.ceil(loaded, chip.fabric().chips());
        long ofTile = TurnShaper.ceil(
                ofChip,
                Math.min(
                        chip.fabric().tiles(),
                        Math.max(1, TurnShaper.ceil(ofChip, chip.onlyKind().arrays()))));
        return loading.seconds(
                ofChip, (int) ofTile, fullest.rows(), turn.tiling().outputsOf(0));
    }

    /** The blocks of a round out of the memory, through the port, as the step of a recipe. */
    int fetch(Draft draft, int after, Turn turn, int group, int round) {
        double bytes = bytes(turn, group, round);
        boolean many = longestFetch * TICKS_PER_SECOND / 1000 >= MANY;
        double period = many ? 1e-6 : 1e-12;
        int ticks = model.clock(many ? Clocks.ofPeriod(1e-6) : Clocks.SELF_TIMED);
        List<Integer> held = new ArrayList<>();
        if (memory() != null) {
            memory = memory < 0 ? model.resource("memory", ticks, 1, 0, "memory.bandwidth") : memory;
            held.add(memory);
            draft.act(ChipSpec.MEMORY, bytes);
        }
        if (through() != null) {
            port = port < 0 ? model.resource("weights.port", ticks, 1, 0, "weights.port.bandwidth") : port;
            held.add(port);
            draft.act(WeightPort.BYTE, bytes);
        }
        int busy = Math.max(1, PORT.rounded(fetchSeconds(bytes) / period));
        int latency = PORT.plus(busy, PORT.rounded(latencySeconds() / period));
        return draft.path(after, held.stream().mapToInt(Integer::intValue).toArray(), busy, latency, ANY);
    }

    /** The blocks of a round into their arrays. */
    int load(Draft draft, int after, Turn turn, int group, int round, int elementClock) {
        double cycle = TurnShaper.cycle(chip);
        boolean many = longestLoad / cycle > MANY;
        if (arrays < 0) {
            int clock = many ? model.clock(Clocks.ofPeriod(1e-6)) : elementClock;
            arrays = model.resource("weights into arrays", clock, 1, 0, "tile.core");
        }
        double seconds = loadSeconds(turn, group, round);
        int cycles = ARRAYS.orNone(Math.ceil(seconds / (many ? 1e-6 : cycle) * (1 - 1e-12)));
        turn.count(group, round, loading, draft.counts());
        return draft.step(after, arrays, cycles, cycles);
    }

    Draft draft() {
        return new Draft(model, actions);
    }
}
