package mho.arch.roofline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import mho.arch.chip.Roofline;
import mho.arch.plan.Pipeline;
import mho.arch.plan.Placement;
import mho.arch.plan.Stage;
import mho.arch.plan.StagePlacement;
import mho.arch.plan.TurnTaking;
import mho.arch.program.Program;
import mho.core.cost.ActionIndex;
import mho.core.cost.Counts;
import mho.core.engine.Clock;
import mho.core.engine.Cycles;
import mho.core.engine.Model;
import mho.core.engine.ModelBuilder;
import mho.core.engine.RecipeBuilder;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.task.Keeping;
import mho.workloads.task.Operation;
import mho.workloads.task.Task;

/**
 * Writes what a reference machine does, for the engine: a stage for each layer, of one window, which is a batch. Units and memory are
 * resources that work side by side; each layer begins when the one before it is done, and the first when the last is done with the batch
 * before.
 *
 * <p>Times are whole ticks of a clock that the longest layer takes some billion of.
 */
public final class RooflineCompiler {
    /** Of the longest step of a layer, far below what a step may take. */
    private static final double CYCLES = 1e9;

    private static final int[] LAST = {0};
    private static final int[] RELEASED = {1};

    private final Roofline machine;
    private final HomeLevel home;
    private final List<Node> nodes;
    private final ModelBuilder model = Model.builder();
    private final Cycles cycles;
    private final double cycleS;
    private final int clock;
    private int compute = -1;
    private int memory = -1;

    private RooflineCompiler(Roofline machine, Network folded) {
        this.machine = machine;
        this.home = HomeLevel.of(machine, folded);
        this.nodes = folded.nodes();
        long period = period();
        this.cycleS = (double) period / Clock.TICKS_PER_SECOND;
        this.clock = model.clock(Clock.ofPeriod(period));
        this.cycles = new Cycles(machine.chip(), "a smaller batch or network");
    }

    /** What runs, and where: nowhere in particular. */
    public record Compiled(Placement placement, Program program) {}

    /**
     * @param folded as the machine runs it
     * @throws mho.core.engine.ModelSaysNo if it does not fit
     */
    public static Compiled compile(Roofline machine, Network folded) {
        return new Compiled(placement(machine, folded), new RooflineCompiler(machine, folded).program());
    }

    /** How long each layer of a network takes, by its number; layers that only bring inputs take none. */
    public static List<LayerTime> times(Roofline machine, Network folded) {
        HomeLevel home = HomeLevel.of(machine, folded);
        return folded.nodes().stream().map(node -> time(machine, home, node)).toList();
    }

    private static LayerTime time(Roofline machine, HomeLevel home, Node node) {
        return node.isInput() ? new LayerTime(0, 0, 0) : LayerTime.of(machine, home, LayerDemand.of(node));
    }

    private static Placement placement(Roofline machine, Network folded) {
        List<Stage> stages = new ArrayList<>();
        List<StagePlacement> seats = new ArrayList<>();
        for (Operation operation : Task.inference(folded).operations()) {
            stages.add(new Stage(operation, 0, null, null, 1, List.of()));
            seats.add(new StagePlacement(List.of(), new int[0]));
        }
        int[] copies = new int[stages.size()];
        Arrays.fill(copies, 1);
        TurnTaking turns = new TurnTaking(machine.batch(), Keeping.STREAMED, copies);
        return Placement.inTurns(new Pipeline(stages, List.of()), seats, 0, 1, 0, turns);
    }

    /** Ticks of the clock, a power of ten. */
    private long period() {
        double longest = 0;
        for (Node node : nodes) {
            LayerTime time = time(machine, home, node);
            longest = Math.max(longest, Math.max(Math.max(time.computeS(), time.memoryS()), time.overheadS()));
        }
        double ticks = 1;
        while (ticks * CYCLES < longest * Clock.TICKS_PER_SECOND) {
            ticks *= 10;
        }
        return (long) Math.min(ticks, Clock.HORIZON / 2);
    }

    private Program program() {
        ActionIndex actions = new ActionIndex();
        List<Counts> counts = new ArrayList<>();
        List<BitSet> used = new ArrayList<>();
        List<BitSet> none = new ArrayList<>();
        for (Node node : nodes) {
            BitSet resources = new BitSet();
            Counts count = new Counts(actions);
            count.add(Roofline.BUSY, addStage(node, resources) * cycleS);
            counts.add(count);
            used.add(resources);
            none.add(new BitSet());
            if (node.id() > 0) {
                model.edge(node.id() - 1, node.id(), LAST, RELEASED, Model.UNBOUNDED);
            }
        }
        model.edge(nodes.size() - 1, 0, LAST, RELEASED, Model.UNBOUNDED, 1);
        return new Program(
                model.build(),
                actions.list(),
                counts,
                used,
                none,
                IntStream.range(0, nodes.size()).toArray());
    }

    /** Returns the cycles that the layer takes. */
    private long addStage(Node node, BitSet resources) {
        LayerTime time = time(machine, home, node);
        int computing = cycles.orNone(time.computeS() / cycleS);
        int moving = cycles.orNone(time.memoryS() / cycleS);
        int beside = cycles.orNone(time.overheadS() / cycleS);
        RecipeBuilder recipe = model.recipe();
        List<Integer> before = new ArrayList<>();
        if (computing > 0) {
            before.add(recipe.step(compute(), computing, computing));
            resources.set(compute());
        }
        if (moving > 0) {
            before.add(recipe.step(memory(), moving, moving));
            resources.set(memory());
        }
        if (beside > 0 || before.isEmpty()) {
            int step = recipe.delay(clock, beside);
            before.forEach(earlier -> recipe.after(step, earlier));
        }
        model.stage(node.name(), 1, new int[] {recipe.build()}, 1);
        return Math.max(computing, moving) + (long) beside;
    }

    private int compute() {
        if (compute < 0) {
            compute = model.resource(Roofline.COMPUTE, clock, 1, 0, "peak");
        }
        return compute;
    }

    private int memory() {
        if (memory < 0) {
            String name = home.memory().name();
            memory = model.resource(name, clock, 1, 0, "memory." + name + ".bandwidth");
        }
        return memory;
    }
}
