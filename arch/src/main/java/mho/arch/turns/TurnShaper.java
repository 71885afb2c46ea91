package mho.arch.turns;

import mho.arch.chip.Mapping;
import mho.arch.chip.TimingView;
import mho.arch.cut.Tiling;
import mho.arch.element.Block;
import mho.arch.element.BlockLoading;
import mho.arch.plan.Stage;
import mho.core.engine.ModelSaysNo;
import mho.workloads.task.Verb;

/** Finds how each layer takes its turn. */
final class TurnShaper {
    /** Vectors of a step: what lies before and behind the arrays is in the way of the first and the last of them alone. */
    private static final int STEP = 64;

    /** Steps of a round; more tell nothing. */
    private static final int MOST_STEPS = 32;

    /** Windows that the arrays of one layer have; each is simulated. */
    private static final long MOST_WINDOWS = 1 << 22;

    /** Part by which turns of equal length may differ by rounding. */
    private static final double EQUAL = 1e-9;

    private final TimingView chip;
    private final long places;
    private final int batch;
    /** Blocks for which there is room beside those of every layer; unlimited where blocks do not stay from layer to layer. */
    private long room;

    /**
     * @param room blocks for which there is room beside one copy of every layer
     */
    TurnShaper(TimingView chip, int batch, long room) {
        this.chip = chip;
        this.places = places(chip);
        this.batch = batch;
        this.room = room;
    }

    /** Arrays of all chips. */
    static long places(TimingView chip) {
        return (long) chip.fabric().chips()
                * chip.fabric().tiles()
                * chip.onlyKind().arrays();
    }

    /** @param stage with a matrix */
    TurnShape shape(Stage stage, Tiling tiling) {
        int kept = chip.onlyKind().element().blocksKept();
        long blocks = tiling.arrays();
        long capacity = places * kept;
        boolean ordered = stage.node().recurrent();
        int windows = Math.multiplyExact(
                stage.windows(), 1 + stage.node().earlierPasses().size());
        boolean atOnce = blocks * stage.instances() <= capacity;
        int tiles = chip.fabric().chips() * chip.fabric().tiles();
        int copies = stage.instances() > 1 || ordered || !atOnce
                ? 1
                : copies(stage, tiling, counted(stage, (long) windows * batch));
        int sites = stage.instances() > 1 && atOnce ? Math.min(stage.instances(), tiles) : Math.min(copies, tiles);
        int beside = Math.max(1, copies / sites);
        int matrices = Tiling.ceilDiv(stage.instances(), sites);
        int vectors = ordered || stage.instances() > 1
                ? batch
                : Tiling.ceilDiv(counted(stage, (long) windows * batch), sites);
        if (atOnce) {
            int turns = (int) ceil(blocks * matrices, Math.max(1, places / sites / beside));
            int passes = ordered ? windows : 1;
            double there = stage.instances() > 1 ? stage.instances() : ordered ? 1 : (double) windows * batch;
            double filled = there / ((double) sites * (stage.instances() > 1 ? matrices : ordered ? 1 : vectors));
            return new TurnShape(
                    sites,
                    beside,
                    matrices,
                    passes,
                    1,
                    tiling.columnBlocks(),
                    1,
                    tiling.rowBlocks(),
                    turns,
                    vectors,
                    steps(vectors / beside),
                    true,
                    ordered,
                    filled);
        }
        return inRounds(stage, tiling, ordered, windows, vectors);
    }

