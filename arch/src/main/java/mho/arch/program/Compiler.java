package mho.arch.program;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.arch.chip.Mapping;
import mho.arch.chip.TimingView;
import mho.arch.fabric.Draft;
import mho.arch.plan.Dependency;
import mho.arch.plan.Placement;
import mho.arch.plan.Stage;
import mho.arch.plan.StagePlacement;
import mho.arch.plan.UpdatePlan;
import mho.arch.plan.WindowRoutes;
import mho.core.cost.ActionIndex;
import mho.core.cost.Counts;
import mho.core.engine.Cycles;
import mho.core.engine.Model;
import mho.core.engine.ModelBuilder;
import mho.workloads.task.Verb;

/** Writes the recipe of every window, once for windows alike, and joins the stages by their buffers. */
public final class Compiler {
    private final TimingView chip;
    private final Placement placement;
    private final UpdatePlan updates;
    private final ModelBuilder model = Model.builder();
    private final WindowRecipes recipes;
    private final ActionIndex actions = new ActionIndex();
    private final List<Counts> counts = new ArrayList<>();
    private final List<BitSet> resources = new ArrayList<>();
    private final List<BitSet> pipelines = new ArrayList<>();

    private Compiler(TimingView chip, Placement placement) {
        this.chip = chip;
        this.placement = placement;
        this.updates = placement.updates();
        this.recipes = new WindowRecipes(chip, placement, model, actions);
    }

    public static Program compile(TimingView chip, Placement placement) {
        return new Compiler(chip, placement).run();
    }

    private Program run() {
        for (Stage stage : placement.pipeline().stages()) {
            try {
                addStage(stage);
            } catch (Cycles.TooMany slow) {
                throw slow.of(
                        stage.node().name(), chip.kinds().get(stage.kind()).path()::in);
            }
        }
        List<Dependency> dependencies = updates.joined(placement.pipeline(), placement.dependencies());
        int[] capacity = placement.capacity();
        for (int d = 0; d < dependencies.size(); d++) {
            Dependency dependency = dependencies.get(d);
            model.edge(
                    dependency.producer(),
                    dependency.consumer(),
                    dependency.lastNeeded(),
                    dependency.keptFrom(),
                    d < capacity.length ? capacity[d] : Model.UNBOUNDED,
                    dependency.lag());
        }
        addEnds();
        addBarriers();
        return new Program(model.build(), actions.list(), counts, resources, pipelines);
    }

    /**
     * A layer that is trained takes its next input when the update of the one before is done; where weights may be stale, when that is
     * done of so many inputs earlier as the pipeline is long.
     */
    private void addBarriers() {
        boolean stale = chip.mapping().updates() == Mapping.Updates.STALE;
        for (Stage stage : placement.pipeline().stages()) {
            Stage holder = placement.pipeline().holder(stage);
            if (holder != null && stage.operation().verb() == Verb.UPDATE) {
                int[] all = new int[updates.windows(holder)];
                Arrays.fill(all, updates.windows(stage) - 1);
                int[] kept = new int[all.length];
                kept[kept.length - 1] = updates.windows(stage);
                int behind = stale ? updates.behind(stage, placement.pipeline(), chip.mapping()) : 0;
                model.edge(stage.id(), holder.id(), all, kept, Model.UNBOUNDED, 1 + behind);
            }
        }
    }

    /** What is gathered is applied when the last window is in. */
    private void addEnds() {
        for (Stage stage : placement.pipeline().stages()) {
            if (updates.isGathered(stage)) {
                int end = updates.windows(stage) - 1;
                int[] last = new int[end + 1];
                Arrays.fill(last, -1);
                last[end] = end - 1;
                int[] kept = new int[end + 1];
                kept[end] = end + 1;
                model.edge(stage.id(), stage.id(), last, kept, Model.UNBOUNDED, 0);
            }
        }
    }

    private void addStage(Stage stage) {
        StagePlacement seats = placement.seats().get(stage.id());
        WindowRoutes routes = placement.routes().get(stage.id());
        Counts total = new Counts(actions);
        BitSet used = new BitSet();
        int[] windowAt = placement.orders().get(stage.id()).windowAt();
        int[] recipeOf = stage.isInput()
                ? inputRecipes(stage, routes, windowAt, total, used)
                : recipes(stage, seats, routes, windowAt, total, used);
        Counts all = total.none();
        all.add(total, updates.batch());
        int[] recipeOfAll = repeated(recipeOf, updates.windows(stage));
        if (updates.isGathered(stage)) {
            Draft end = recipes.writeEnd(stage);
            recipeOfAll[recipeOfAll.length - 1] = end.recipe();
            all.addAll(end.counts());
            used.or(end.resources());
        }
        counts.add(all);
        resources.add(used);
        pipelines.add(recipes.pipelinesOf(stage));
        model.stage(stage.node().name(), recipeOfAll.length, recipeOfAll, recipes.slots(stage));
    }

    /** Input after input the same. */
    private static int[] repeated(int[] recipeOf, int windows) {
        int[] all = new int[windows];
        for (int w = 0; w < windows; w++) {
            all[w] = recipeOf[w % recipeOf.length];
        }
        return all;
    }

    private int[] recipes(
            Stage stage, StagePlacement seats, WindowRoutes routes, int[] windowAt, Counts total, BitSet used) {
        int[] recipeOf = new int[windowAt.length];
        Map<WindowClass, Draft> known = new HashMap<>();
        for (int rank = 0; rank < recipeOf.length; rank++) {
            int w = windowAt[rank];
            WindowClass alike = new WindowClass(seats.siteOf(w), routes.setOf()[w], taps(stage, w));
            Draft draft = known.computeIfAbsent(alike, c -> recipes.write(stage, c, routes));
            recipeOf[rank] = draft.recipe();
            total.addAll(draft.counts());
        }
        known.values().forEach(draft -> used.or(draft.resources()));
        return recipeOf;
    }

    /**
     * The network's inputs come in bundles, as many positions as the fabric carries side by side: the first window of a bundle brings
     * all of it, the others come with it.
     */
    private int[] inputRecipes(Stage stage, WindowRoutes routes, int[] windowAt, Counts total, BitSet used) {
        int[] recipeOf = new int[windowAt.length];
        int bundle = recipes.inputBundle(stage);
        int carried = recipes.carried();
        Map<IntBuffer, Draft> known = new HashMap<>();
        for (int rank = 0; rank < recipeOf.length; rank++) {
            if (rank % bundle != 0) {
                recipeOf[rank] = carried;
                continue;
            }
            int positions = Math.min(bundle, recipeOf.length - rank);
            int[] tiles = positions == 1
                    ? routes.tilesOf(windowAt[rank])
                    : Arrays.stream(windowAt, rank, rank + positions)
                            .flatMap(w -> Arrays.stream(routes.tilesOf(w)))
                            .sorted()
                            .distinct()
                            .toArray();
            int[] key = Arrays.copyOf(tiles, tiles.length + 1);
            key[tiles.length] = positions;
            Draft draft = known.computeIfAbsent(
                    IntBuffer.wrap(key), k -> recipes.writeInput(stage, routes, tiles, positions));
            recipeOf[rank] = draft.recipe();
            total.addAll(draft.counts());
        }
        known.values().forEach(draft -> used.or(draft.resources()));
        return recipeOf;
    }

    /** Real positions read of every input; a recurrent stage reads its own last result. */
    private static int[] taps(Stage stage, int window) {
        int[] taps = new int[stage.inputs().size()];
        for (int i = 0; i < taps.length; i++) {
            taps[i] = stage.inputs().get(i).taps(window);
        }
        return taps;
    }
}
