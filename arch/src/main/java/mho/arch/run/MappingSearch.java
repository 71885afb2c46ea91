package mho.arch.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mho.arch.chip.TimingView;
import mho.arch.plan.CopyChoice;
import mho.arch.plan.CopyPlan;
import mho.arch.plan.Pipeline;
import mho.arch.plan.Placement;
import mho.arch.program.Compiler;
import mho.arch.program.Program;
import mho.core.engine.Engine;
import mho.core.engine.ModelSaysNo;
import mho.core.engine.Timeline;
import mho.core.engine.Watcher;
import mho.workloads.network.Network;

/**
 * Looks for the copies of each layer, and their order, that serve a goal best. It begins with those that the plan of copies asks for and those that fill the
 * chips, and goes on from the best: what keeps its busiest resource busy gets more copies, or fewer, one layer at a time, as strips of its
 * map divide evenly, or layers stand column by column. Each is bounded by one input that runs alone; the best few are simulated, the one that is asked for without a goal
 * among them, so that none is worse than that. Nothing is drawn by chance and no clock is read: equal questions have equal answers.
 */
final class MappingSearch {
    /** Step completions that bounding takes in all, about; three seconds' worth. */
    private static final double EVENTS = 4e7;

    private static final int FEWEST_TRIED = 14;
    private static final int MOST_TRIED = 48;
    /** Of the best bounds, how many are simulated. */
    private static final int SIMULATED = 3;

    /** Steps from one mapping before the next best is gone on from. */
    private static final int STEPS = 4;

    private final TimingView chip;
    private final MappingWorth.Judge judge;
    private final Network folded;
    private final Pipeline pipeline;
    private final CopyChoice choice;
    private final MappingMoves moves;
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
        this.moves = new MappingMoves(pipeline, choice);
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
     * @param moves what to go on with, those that promise most first
     */
    private record Tried(Layout layout, MappingWorth worth, List<CopyPlan> moves) {
        long arrays() {
            return layout.placement().arrays();
        }
    }

    private void bound(Layout layout) {
        Program program = layout.program().get();
        Timeline alone = Engine.run(program.model(), 1, Watcher.NONE);
        OneInput one = new OneInput(plan(layout), program, alone, Pace.boundTicks(alone, program.model()));
        asked.add(one.plan().key());
        events = Math.max(events, alone.events());
        tried.add(new Tried(layout, worth(layout, one), moves.from(one)));
    }

    private MappingWorth worth(Layout layout, OneInput one) {
        TimedRun run = TimedRun.alone(folded, layout.placement(), one.program(), one.alone());
        return judge.of(run, Pace.expectedTicks(one.alone(), one.program().model()));
    }

    private boolean mayBe(Layout layout) {
        return layout.placement().chips() <= choice.chips()
                && choice.fits(plan(layout).copies())
                && !asked.contains(plan(layout).key());
    }

    private static CopyPlan plan(Layout layout) {
        return Objects.requireNonNull(layout.placement().plan());
    }

    /** Whether there was anything to bound. */
    private boolean bound(CopyPlan plan) {
        if (!choice.fits(plan.copies()) || !asked.add(plan.key())) {
            return false;
        }
        try {
            Placement placement = choice.place(plan);
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
            for (CopyPlan move : from.moves) {
                if (steps < STEPS && tried.size() < most && bound(move)) {
                    steps++;
                }
            }
        }
    }

    private Comparator<Tried> order() {
        return Comparator.comparing(Tried::worth).thenComparing(Tried::arrays);
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
