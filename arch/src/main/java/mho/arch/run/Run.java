package mho.arch.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.chip.Roofline;
import mho.arch.chip.TimingView;
import mho.arch.plan.Cuts;
import mho.arch.plan.Placement;
import mho.arch.program.Program;
import mho.arch.roofline.RooflineCompiler;
import mho.core.engine.Arrivals;
import mho.core.engine.Clock;
import mho.core.engine.Engine;
import mho.core.engine.Inflow;
import mho.core.engine.Model;
import mho.core.engine.ModelSaysNo;
import mho.core.engine.Timeline;
import mho.core.engine.Watcher;
import mho.workloads.network.Network;
import org.jspecify.annotations.Nullable;

/** One run, everything in order: map, compile, simulate. */
public final class Run {
    /** Part by which intervals of mappings may differ and count as equal. */
    private static final double EQUAL = 0.001;

    /** On a reference machine batches always follow one another. */
    private static final int LEAST_BATCHES = 2;

    private Run() {}

    /**
     * @throws mho.core.engine.ModelSaysNo if the network does not fit or the run gets stuck
     * @throws mho.core.yaml.BadInput if the chip lacks a figure
     */
    public static RunResult run(ChipSpec chip, Network network, InputCount inputs, Watcher watcher) {
        return run(chip, Inventory.of(chip), InputPrices.NONE, network, inputs, watcher);
    }

    /** The same on a chip whose mapping may be searched for by what inputs cost. */
    public static RunResult run(
            ChipSpec chip,
            Inventory inventory,
            InputPrices prices,
            Network network,
            InputCount inputs,
            Watcher watcher) {
        Network folded = network.folded();
        TimedRun timed = time(
                chip.timingView(),
                prices,
                folded,
                Cuts.of(chip, folded),
                inputs,
                (placement, program) -> watcher,
                phase -> {});
        return new RunResult(chip, timed, inventory, null);
    }

    /** The same on a reference machine. */
    public static RunResult run(Roofline machine, Network network, int least, Watcher watcher) {
        TimedRun timed = time(machine, network.folded(), least, null, (placement, program) -> watcher, phase -> {});
        return new RunResult(machine, timed, Inventory.of(machine), null);
    }

    /**
     * The part that values have no say in, and prices only where a mapping is searched for by them: one input alone, and as many as
     * asked behind one another.
     *
     * @param folded as the chip runs it
     * @param cuts of its matrices
     * @param watching told what is going to run, and asked who watches it
     * @param done told the name of each phase as it ends: map, compile, simulate
     */
    public static TimedRun time(
            TimingView chip,
            InputPrices prices,
            Network folded,
            Cuts cuts,
            InputCount inputs,
            BiFunction<Placement, Program, Watcher> watching,
            Consumer<String> done) {
        MappingWorth.Judge judge = new MappingWorth.Judge(chip.mapping(), prices);
        List<Layout> candidates = Layout.of(chip, folded, cuts, judge);
        done.accept("map");
        Layout layout =
                candidates.size() == 1 && judge.isToldByOne() ? candidates.get(0) : best(folded, candidates, judge);
        done.accept("choose");
        Program program = layout.program().get();
        done.accept("compile");
        Placement placement = layout.placement();
        InputCount runs = placement.takesTurns() ? inputs : inputs.inBatches(placement.batch());
        TimedRun timed = stream(folded, placement, program, runs, watching.apply(placement, program), chip.wakeUp())
                .with(layout.search());
        done.accept("simulate");
        return timed;
    }

    /**
     * The same, and then inputs that come from outside.
     *
     * @param load null for none
     */
    public static TimedRun time(
            TimingView chip,
            InputPrices prices,
            Network folded,
            Cuts cuts,
            InputCount inputs,
            @Nullable OpenLoad load,
            BiFunction<Placement, Program, Watcher> watching,
            Consumer<String> done) {
        if (load != null && chip.wakeUp() > 0) {
            throw new ModelSaysNo(
                    "chip %s switches parts off between their uses, and how long inputs wait for them that come when they like is not modelled: switch off only what no layer uses (gating.parts=unused), or leave the arrivals away"
                            .formatted(chip.chip()));
        }
        Watcher[] watcher = {Watcher.NONE};
        TimedRun timed = time(
                chip,
                prices,
                folded,
                cuts,
                inputs,
                (placement, program) -> watcher[0] = watching.apply(placement, program),
                done);
        if (load == null) {
            return timed;
        }
        TimedRun open = timed.with(OpenRun.of(load, timed.program().model(), watcher[0]::progress));
        done.accept("arrivals");
        return open;
    }

