package mho.arch.turns;

import java.util.Objects;
import mho.arch.chip.TimingView;
import mho.arch.chip.WeightPort;
import mho.arch.element.Block;
import mho.arch.element.BlockLoading;
import mho.arch.fabric.Clocks;
import mho.arch.fabric.Draft;
import mho.core.cost.ActionIndex;
import mho.core.cost.Counts;
import mho.core.engine.Clock;
import mho.core.engine.Cycles;
import mho.core.engine.ModelBuilder;
import org.jspecify.annotations.Nullable;

/** How blocks of weights come in: through the port, then into the arrays. */
final class WeightSteps {
    private static final double TICKS_PER_SECOND = Clock.TICKS_PER_SECOND;

    /** Steps longer than so many cycles are counted by a longer one. */
    private static final double MANY = 1e9;

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
    private int arrays = -1;

    WeightSteps(TimingView chip, TurnPlan plan, ModelBuilder model, ActionIndex actions) {
        this.chip = chip;
        this.model = model;
        this.actions = actions;
        this.loading = Objects.requireNonNull(chip.element().loading());
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

    boolean hasPort() {
        return through() != null;
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

    /** Every chip fetches what its arrays take through a port of its own. */
    private double fetchSeconds(double bytes) {
        WeightPort port = through();
        return port == null ? 0 : port.busySeconds(bytes / chip.fabric().chips());
    }

    private double loadSeconds(Turn turn, int group, int round) {
        long loaded = turn.blocks(group, round);
        Block fullest = Block.fullest(turn.tiling());
        long ofChip = TurnShaper.ceil(loaded, chip.fabric().chips());
        long ofTile = TurnShaper.ceil(
                ofChip, Math.min(chip.fabric().tiles(), Math.max(1, TurnShaper.ceil(ofChip, chip.arraysPerTile()))));
        return loading.seconds(
                ofChip, (int) ofTile, fullest.rows(), turn.tiling().outputsOf(0));
    }

    /** The blocks of a round through the port, as the step of a recipe. */
    int fetch(Draft draft, int after, Turn turn, int group, int round) {
        WeightPort through = Objects.requireNonNull(through());
        double bytes = bytes(turn, group, round);
        Clock clock = longestFetch * TICKS_PER_SECOND / 1000 < MANY ? Clocks.SELF_TIMED : Clocks.ofPeriod(1e-6);
        double period = longestFetch * TICKS_PER_SECOND / 1000 < MANY ? 1e-12 : 1e-6;
        if (port < 0) {
            port = model.resource("weights.port", model.clock(clock), 1, 0, "weights.port.bandwidth");
        }
        draft.act(WeightPort.BYTE, bytes);
        int busy = PORT.rounded(fetchSeconds(bytes) / period);
        return draft.step(
                after, port, Math.max(1, busy), PORT.plus(Math.max(1, busy), PORT.rounded(through.latency() / period)));
    }

    /** The blocks of a round into their arrays. */
    int load(Draft draft, int after, Turn turn, int group, int round, int elementClock) {
        Double hertz = chip.element().clock();
        double cycle = hertz == null ? chip.tile().cycle() : 1 / hertz;
        boolean many = longestLoad / cycle > MANY;
        if (arrays < 0) {
            int clock = many ? model.clock(Clocks.ofPeriod(1e-6)) : elementClock;
            arrays = model.resource("weights into arrays", clock, 1, 0, "tile.core");
        }
        double seconds = loadSeconds(turn, group, round);
        int cycles = ARRAYS.orNone(Math.ceil(seconds / (many ? 1e-6 : cycle) * (1 - 1e-12)));
        Counts counts = draft.counts();
        int sites = turn.stage().instances() > 1 ? 1 : turn.shape().sites();
        for (int site = 0; site < sites; site++) {
            turn.sum(group, round, (rows, outputs) -> {
                loading.count(rows, outputs, counts);
                return 0;
            });
        }
        return draft.step(after, arrays, cycles, cycles);
    }

    Draft draft() {
        return new Draft(model, actions);
    }
}
