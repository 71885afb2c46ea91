package mho.arch.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mho.arch.chip.TimingView;
import mho.arch.chip.TimingView.KindView;
import mho.arch.cut.Tiling;
import mho.core.engine.ModelSaysNo;
import mho.core.quantity.Quantity;
import mho.workloads.network.Network;
import mho.workloads.network.Partner;
import mho.workloads.task.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Puts a network on a chip: cuts matrices into arrays, copies layers until the pipeline is balanced, lays them out over tiles, and
 * widens the layout until every tile's buffer holds what a run without deadlock needs.
 */
public final class Mapper {
    /**
     * One way to share out the buffers.
     *
     * @param ease rounds of windows in flight for which buffers have room; a pipeline is less than two windows long
     * @param thinner whether copies may be cut into thinner strips of rows, at the price of partial sums on the network
     */
    private record Attempt(int ease, boolean thinner) {}

    private static final List<Attempt> ATTEMPTS =
            List.of(new Attempt(2, false), new Attempt(1, false), new Attempt(2, true), new Attempt(1, true));

    private static final Attempt LAST_RESORT = new Attempt(0, true);

    private final TimingView chip;
    private final Pipeline pipeline;
    private final MappingEffort effort = new MappingEffort();
    private @Nullable ModelSaysNo refusal;

    private Mapper(TimingView chip, Pipeline pipeline) {
        this.chip = chip;
        this.pipeline = pipeline;
    }

    /**
     * @param network folded
     * @throws ModelSaysNo if it does not fit; the message says what would
     */
    public static Placement map(TimingView chip, Network network) {
        return candidates(chip, Pipeline.of(network, chip)).get(0);
    }

    /**
     * Mappings that the chip's plan of copies leaves to choose from; all but one way of filling leave one, and single copies beside any
     * that would have to exchange updates. The first is what the plan asks for to the letter.
     */
    public static List<Placement> candidates(TimingView chip, Pipeline pipeline) {
        checkVerbs(chip, pipeline);
        Mapper mapper = new Mapper(chip, pipeline);
        return new CopySearch(chip, mapper.pipeline, mapper::place).candidates();
    }

    /** Copies and their order, however many chips they take; {@link #candidates} has checked the rest. */
    static Placement place(TimingView chip, Pipeline pipeline, CopyPlan plan) {
        return new Mapper(chip, pipeline).place(plan);
    }

    private static void checkVerbs(TimingView chip, Pipeline pipeline) {
        for (Stage stage : pipeline.stages()) {
            Verb verb = stage.operation().verb();
            boolean multiplies = verb == Verb.MULTIPLY;
            KindView kind = chip.kinds().get(stage.kind());
            if ((verb == Verb.MULTIPLY_TRANSPOSED || verb == Verb.UPDATE)
                    && !kind.element().verbs().contains(verb)) {
                throw new ModelSaysNo(
                        "%s: %s of %s cannot train, its arrays are neither read from their other side nor changed where they stand; state what that takes (%s={pulse: 5 ns, energy: 10 fJ, cell-energy: 1 fJ}), or take a chip that trains (analog-train)"
                                .formatted(
                                        stage.node().name(),
                                        kind.path().in("tile.core"),
                                        chip.chip(),
                                        kind.path().in("tile.core.learning")));
            }
            if (multiplies && !kind.element().verbs().contains(Verb.MULTIPLY)) {
                throw new ModelSaysNo(
                        "layer %s multiplies by weights, which %s of %s does not do: give it a kind that does"
                                .formatted(stage.node().name(), kind.path().in("tile.core"), chip.chip()));
            }
        }
    }

    /**
     * With ample room for windows in flight if the buffers allow it as they are, else with less; if not even the least room is there,
     * with a layout that spares buffers.
     */
    private Placement place(CopyPlan plan) {
        int[] copies = plan.copies();
        UpdatePlan updates = UpdatePlan.of(chip, pipeline, copies);
        WindowSchedule schedule = WindowSchedule.of(pipeline, plan, updates, effort);
        BufferRoom rooms = BufferRoom.of(pipeline, schedule.leastRoom(), copies);
        for (Attempt attempt : ATTEMPTS) {
            Placement placement = widen(schedule, updates, plan, rooms, attempt);
            if (placement != null && placement.chips() <= chip.fabric().chips()) {
                return placement;
            }
        }
        Placement least = widen(schedule, updates, plan, rooms, LAST_RESORT);
        if (least == null) {
            throw Objects.requireNonNull(refusal);
        }
        return least;
    }