    private TurnShape inRounds(Stage stage, Tiling tiling, boolean ordered, int windows, int vectors) {
        long capacity = places * chip.onlyKind().element().blocksKept();
        int rows = (int) Math.min(tiling.rowBlocks(), capacity);
        int rowRounds = Tiling.ceilDiv(tiling.rowBlocks(), rows);
        int columns = rowRounds > 1 ? 1 : (int) Math.min(tiling.columnBlocks(), capacity / rows);
        int groups = Tiling.ceilDiv(tiling.columnBlocks(), columns);
        int kept = chip.onlyKind().element().sumsKept();
        int most = rowRounds > 1 && kept > 0 ? kept : Integer.MAX_VALUE;
        if (ordered && vectors > most) {
            throw new ModelSaysNo(
                    "layer %s has %d inputs at once whose sums wait for further rows, and the core keeps those of %d: give a smaller mapping.batch, or more tile.core.accumulators"
                            .formatted(stage.node().name(), vectors, most));
        }
        int passes = ordered ? windows : Tiling.ceilDiv(vectors, most);
        int each = ordered ? vectors : Tiling.ceilDiv(vectors, passes);
        passes = counted(stage, (long) passes * stage.instances());
        int turns = (int) ceil((long) rows * columns, places);
        TurnShape shape = new TurnShape(
                1,
                1,
                1,
                passes,
                groups,
                columns,
                rowRounds,
                rows,
                turns,
                stage.instances() > 1 ? each : vectors,
                steps(each),
                false,
                ordered || stage.instances() > 1,
                stage.instances() > 1 ? batch / ((double) each * passes / stage.instances()) : 1);
        if ((double) passes * groups * rowRounds * shape.steps() > MOST_WINDOWS) {
            throw new ModelSaysNo(
                    "layer %s is worked on in %.0f rounds of weights, more than the %d that are simulated: give a smaller mapping.batch, more tile.core.accumulators, or larger arrays"
                            .formatted(
                                    stage.node().name(),
                                    (double) passes * groups * rowRounds * shape.steps(),
                                    MOST_WINDOWS));
        }
        return shape;
    }

    private int counted(Stage stage, long many) {
        if (many > Integer.MAX_VALUE / 2) {
            throw new ModelSaysNo(
                    "layer %s has %d vectors in a batch, more than can be counted: give a smaller mapping.batch"
                            .formatted(stage.node().name(), many));
        }
        return (int) many;
    }

    /**
     * As many as shorten the layer's turn most, what it takes to load them included; of equals the most, for an array that takes the
     * blocks of a column in turn sends no partial sums.
     */
    private int copies(Stage stage, Tiling tiling, int vectors) {
        int stated = chip.mapping().copiesOf(stage.node().name(), stage.node().copies());
        int blocks = tiling.arrays();
        long stored = places * chip.onlyKind().element().blocksKept() / blocks;
        int most = (int) Math.max(1, Math.min(Math.min(stored, places), Math.min(1 + room / blocks, vectors)));
        if (stated > 0 || chip.mapping().copies() == Mapping.Copying.ONE) {
            most = Math.max(1, Math.min(most, Math.max(1, stated)));
            return taken(blocks, most);
        }
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int copies = 1; copies <= most; copies = next(copies, most)) {
            double seconds = seconds(tiling, vectors, copies);
            if (seconds < least * (1 + EQUAL)) {
                least = Math.min(least, seconds);
                best = copies;
            }
        }
        return taken(blocks, best);
    }

    private static int next(int copies, int most) {
        return copies < most && 2 * copies > most ? most : 2 * copies;
    }

    private int taken(int blocks, int copies) {
        room -= (long) blocks * (copies - 1);
        return copies;
    }

    private double seconds(Tiling tiling, int vectors, int copies) {
        int blocks = tiling.arrays();
        int turns = (int) ceil(blocks, places / copies);
        Block fullest = Block.fullest(tiling);
        double each = chip.onlyKind().element().service(Verb.MULTIPLY, fullest).occupancyCycles() * cycle(chip);
        BlockLoading loading =
                chip.weights() == null ? null : chip.onlyKind().element().loading();
        long arrays = Math.min(places, (long) blocks * copies);
        double load = loading == null
                ? 0
                : loading.seconds(
                        ceil(arrays, chip.fabric().chips()),
                        (int) Math.min(arrays, chip.onlyKind().arrays()),
                        fullest.rows(),
                        tiling.outputsOf(0));
        return load + each * turns * Tiling.ceilDiv(vectors, copies);
    }

    /** Of the elements' own clock, seconds. */
    static double cycle(TimingView chip) {
        Double hertz = chip.onlyKind().element().clock();
        return hertz == null ? chip.cycle() : 1 / hertz;
    }

    private static int steps(int vectors) {
        return Math.max(1, Math.min(MOST_STEPS, vectors / STEP));
    }

    static long ceil(long a, long b) {
        return (a + b - 1) / b;
    }
}
