package mho.arch.program;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mho.arch.chip.TimingView;
import mho.arch.cut.Interval;
import mho.arch.element.Service;
import mho.arch.fabric.Draft;
import mho.arch.fabric.Interconnect;
import mho.arch.fabric.Load;
import mho.arch.fabric.TileParts;
import mho.arch.plan.Placement;
import mho.arch.plan.Stage;
import mho.arch.plan.WindowRoutes;
import mho.core.cost.ActionIndex;
import mho.core.engine.ModelBuilder;
import mho.core.engine.ModelSaysNo;
import mho.workloads.task.Verb;

/** What windows, inputs and windows that are carried along do to the parts of the chip, step by step. */
final class WindowRecipes {
    /** Tiles that make outputs of a window, times those that read them. */
    private static final long MOST_MEETINGS = 1L << 24;

    /** The same over all recipes. */
    private static final long MOST_MEETINGS_OF_ALL = 1L << 32;

    private final Placement placement;
    private final ModelBuilder model;
    private final ActionIndex actions;
    private final TileParts tiles;
    private final Interconnect interconnect;
    private final ArraySteps arrays;
    private final int valueBits;
    private final AnalogChains chains;
    private final WindowRecipe.Parts parts;
    private double meetings;

    WindowRecipes(TimingView chip, Placement placement, ModelBuilder model, ActionIndex actions) {
        this.placement = placement;
        this.model = model;
        this.actions = actions;
        this.tiles = new TileParts(model, chip);
        this.interconnect = new Interconnect(model, chip);
        this.arrays = new ArraySteps(chip, model, tiles.stageClock());
        this.valueBits = chip.precision().values();
        this.chains = new AnalogChains(chip, placement);
        this.parts = new WindowRecipe.Parts(chip, placement, tiles, interconnect, arrays, chains);
    }

    /** @param routes where the stage's windows go, and which channels are read there */
    Draft write(Stage stage, WindowClass window, WindowRoutes routes) {
        Draft draft = new Draft(model, actions);
        WindowRecipe recipe = new WindowRecipe(parts, draft, stage, window, routes);
        meetings += recipe.meetings();
        if (recipe.meetings() > MOST_MEETINGS || meetings > MOST_MEETINGS_OF_ALL) {
            throw new ModelSaysNo(
                    "layer %s is spread over too many tiles to write down where its windows go (%.0f pairs of a tile that makes and one that reads, more than %d; or %d with the windows before): give larger arrays (tile.core.array.rows, tile.core.array.columns), more of them in a tile (tile.core.arrays), or fewer copies (mapping.copies=one)"
                            .formatted(stage.node().name(), recipe.meetings(), MOST_MEETINGS, MOST_MEETINGS_OF_ALL));
        }
        recipe.write();
        draft.build();
        return draft;
    }

    /** Arrays of a copy stay busy with so many windows: those read ahead and those in the pipeline. Other work is bounded by buffers. */
    int slots(Stage stage) {
        Stage holder = placement.pipeline().holder(stage);
        if (holder == null) {
            return 0;
        }
        if (arrays.joins(stage)) {
            return 2 * placement.seats().get(stage.id()).sites().size(); // one read ahead, one that settles
        }
        Service timing = placement.updates().isGathered(stage)
                ? arrays.timing(Verb.GATHER, stage, holder)
                : arrays.timing(stage, holder);
        long each = 1 + ((long) timing.latencyCycles() + timing.occupancyCycles() - 1) / timing.occupancyCycles();
        int sites = placement.seats().get(stage.id()).sites().size();
        return (int) Math.min(Integer.MAX_VALUE, each * sites); // no layer has as many windows
    }

    /** What stands behind the last window of updates that are gathered: sums of all copies, and their pulses. */
    Draft writeEnd(Stage update) {
        Draft draft = new Draft(model, actions);
        new CopyExchange(parts, draft, update).write();
        draft.build();
        return draft;
    }

    BitSet pipelinesOf(Stage stage) {
        return arrays.pipelinesOf(stage.id());
    }

    /** Positions of an input that come in together. */
    int inputBundle(Stage stage) {
        return interconnect.bundle(stage.node().output().channels());
    }

    /** The recipe of a window that another one brings along. */
    int carried() {
        Draft draft = new Draft(model, actions);
        draft.delay(Draft.START, tiles.stageClock(), 0);
        draft.build();
        return draft.recipe();
    }

    /** Some positions of a network's input, from outside to the tiles that read any of them. */
    Draft writeInput(Stage stage, WindowRoutes routes, int[] receivers, int positions) {
        Draft draft = new Draft(model, actions);
        int channels = stage.node().output().channels();
        Map<Interval, List<Integer>> byChannels = new LinkedHashMap<>();
        for (int tile : receivers) {
            Interval read = Objects.requireNonNull(routes.channels().get(tile));
            byChannels.computeIfAbsent(read, r -> new ArrayList<>()).add(tile);
        }
        if (byChannels.isEmpty()) {
            Load unread = new Load((double) positions * channels, valueBits);
            interconnect.carry(draft, Draft.START, Interconnect.OUTSIDE, receivers, unread);
            if (draft.resources().isEmpty()) { // over no link, to nobody
                draft.delay(Draft.START, tiles.stageClock(), 0);
            }
        }
        byChannels.forEach((read, to) -> {
            Load load = new Load((double) positions * read.of(channels), valueBits);
            int[] ends = to.stream().mapToInt(Integer::intValue).toArray();
            int[] arrived = interconnect.carry(draft, Draft.START, Interconnect.OUTSIDE, ends, load);
            for (int i = 0; i < ends.length; i++) {
                tiles.write(draft, arrived[i], ends[i], load.bits() * load.values());
            }
        });
        draft.build();
        return draft;
    }
}