    /** Lays out, and again with one more wish as long as a buffer is too small; null when no wish is left. */
    private @Nullable Placement widen(
            WindowSchedule schedule, UpdatePlan updates, CopyPlan copies, BufferRoom rooms, Attempt attempt) {
        StageLayout.Wishes wishes = StageLayout.Wishes.none(pipeline.stages().size());
        ColumnGroup columns = ColumnGroup.of(pipeline, schedule, copies.together());
        while (true) {
            StageLayout.Seating seating =
                    new StageLayout(pipeline, schedule, chip, copies.copies(), columns, wishes).run();
            List<WindowRoutes> perDependency = new ArrayList<>();
            for (StageEdge d : pipeline.readings()) {
                int windows = pipeline.stages().get(d.producer()).windows();
                perDependency.add(WindowRoutes.of(d, windows, reader(d, seating.seats()), effort));
            }
            BufferPlan plan = BufferPlan.of(
                    pipeline, perDependency, rooms, attempt.ease(), chip.inputBits(), tile -> chip.kindAt(tile)
                            .buffer()
                            .size());
            if (plan.overfull().isEmpty()) {
                List<WindowRoutes> routes = merged(perDependency);
                return new Placement(
                        pipeline,
                        schedule.orders(),
                        schedule.dependencies(),
                        seating.seats(),
                        routes,
                        RunAheadLimits.limit(plan.capacity(), pipeline, schedule.leastRoom()),
                        updates,
                        copies,
                        seating.allTiles(),
                        Math.max(1, seating.chips(chip)));
            }
            if (!wishMore(wishes, plan.overfull(), attempt.thinner())) {
                return null;
            }
        }
    }

    /** Where what is handed on is read: an update reads gradients by the columns of its arrays, all else by its rows. */
    private StagePlacement reader(StageEdge reading, List<StagePlacement> seats) {
        Stage consumer = pipeline.stages().get(reading.consumer());
        Partner update = consumer.node().partner();
        Partner gradient = pipeline.stages().get(reading.producer()).node().partner();
        StagePlacement there = seats.get(reading.consumer());
        if (update == null
                || update.role() != Partner.Role.UPDATE
                || !new Partner(update.node(), Partner.Role.BESIDE).equals(gradient)) {
            return there;
        }
        Tiling tiling =
                Objects.requireNonNull(pipeline.stages().get(update.node()).tiling());
        return new StagePlacement(
                seats.get(update.node()).sites().stream()
                        .map(site -> site.transposed(tiling))
                        .toList(),
                there.siteOf());
    }

    /**
     * One more wish for every overfull tile, no stage being asked twice: to begin an empty tile, so that stages and copies crowd each
     * other less; else, to be cut into thinner strips of rows, so that a tile holds fewer channels (digital work: to be spread over
     * tiles of its own).
     */
    private boolean wishMore(StageLayout.Wishes wishes, List<BufferPlan.Overfull> overfull, boolean thinner) {
        Set<Integer> asked = new HashSet<>();
        for (BufferPlan.Overfull tile : overfull) {
            boolean heard = tile.stages().stream().anyMatch(asked::contains)
                    || tile.stages().stream().anyMatch(id -> wishFresh(wishes, id) && asked.add(id))
                    || (thinner && tile.stages().stream().anyMatch(id -> wishThinner(wishes, id) && asked.add(id)));
            if (!heard) {
                return refuse(tile);
            }
        }
        return true;
    }

    private boolean wishFresh(StageLayout.Wishes wishes, int id) {
        boolean more = !wishes.fresh()[id] && pipeline.stages().get(id).tiling() != null;
        wishes.fresh()[id] = true;
        return more;
    }

    private boolean wishThinner(StageLayout.Wishes wishes, int id) {
        Stage stage = pipeline.stages().get(id);
        Tiling tiling = stage.tiling();
        int[] parts = tiling == null ? wishes.own() : wishes.strips();
        int tilesThere = chip.fabric().chips() * chip.kinds().get(stage.kind()).count();
        int most = tiling == null
                ? (int) Math.min((long) stage.windows() * stage.node().output().channels(), tilesThere)
                : tiling.rowBlocks();
        int before = parts[id];
        parts[id] = Math.min(most, Math.max(1, 2 * before));
        return parts[id] > before;
    }

    private boolean refuse(BufferPlan.Overfull overfull) {
        Stage hungriest = pipeline.stages().get(overfull.stages().get(0));
        KindView kind = chip.kindAt(overfull.tile());
        refusal = new ModelSaysNo(
                "layer %s needs %s of buffer in one tile to run without deadlock; %s is %s: give at least that"
                        .formatted(
                                hungriest.node().name(),
                                Quantity.format(overfull.neededBytes(), "B"),
                                kind.path().in("tile.buffer.size"),
                                Quantity.format(kind.buffer().size(), "B")));
        return false;
    }

    private List<WindowRoutes> merged(List<WindowRoutes> perDependency) {
        List<WindowRoutes> merged = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            List<WindowRoutes> own = new ArrayList<>();
            for (int d = 0; d < perDependency.size(); d++) {
                if (pipeline.readings().get(d).producer() == stage.id()) {
                    own.add(perDependency.get(d));
                }
            }
            merged.add(WindowRoutes.union(own, stage.windows()));
        }
        return merged;
    }

    @Override
    public String toString() {
        return "mapper of " + pipeline.stages().size() + " stages on " + chip.chip();
    }
}