    /**
     * The same on a reference machine: no mapping, no cuts, layers in turn; an input of the program is a batch.
     *
     * @param least inputs that follow one another at least
     * @param load null for none
     */
    public static TimedRun time(
            Roofline machine,
            Network folded,
            int least,
            @Nullable OpenLoad load,
            BiFunction<Placement, Program, Watcher> watching,
            Consumer<String> done) {
        RooflineCompiler.Compiled turns = RooflineCompiler.compile(machine, folded);
        done.accept("compile");
        int batches = Math.max(LEAST_BATCHES, (least + machine.batch() - 1) / machine.batch());
        Watcher watcher = watching.apply(turns.placement(), turns.program());
        TimedRun timed =
                stream(folded, turns.placement(), turns.program(), InputCount.untilSteady(batches), watcher, 0);
        done.accept("simulate");
        if (load == null) {
            return timed;
        }
        TimedRun open = timed.with(OpenRun.of(load, turns.program().model(), watcher::progress));
        done.accept("arrivals");
        return open;
    }

    /**
     * What one input alone tells of a run: its latency to the tick, and an interval that no stream of inputs is faster than. Much cheaper than
     * the run; null where it tells nothing for certain, as mappings have to be compared or layers take turns, whose first input may bring
     * weights that later ones find there.
     *
     * @throws mho.core.engine.ModelSaysNo if the network does not fit or the input gets stuck
     */
    public static @Nullable TimedRun alone(TimingView chip, InputPrices prices, Network folded, Cuts cuts) {
        List<Layout> candidates = Layout.of(chip, folded, cuts, new MappingWorth.Judge(chip.mapping(), prices));
        Layout layout = candidates.get(0);
        if (chip.mapping().goal() != null
                || candidates.size() > 1
                || layout.placement().takesTurns()) {
            return null;
        }
        Program program = layout.program().get();
        Model model = program.model();
        Timeline one = alone(model, chip.wakeUp(), Watcher.NONE);
        Pace bound = new Pace(Pace.boundTicks(one, model), one.finish(0), 0, 0, 0, true);
        return new TimedRun(folded, layout.placement(), program, one, one, bound);
    }

    /** The mapping that serves best once inputs follow one another; of equals, the one of fewest arrays. */
    private static Layout best(Network folded, List<Layout> candidates, MappingWorth.Judge judge) {
        List<Bounded> promising = new ArrayList<>();
        for (Layout candidate : candidates) {
            Program program = candidate.program().get();
            Timeline one = Engine.run(program.model(), 1, Watcher.NONE);
            TimedRun alone = TimedRun.alone(folded, candidate.placement(), program, one);
            promising.add(new Bounded(candidate, program, judge.of(alone, Pace.boundTicks(one, program.model()))));
        }
        promising.sort(Comparator.comparing(Bounded::worth));
        Layout best = promising.get(0).layout;
        @Nullable MappingWorth most = null;
        for (Bounded next : promising) {
            if (most != null && judge.isBound() && next.worth.cost() > most.cost() * (1 + EQUAL)) {
                break; // no input can follow another faster than that
            }
            TimedRun run =
                    stream(folded, next.layout.placement(), next.program, InputCount.untilSteady(2), Watcher.NONE, 0);
            MappingWorth worth = judge.of(run, run.pace().intervalTicks());
            boolean fewer = next.layout.placement().arrays() < best.placement().arrays();
            if (worth.isBetterThan(most, 1 - EQUAL) || fewer && worth.isBetterThan(most, 1 + EQUAL)) {
                best = next.layout;
                most = worth.orCheaper(most);
            }
        }
        judge.check(Objects.requireNonNull(most), promising.size());
        return best;
    }

    /** @param worth at the interval that its busiest resource allows */
    private record Bounded(Layout layout, Program program, MappingWorth worth) {}

    /** @param wakeUpS what the input waits for that finds the chip at rest; in a stream parts are woken ahead */
    private static TimedRun stream(
            Network folded, Placement placement, Program program, InputCount asked, Watcher watcher, double wakeUpS) {
        Model model = program.model();
        InputCount inputs = RunLimits.checked(model, asked);
        if (inputs.most() == 1) {
            Timeline one = alone(model, wakeUpS, watcher);
            return new TimedRun(folded, placement, program, one, one, Pace.alone(one, model));
        }
        Timeline alone = alone(model, wakeUpS, Watcher.NONE);
        SteadyInflow settling = new SteadyInflow(inputs, Pace.boundTicks(alone, model));
        Timeline stream = Engine.run(model, inputs.most(), settling, watcher);
        return new TimedRun(
                folded,
                placement,
                program,
                alone,
                stream,
                Pace.of(stream, model, settling.watched(), settling.filling()));
    }

    private static Timeline alone(Model model, double wakeUpS, Watcher watcher) {
        long comes = comes(wakeUpS);
        return Engine.run(model, 1, Inflow.ALL, comes == 0 ? Arrivals.AT_ONCE : Arrivals.at(comes), watcher);
    }

    private static long comes(double wakeUpS) {
        return Math.round(wakeUpS * Clock.TICKS_PER_SECOND);
    }

    /** Tick at which one input alone comes in: as soon as the chip, which it finds at rest, is awake. */
    public static long comes(TimingView chip) {
        return comes(chip.wakeUp());
    }
}
