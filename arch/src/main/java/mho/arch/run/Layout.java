package mho.arch.run;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mho.arch.chip.Mapping;
import mho.arch.chip.ReloadedWeights;
import mho.arch.chip.TimingView;
import mho.arch.chip.WeightSource;
import mho.arch.plan.Cuts;
import mho.arch.plan.Mapper;
import mho.arch.plan.Pipeline;
import mho.arch.plan.Placement;
import mho.arch.plan.TooLarge;
import mho.arch.program.Compiler;
import mho.arch.program.Program;
import mho.arch.turns.Turns;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * A network laid out on a chip by the chip's schedule, and the program it makes.
 *
 * @param program written when it is asked for
 * @param search what was looked at to find it; null where the plan of copies says it all
 */
record Layout(Placement placement, Supplier<Program> program, @Nullable SearchNote search) {
    Layout(Placement placement, Supplier<Program> program) {
        this(placement, program, null);
    }

    /** Those that a chip's mapping leaves to choose from, the first being what it asks for to the letter. */
    static List<Layout> of(TimingView chip, Network folded, Cuts cuts, MappingWorth.Judge judge) {
        Mapping mapping = chip.mapping();
        boolean learning = folded.nodes().stream()
                .map(Node::partner)
                .anyMatch(partner -> partner != null && partner.role().takesArrays());
        boolean moving = chip.weights() != null || mapping.inputsTogether() > 1 && !learning;
        if (mapping.schedule() == Mapping.Schedule.SPATIAL && moving) {
            throw new ModelSaysNo(
                    "%s of %s needs layers that take turns: give mapping.schedule=sequential, or leave it out"
                            .formatted(chip.weights() != null ? "weights" : "mapping.batch", chip.chip()));
        }
        if (mapping.schedule() == Mapping.Schedule.SEQUENTIAL || moving) {
            if (handsOn(chip)) {
                throw new ModelSaysNo(
                        "on %s layers hand voltages on, which nothing keeps until a turn comes: give every layer arrays of its own (mapping.schedule=spatial, no weights, no mapping.batch), or convert every layer's results (tile.core.analog-link=null)"
                                .formatted(chip.chip()));
            }
            if (learning) {
                throw new ModelSaysNo(
                        "on %s layers take turns, and arrays whose weights come anew for every turn do not learn: take a chip that trains (analog-train), with every layer on arrays of its own"
                                .formatted(chip.chip()));
            }
            if (mapping.goal() != null) {
                throw new ModelSaysNo(
                        "mapping.goal is what copies are searched for where each layer has arrays of its own, and on %s layers take turns: leave mapping.goal out, or give mapping.schedule=spatial"
                                .formatted(chip.chip()));
            }
            if (chip.kinds().size() > 1) {
                throw new ModelSaysNo(
                        "layers take turns on tiles of one kind, and %s has several (%s): give mapping.schedule=spatial, no weights and no mapping.batch, or a chip of one kind"
                                .formatted(
                                        chip.chip(),
                                        chip.kinds().stream()
                                                .map(kind -> kind.path().text())
                                                .collect(Collectors.joining(", "))));
            }
            return List.of(inTurns(chip, folded, cuts));
        }
        try {
            return spatial(chip, folded, cuts, judge);
        } catch (TooLarge large) {
            if (learning || mapping.schedule() != null || chip.kinds().size() > 1 || handsOn(chip)) {
                throw large;
            }
            if (chip.onlyKind().element().loading() == null) {
                throw new ModelSaysNo(
                        large.getMessage()
                                + "; or state what a write takes, and layers take turns on the arrays (tile.core.array.write={pulse: 100 ns, pulses: 4, energy: 10 pJ}, say)");
            }
            return List.of(inTurns(chip.with(new ReloadedWeights(null)), folded, cuts));
        }
    }

    private static boolean handsOn(TimingView chip) {
        return chip.kinds().stream().anyMatch(kind -> kind.element().analog() != null);
    }

    private static List<Layout> spatial(TimingView chip, Network folded, Cuts cuts, MappingWorth.Judge judge) {
        Pipeline pipeline = Pipeline.of(folded, cuts);
        if (chip.mapping().goal() == null) {
            return laidOut(chip, pipeline);
        }
        TimingView within = judge.within(chip);
        return MappingSearch.of(
                within, judge, folded, pipeline, laidOut(within, pipeline), laidOut(within.filled(), pipeline));
    }

    private static List<Layout> laidOut(TimingView chip, Pipeline pipeline) {
        return Mapper.candidates(chip, pipeline).stream()
                .map(placement -> new Layout(placement, () -> Compiler.compile(chip, placement)))
                .toList();
    }

    private static Layout inTurns(TimingView chip, Network folded, Cuts cuts) {
        Turns turns = Turns.of(chip.turning(), Pipeline.of(task(folded, chip.weights()), cuts));
        return new Layout(turns.placement(), turns::program);
    }

    private static Task task(Network folded, @Nullable WeightSource weights) {
        return weights == null ? Task.inference(folded) : Task.inference(folded, weights.keeping());
    }
}
