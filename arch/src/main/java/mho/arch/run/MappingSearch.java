package mho.arch.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mho.arch.chip.TimingView;
import mho.arch.plan.CopyChoice;
import mho.arch.plan.Pipeline;
import mho.arch.plan.Placement;
import mho.arch.plan.Stage;
import mho.arch.program.Compiler;
import mho.arch.program.Program;
import mho.core.engine.Engine;
import mho.core.engine.ModelSaysNo;
import mho.core.engine.Timeline;
import mho.core.engine.Watcher;
import mho.workloads.network.Network;

/**
 * Looks for the copies of each layer that serve a goal best. It begins with those that the plan of copies asks for and those that fill the
 * chips, and goes on from the best: what keeps its busiest resource busy gets more copies, or fewer, one layer at a time, as strips of its
 * map divide evenly. Each is bounded by one input that runs alone; the best few are simulated, the one that is asked for without a goal
 * among them, so that none is worse than that. Nothing is drawn by chance and no clock is read: equal questions have equal answers.
 */
final class MappingSearch {
    /** Step completions that bounding takes in all, about; three seconds' worth. */
    private static final double EVENTS = 4e7;

    private static final int FEWEST_TRIED = 6;
    private static final int MOST_TRIED = 48;
    /** Of the best bounds, how many are simulated. */
    private static final int SIMULATED = 3;

    /** Steps from one mapping before the next best is gone on from. */
    private static final int STEPS = 4;

    /** What is as busy as the busiest, up to a part of it, is in the way as well. */
    private static final double AS_BUSY = 0.03;

    private final TimingView chip;
    private final MappingWorth.Judge judge;
    private final Network folded;
    private final Pipeline pipeline;
    private final CopyChoice choice;
    private final List<Tried> tried = new ArrayList<>();
    private final Set<List<Integer>> asked = new HashSet<>();
    /** Step completions of one input, of the mapping that has most. */
    private long events = 1;

    private MappingSearch(TimingView chip, MappingWorth.Judge judge, Network folded, Pipeline pipeline) {
        this.chip = chip;
        this.judge = judge;
        this.folded = folded;
        this.pipeline = pipeline;
        this.choice = new CopyChoice(chip, pipeline);
    }

    /**
     * What is worth simulating, best first: the best bounds and the plan's; where nothing but latency counts, which one input tells, the
     * best alone.
     *
     * @param plans layouts that the plan of copies asks for, the first to the letter
     * @param full those that fill the chips
     */
    static List<Layout> of(
            TimingView chip,
            MappingWorth.Judge judge,
            Network folded,
            Pipeline pipeline,
            List<Layout> plans,
            List<Layout> full) {
        MappingSearch search = new MappingSearch(chip, judge, folded, pipeline);
        plans.forEach(search::bound);
        full.stream().filter(search::mayBe).forEach(search::bound);
        search.climb();
        return search.found();
    }

    /**
     * A mapping and what one input tells of it. Its program is not kept: it is large, and can be written again.
     *
     * @param worth at the interval that one input lets expect
     * @param moves copies to go on with, those that promise most first
     */
    private record Tried(Layout layout, MappingWorth worth, List<int[]> moves) {
        long arrays() {
            return layout.placement().arrays();
        }
    }

    private void bound(Layout layout) {
        Program program = layout.program().get();
        Timeline alone = Engine.run(program.model(), 1, Watcher.NONE);
        OneInput one = new OneInput(copies(layout), program, alone, Pace.boundTicks(alone, program.model()));
        asked.add(list(one.copies));
        events = Math.max(events, alone.events());
        tried.add(new Tried(layout, worth(layout, one), moves(one)));
    }

    /** What one input tells. */
    private record OneInput(int[] copies, Program program, Timeline alone, double boundTicks) {
        double load(int resource) {
            return (double) alone.busy(resource) / program.model().servers(resource);
        }
    }

    private MappingWorth worth(Layout layout, OneInput one) {
        TimedRun run = TimedRun.alone(folded, layout.placement(), one.program, one.alone);
        return judge.of(run, Pace.expectedTicks(one.alone, one.program.model()));
    }

    private boolean mayBe(Layout layout) {
        return layout.placement().chips() <= choice.chips()
                && choice.fits(copies(layout))
                && !asked.contains(list(copies(layout)));
    }

    private int[] copies(Layout layout) {
        return pipeline.stages().stream().mapToInt(layout.placement()::copies).toArray();
    }

    private static List<Integer> list(int[] copies) {
        return Arrays.stream(copies).boxed().toList();
    }

