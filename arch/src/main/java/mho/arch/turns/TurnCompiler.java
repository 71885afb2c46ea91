package mho.arch.turns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mho.arch.chip.TimingView;
import mho.arch.fabric.Draft;
import mho.arch.plan.Stage;
import mho.arch.plan.StageEdge;
import mho.arch.program.Program;
import mho.core.cost.ActionIndex;
import mho.core.cost.Counts;
import mho.core.engine.Cycles;
import mho.core.engine.Model;
import mho.core.engine.ModelBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Writes layers that take turns as stages: of every layer its results, under its own number; behind them its arrays, the loading of its
 * blocks and their fetching, where there are any. A whole batch is one input of the model.
 *
 * <p>Arrays begin a layer when its inputs are complete and the layer before has left them. Loads follow one another from layer to layer
 * and batch to batch: load n waits for room in the arrays, so for what load n - room was for, and fetch n for room between port and
 * arrays.
 */
final class TurnCompiler {
    /** Batches whose inputs are in the buffers at once. */
    private static final int INPUTS_AHEAD = 2;

    /** Steps of a layer without weights, and windows of a step at least. */
    private static final int DIGITAL_STEPS = 16;

    private final TurnPlan plan;
    private final ModelBuilder model = Model.builder();
    private final ActionIndex actions = new ActionIndex();
    private final TurnRecipes recipes;
    private final @Nullable WeightSteps weights;
    private final List<Counts> counts = new ArrayList<>();
    private final List<BitSet> resources = new ArrayList<>();
    private final Map<Integer, Integer> arrays = new HashMap<>();
    private final Map<Integer, Integer> loads = new HashMap<>();
    private final Map<Integer, Integer> fetches = new HashMap<>();
    private final List<Turn> turns;

    private TurnCompiler(TimingView chip, TurnPlan plan) {
        this.plan = plan;
        this.recipes = new TurnRecipes(chip, plan, model, actions);
        this.weights = plan.loads() ? new WeightSteps(chip, plan, model, actions) : null;
        List<Turn> all = new ArrayList<>();
        for (Turn turn : plan.turns()) {
            if (turn != null) {
                all.add(turn);
            }
        }
        this.turns = List.copyOf(all);
    }

    static Program compile(TimingView chip, TurnPlan plan) {
        return new TurnCompiler(chip, plan).run();
    }

    private Program run() {
        for (Stage stage : plan.pipeline().stages()) {
            counts.add(new Counts(actions));
            resources.add(new BitSet());
            try {
                addResults(stage);
            } catch (Cycles.TooMany slow) {
                throw slow.of(stage.node().name());
            }
        }
        for (Turn turn : turns) {
            try {
                addArrays(turn);
                addLoads(turn);
            } catch (Cycles.TooMany slow) {
                throw slow.of(turn.stage().node().name());
            }
        }
        plan.pipeline().stages().forEach(this::join);
        takeTurns();
        List<BitSet> pipelines = plan.pipeline().stages().stream()
                .map(stage -> recipes.arraysOf(stage.id()))
                .toList();
        int[] beginnings = new int[counts.size()];
        for (int id = 0; id < beginnings.length; id++) {
            beginnings[id] = arrays.getOrDefault(id, id);
        }
        return new Program(model.build(), actions.list(), counts, resources, pipelines, beginnings);
    }

    /** Takes a recipe into the layer's books, so many times. */
    private int book(Stage stage, Draft draft) {
        counts.get(stage.id()).addAll(draft.counts());
        resources.get(stage.id()).or(draft.resources());
        return draft.recipe();
    }

    private void addResults(Stage stage) {
        Turn turn = plan.turns().get(stage.id());
        int[] recipe;
        if (turn != null) {
            TurnShape shape = turn.shape();
            Map<Long, Draft> known = new HashMap<>();
            recipe = new int[shape.resultWindows()];
            int window = 0;
            for (int pass = 0; pass < shape.passes(); pass++) {
                for (int group = 0; group < shape.groups(); group++) {
                    for (int step = 0; step < shape.steps(); step++) {
                        int vectors = shape.vectors(pass, step);
                        int of = group;
                        Draft draft = known.computeIfAbsent(
                                (long) vectors << 32 | group, k -> recipes.results(turn, vectors, of));
                        recipe[window++] = book(stage, draft);
                    }
                }
            }
        } else if (stage.isInput()) {
            recipe = new int[TurnPlan.inputParts(stage)];
            for (int part = 0; part < recipe.length; part++) {
                recipe[part] = book(stage, recipes.input(stage, part));
            }
        } else {
            int steps = windowsOf(stage);
            Draft draft = recipes.digital(stage, 1.0 / steps);
            recipe = new int[steps];
            for (int step = 0; step < steps; step++) {
                recipe[step] = book(stage, draft);
            }
        }
        model.stage(stage.node().name(), recipe.length, recipe, 0);
    }