    /** Whether there was anything to bound. */
    private boolean bound(int[] copies) {
        if (!choice.fits(copies) || !asked.add(list(copies))) {
            return false;
        }
        try {
            Placement placement = choice.place(copies);
            if (placement.chips() > choice.chips()) {
                return false;
            }
            bound(new Layout(placement, () -> Compiler.compile(chip, placement)));
            return true;
        } catch (ModelSaysNo refused) { // too large, or buffers too small: one that is not taken
            return false;
        }
    }

    /** Goes on from the best that has not been gone on from, a few steps at a time. */
    private void climb() {
        int most = (int) Math.max(FEWEST_TRIED, Math.min(MOST_TRIED, EVENTS / events));
        Set<Tried> left = Collections.newSetFromMap(new IdentityHashMap<>());
        while (tried.size() < most && left.size() < tried.size()) {
            Tried from = tried.stream()
                    .filter(one -> !left.contains(one))
                    .min(order())
                    .orElseThrow();
            left.add(from);
            int steps = 0;
            for (int[] move : from.moves) {
                if (steps < STEPS && tried.size() < most && bound(move)) {
                    steps++;
                }
            }
        }
    }

    private Comparator<Tried> order() {
        return Comparator.comparing(Tried::worth).thenComparing(Tried::arrays);
    }

    /** Other copies of a layer that what is in the way is busy for, those that promise most first. */
    private List<int[]> moves(OneInput from) {
        List<int[]> moves = new ArrayList<>(together(from));
        for (int resource : inTheWay(from)) {
            for (Stage stage : usersOf(from, resource)) {
                boolean arrays = from.program.pipelines().get(stage.id()).get(resource);
                int now = from.copies[stage.id()];
                int[] others = arrays
                        ? new int[] {
                            choice.more(stage, now * 2 - 1), choice.more(stage, now * 3 / 2), choice.more(stage, now)
                        }
                        : new int[] {
                            choice.more(stage, now * 3 / 2),
                            choice.fewer(stage, now / 2 + 1),
                            choice.more(stage, now),
                            choice.fewer(stage, now)
                        };
                for (int copies : others) {
                    if (copies != now && copies > 0) {
                        int[] move = from.copies.clone();
                        move[stage.id()] = copies;
                        moves.add(choice.madeToFit(move, stage));
                    }
                }
            }
        }
        return moves;
    }

    /** More copies of all layers whose own arrays are in the way: one alone would leave the others there. */
    private List<int[]> together(OneInput from) {
        List<Stage> slow = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            double most = from.program.pipelines().get(stage.id()).stream()
                    .mapToDouble(resource -> from.load(resource))
                    .max()
                    .orElse(0);
            if (choice.isOpen(stage) && most >= from.boundTicks * (1 - AS_BUSY)) {
                slow.add(stage);
            }
        }
        List<int[]> moves = new ArrayList<>();
        for (double factor : slow.size() < 2 ? new double[0] : new double[] {2, 1.5, 1}) {
            int[] move = from.copies.clone();
            for (Stage stage : slow) {
                move[stage.id()] = choice.more(stage, (int) (factor * move[stage.id()]) - (factor > 1 ? 1 : 0));
            }
            if (choice.fits(move)) {
                moves.add(move);
            }
        }
        return moves;
    }

    private static int[] inTheWay(OneInput from) {
        int resources = from.program.model().resources();
        double most = from.boundTicks;
        return IntStream.range(0, resources)
                .filter(r -> from.load(r) >= most * (1 - AS_BUSY))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer r) -> -from.load(r)))
                .limit(3)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Layers with copies to choose that keep a resource busy. */
    private List<Stage> usersOf(OneInput from, int resource) {
        List<Stage> users = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            BitSet used = from.program.resources().get(stage.id());
            BitSet arrays = from.program.pipelines().get(stage.id());
            if (used.get(resource) || arrays.get(resource)) {
                Stage with = stage.tiling() == null && !stage.isInput()
                        ? pipeline.stages().get(stage.inputs().get(0).producer())
                        : stage;
                if (choice.isOpen(with) && !users.contains(with)) {
                    users.add(with);
                }
            }
        }
        return users;
    }

    private List<Layout> found() {
        List<Tried> sorted = new ArrayList<>(tried);
        sorted.sort(order());
        Tried plan = tried.get(0);
        Set<Tried> worth =
                new LinkedHashSet<>(sorted.subList(0, judge.isToldByOne() ? 1 : Math.min(SIMULATED, sorted.size())));
        if (!judge.isToldByOne()) {
            worth.add(plan);
        }
        return worth.stream()
                .map(one -> new Layout(
                        one.layout.placement(),
                        one.layout.program(),
                        new SearchNote(judge.goal(), tried.size(), plan.worth.cost(), one.worth.cost())))
                .toList();
    }
}