    private void addArrays(Turn turn) {
        TurnShape shape = turn.shape();
        Map<List<Integer>, Draft> known = new HashMap<>();
        int[] recipe = new int[shape.arrayWindows()];
        int window = 0;
        for (int pass = 0; pass < shape.passes(); pass++) {
            for (int round = 0; round < shape.rounds(); round++) {
                for (int step = 0; step < shape.steps(); step++) {
                    int vectors = shape.vectors(pass, step);
                    int group = round / shape.rowRounds();
                    int rows = round % shape.rowRounds();
                    Draft draft = known.computeIfAbsent(
                            List.of(vectors, round), k -> recipes.multiply(turn, vectors, group, rows));
                    recipe[window++] = book(turn.stage(), draft);
                }
            }
        }
        arrays.put(turn.stage().id(), model.stage(turn.stage().node().name() + " arrays", recipe.length, recipe, 0));
    }

    private void addLoads(Turn turn) {
        WeightSteps steps = weights;
        if (steps == null) {
            return;
        }
        TurnShape shape = turn.shape();
        int id = turn.stage().id();
        boolean apart = steps.hasPort() && steps.fifo() > 0;
        int[] fetch = new int[shape.loads()];
        int[] load = new int[shape.loads()];
        int[] fetchOf = new int[shape.rounds()];
        int[] loadOf = new int[shape.rounds()];
        List<Draft> fetched = new ArrayList<>();
        List<Draft> loaded = new ArrayList<>();
        for (int round = 0; round < shape.rounds(); round++) {
            int group = round / shape.rowRounds();
            int rows = round % shape.rowRounds();
            Draft in = steps.draft();
            int after = Draft.START;
            if (apart) {
                Draft first = steps.draft();
                steps.fetch(first, Draft.START, turn, group, rows);
                first.build();
                fetched.add(first);
                fetchOf[round] = first.recipe();
            } else if (steps.hasPort()) {
                after = steps.fetch(in, Draft.START, turn, group, rows);
            }
            steps.load(in, after, turn, group, rows, recipes.clock());
            in.build();
            loaded.add(in);
            loadOf[round] = in.recipe();
        }
        for (int n = 0; n < load.length; n++) {
            int round = n % shape.rounds();
            load[n] = loadOf[round];
            book(turn.stage(), loaded.get(round));
            if (apart) {
                fetch[n] = fetchOf[round];
                book(turn.stage(), fetched.get(round));
            }
        }
        String name = turn.stage().node().name();
        loads.put(id, model.stage(name + " weights", load.length, load, 0));
        if (apart) {
            fetches.put(id, model.stage(name + " fetch", fetch.length, fetch, 0));
        }
    }

    static int[] all(int windows, int value) {
        int[] table = new int[windows];
        Arrays.fill(table, value);
        return table;
    }

    private int windowsOf(Stage stage) {
        Turn turn = plan.turns().get(stage.id());
        if (turn != null) {
            return turn.shape().resultWindows();
        }
        long steps = Math.min(DIGITAL_STEPS, (long) stage.windows() * plan.batch() / DIGITAL_STEPS);
        return stage.isInput() ? TurnPlan.inputParts(stage) : (int) Math.max(1, steps);
    }

    /** What a stage reads, and how its own parts follow one another. */
    private void join(Stage stage) {
        Turn turn = plan.turns().get(stage.id());
        int reads = arrays.getOrDefault(stage.id(), stage.id());
        int windows = turn == null ? windowsOf(stage) : turn.shape().arrayWindows();
        for (StageEdge edge : stage.inputs()) {
            Stage producer = plan.pipeline().stages().get(edge.producer());
            int made = windowsOf(producer);
            if (edge.isRecurrent()) {
                afterItself(Objects.requireNonNull(turn), reads);
            } else {
                int room = producer.isInput() ? INPUTS_AHEAD * made : Model.UNBOUNDED;
                model.edge(producer.id(), reads, all(windows, made - 1), all(windows, 0), room, edge.lag());
            }
        }
        if (turn != null) {
            TurnShape shape = turn.shape();
            int[] needed = new int[shape.resultWindows()];
            for (int window = 0; window < needed.length; window++) {
                int step = window % shape.steps();
                int group = window / shape.steps(); // of all passes
                needed[window] = ((group + 1) * shape.rowRounds() - 1) * shape.steps() + step;
            }
            model.edge(reads, stage.id(), needed, all(needed.length, 0), Model.UNBOUNDED);
            if (shape.rowRounds() > 1 && recipes.sumsKept() > 0) {
                afterSumsLeft(turn, reads);
            }
        }
    }

    /** Sums of a group of columns come where those of an earlier one have left: of the last but as many as are kept at once. */
    private void afterSumsLeft(Turn turn, int reads) {
        TurnShape shape = turn.shape();
        int kept = Math.max(1, recipes.sumsKept() / Math.max(1, shape.mostVectors()));
        int[] needed = new int[shape.arrayWindows()];
        for (int window = 0; window < needed.length; window++) {
            int step = window % shape.steps();
            int round = window / shape.steps();
            int group = round / shape.rowRounds(); // of all passes
            needed[window] = group < kept ? -1 : (group - kept) * shape.steps() + step;
            needed[window] = Math.max(needed[window], window == 0 ? -1 : needed[window - 1]);
        }
        model.edge(turn.stage().id(), reads, needed, all(needed.length, 0), Model.UNBOUNDED);
    }

    /** Every pass reads what the one before it made. */
    private void afterItself(Turn turn, int reads) {
        TurnShape shape = turn.shape();
        int[] needed = new int[shape.arrayWindows()];
        int ofPass = shape.rounds() * shape.steps();
        for (int window = 0; window < needed.length; window++) {
            needed[window] = window / ofPass * shape.groups() * shape.steps() - 1;
        }
        model.edge(turn.stage().id(), reads, needed, all(needed.length, 0), Model.UNBOUNDED);
    }

    /** Layer after layer, and the first after the last of the batch before. */
    private void takeTurns() {
        for (int i = 0; i < turns.size(); i++) {
            Turn before = turns.get(i == 0 ? turns.size() - 1 : i - 1);
            Turn turn = turns.get(i);
            int windows = turn.shape().arrayWindows();
            model.edge(
                    arraysOf(before),
                    arraysOf(turn),
                    all(windows, before.shape().arrayWindows() - 1),
                    all(windows, 0),
                    Model.UNBOUNDED,
                    i == 0 ? 1 : 0);
        }
        WeightSteps steps = weights;
        if (steps == null) {
            return;
        }
        for (Turn turn : turns) {
            TurnShape shape = turn.shape();
            int[] needed = new int[shape.arrayWindows()];
            int[] kept = new int[needed.length];
            for (int window = 0; window < needed.length; window++) {
                needed[window] = shape.stays() ? 0 : window / shape.steps();
                boolean last = shape.stays() ? window == needed.length - 1 : (window + 1) % shape.steps() == 0;
                kept[window] = last ? needed[window] + 1 : needed[window];
            }
            model.edge(loadsOf(turn), arraysOf(turn), needed, kept, 1 + steps.ahead());
            if (fetches.containsKey(turn.stage().id())) {
                int[] same = new int[shape.loads()];
                int[] after = new int[same.length];
                for (int n = 0; n < same.length; n++) {
                    same[n] = n;
                    after[n] = n + 1;
                }
                model.edge(fetchesOf(turn), loadsOf(turn), same, after, steps.fifo());
            }
        }
        LoadChain chain = new LoadChain(turns, model);
        chain.follow(this::loadsOf, this::loadsOf, 1, (turn, n) -> n);
        chain.follow(
                this::arraysOf,
                this::loadsOf,
                1 + steps.ahead(),
                (turn, n) -> turn.shape().stays()
                        ? turn.shape().arrayWindows() - 1
                        : (n + 1) * turn.shape().steps() - 1);
        if (!fetches.isEmpty()) {
            chain.follow(this::fetchesOf, this::fetchesOf, 1, (turn, n) -> n);
            chain.follow(this::loadsOf, this::fetchesOf, steps.fifo(), (turn, n) -> n);
        }
    }

    private int arraysOf(Turn turn) {
        return Objects.requireNonNull(arrays.get(turn.stage().id()));
    }

    private int loadsOf(Turn turn) {
        return Objects.requireNonNull(loads.get(turn.stage().id()));
    }

    private int fetchesOf(Turn turn) {
        return Objects.requireNonNull(fetches.get(turn.stage().id()));
    }
}
