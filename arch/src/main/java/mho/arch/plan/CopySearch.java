package mho.arch.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mho.arch.chip.Mapping;
import mho.arch.chip.TimingView;
import mho.arch.chip.TimingView.KindView;
import mho.arch.cut.Tiling;
import mho.arch.element.Block;
import mho.arch.element.Service;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;
import mho.workloads.task.Verb;

/**
 * Looks for the copies of each layer: as many as the chip's plan asks for, fewer until what is laid out fits. No copies are laid out
 * twice in a row.
 */
final class CopySearch {
    /** Arrays of single copies that are laid out for a refusal alone, at most: a moment's work. */
    private static final long LAID_OUT = 20_000;

    /** The same of windows of all layers. */
    private static final long LAID_OUT_WINDOWS = 20_000;

    private final TimingView chip;
    private final Pipeline pipeline;
    private final Function<CopyPlan, Placement> place;
    private final List<CopyBalance.Demand> demands;
    private final List<List<CopyBalance.Demand>> byKind;

    /**
     * @param place lays out so many copies of each stage, however many tiles they take
     */
    CopySearch(TimingView chip, Pipeline pipeline, Function<CopyPlan, Placement> place) {
        this.chip = chip;
        this.pipeline = pipeline;
        this.place = place;
        this.demands = demands(chip, pipeline);
        this.byKind = IntStream.range(0, chip.kinds().size())
                .mapToObj(kind -> pipeline.stages().stream()
                        .filter(stage -> stage.kind() == kind)
                        .map(stage -> demands.get(stage.id()))
                        .toList())
                .toList();
    }

    /** See {@link Mapper#candidates}. */
    List<Placement> candidates() {
        boolean fill = chip.mapping().copies() == Mapping.Copying.FILL;
        int first = windowsPerCopy();
        List<Placement> candidates = new ArrayList<>(List.of(from(first, fill)));
        if (fill) {
            int balanced = CopyBalance.balanced(demands);
            for (int windows = 2 * first; windows < balanced; windows *= 2) {
                tried(windows, true).ifPresent(candidates::add);
            }
            tried(Math.max(first, balanced), false).ifPresent(candidates::add);
        }
        if (candidates.stream().anyMatch(this::exchanges)) {
            tried(CopyBalance.most(demands), false).ifPresent(candidates::add);
        }
        return candidates;
    }

    /** Whether copies of a layer that learns add up their updates: that may take longer than the copies save. */
    private boolean exchanges(Placement placement) {
        return chip.mapping().copies() != Mapping.Copying.ONE
                && pipeline.stages().stream().anyMatch(stage -> pipeline.learns(stage) && placement.copies(stage) > 1);
    }

    private Optional<Placement> tried(int windowsPerCopy, boolean evenly) {
        try {
            return Optional.of(from(windowsPerCopy, evenly));
        } catch (MappingEffort.Exceeded exceeded) {
            throw exceeded;
        } catch (ModelSaysNo tooLarge) {
            return Optional.empty();
        }
    }

    /** With so many windows a copy, or more until it fits. */
    private Placement from(int windowsPerCopy, boolean evenly) {
        int windows = windowsPerCopy;
        int[] last = {};
        int tiles = 0;
        int chips = 0;
        while (true) {
            int[] copies = copies(windows, evenly);
            if (!Arrays.equals(copies, last)) {
                Placement placement = place.apply(new CopyPlan(
                        copies, chip.mapping().sways(), chip.mapping().sizesTogether()));
                if (placement.chips() <= chipsThere()) {
                    return placement;
                }
                tiles = placement.tiles();
                chips = placement.chips();
                last = copies;
            }
            if (windows >= CopyBalance.most(demands) || chip.mapping().copies() == Mapping.Copying.ONE) {
                throw tooLarge(tiles + " tiles", chips);
            }
            windows = Math.max(windows + 1, (int) (windows * 1.1));
        }
    }

    /** What the plan must know of every stage. */
    static List<CopyBalance.Demand> demands(TimingView chip, Pipeline pipeline) {
        List<CopyBalance.Demand> demands = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            KindView kind = chip.kinds().get(stage.kind());
            boolean apart = pipeline.learns(stage) && kind.element().gradientBits() == 0;
            boolean single = stage.tiling() == null
                    || stage.instances() > 1
                    || apart
                    || stage.node().recurrent();
            int wanted =
                    chip.mapping().copiesOf(stage.node().name(), stage.node().copies());
            if (apart && wanted > 1) {
                throw new ModelSaysNo(
                        "layer %s is asked to stand in %d copies and to learn; copies are kept alike by the sums of their updates, and %s of %s has none: give it one copy, or the core such sums (%s={size: 1 MiB, lanes: 64, clock: 1 GHz, energy: 0.5 pJ, area: 0.2 mm2})"
                                .formatted(
                                        stage.node().name(),
                                        wanted,
                                        kind.path().in("tile.core"),
                                        chip.chip(),
                                        kind.path().in("tile.core.learning.gradients")));
            }
            demands.add(new CopyBalance.Demand(
                    stage.tiling() == null ? 1 : stage.windows(), stage.arrays(), single ? 1 : wanted));
        }
        for (Map.Entry<String, Integer> named : chip.mapping().layers().entrySet()) {
            if (pipeline.stages().stream().noneMatch(s -> s.node().name().equals(named.getKey()))) {
                throw new BadInput("mapping.layers[\"" + named.getKey()
                        + "\"]: the network has no layer of this name (in brackets and quotes names may hold dots"
                        + " and slashes); its layers are "
                        + String.join(
                                ", ",
                                pipeline.stages().stream()
                                        .map(s -> s.node().name())
                                        .toList()));
            }
        }
        return demands;
    }

    private int windowsPerCopy() {
        int atLeast =
                switch (chip.mapping().copies()) {
                    case ONE -> CopyBalance.most(demands);
                    case BALANCED -> CopyBalance.balanced(demands);
                    case FILL -> fewestThatHelp();
                };
        int fitting = fitting(atLeast, chipsThere());
        if (fitting == 0) {
            int most = CopyBalance.most(demands);
            long arrays = 0;
            long chips = 1;
            for (int k = 0; k < chip.kinds().size(); k++) {
                long ofKind = CopyBalance.arrays(byKind.get(k), most);
                KindView kind = chip.kinds().get(k);
                arrays += ofKind;
                chips = Math.max(chips, ceil(ceil(ofKind, kind.arrays()), kind.count()));
            }
            throw tooLarge(arrays + " arrays", Math.max(chips, arrays > LAID_OUT ? 0 : chipsOfSingleCopies()));
        }
        return fitting;
    }

    /** What tiles that are not full add is known once copies are laid out; nothing where they cannot be, or it would take long. */
    private long chipsOfSingleCopies() {
        if (pipeline.stages().stream().mapToLong(Stage::windows).sum() > LAID_OUT_WINDOWS) {
            return 0;
        }
        try {
            return place.apply(new CopyPlan(copies(CopyBalance.most(demands), false), false, 0))
                    .chips();
        } catch (ModelSaysNo tooManyParts) {
            return 0;
        }
    }

    private int chipsThere() {
        return chip.mapping().chips(chip.fabric().chips());
    }

    private static long ceil(long all, long each) {
        return (all + each - 1) / each;
    }

    /** The fewest windows per copy whose arrays so many chips have, in tiles of every kind; 0 if single copies do not fit. */
    private int fitting(int atLeast, long chips) {
        return CopyBalance.fitting(demands, atLeast, windows -> {
            if (!chip.mapping().allows(CopyBalance.arrays(demands, windows))) {
                return false;
            }
            for (int k = 0; k < chip.kinds().size(); k++) {
                KindView kind = chip.kinds().get(k);
                long there = chips * kind.count() * kind.arrays();
                if (CopyBalance.arrays(byKind.get(k), windows) > there) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Copies of a stage if layers were copied until the arrays of so many chips are full, or further copies do not help. */
    int filled(Stage stage, int chips) {
        int windows = fitting(fewestThatHelp(), chips);
        return windows == 0 ? 0 : copies(windows, true)[stage.id()];
    }

    private int fewestThatHelp() {
        return Math.min(CopyBalance.balanced(demands), slowestOfOneCopy());
    }

    private TooLarge tooLarge(String need, long wouldDo) {
        String tiles = chip.kinds().stream()
                .map(kind -> "%d tiles with %d arrays each".formatted(kind.count(), kind.arrays())
                        + (kind.path().isOnly() ? "" : " (" + kind.path().text() + ")"))
                .collect(Collectors.joining(" and "));
        if (chip.mapping().within() != null && wouldDo <= chip.fabric().chips()) {
            return new TooLarge(
                    "the network needs %s, on %d chips or more, and mapping.within leaves less: give more there"
                            .formatted(need, wouldDo));
        }
        if (isAlone()) {
            long onOne = wouldDo * chip.fabric().tiles();
            return new TooLarge(
                    "the network needs %s; %s has %d chip%s of %s: %d tiles on one chip would do (--set tiles=%d)"
                            .formatted(
                                    need,
                                    chip.chip(),
                                    chip.fabric().chips(),
                                    chip.fabric().chips() == 1 ? "" : "s",
                                    tiles,
                                    onOne,
                                    onOne));
        }
        return new TooLarge("the network needs %s; %s has %d chip%s of %s: %d chips would do (--set chips=%d)"
                .formatted(
                        need,
                        chip.chip(),
                        chip.fabric().chips(),
                        chip.fabric().chips() == 1 ? "" : "s",
                        tiles,
                        wouldDo,
                        wouldDo));
    }

    /** Whether a second chip would not help: no link leads there, or what its arrays hand on are voltages. */
    private boolean isAlone() {
        return chip.kinds().size() == 1
                && (chip.fabric().link() == null
                        || chip.kinds().get(0).element().analog() != null);
    }

    /**
     * Windows that a copy may as well work through: those in whose time the slowest layer that stands once is done. A recurrent layer has its
     * windows one after the other, each as long as the latency of a multiply.
     */
    private int slowestOfOneCopy() {
        double slowest = 1;
        for (Stage stage : pipeline.stages()) {
            Tiling tiling = stage.tiling();
            if (tiling != null && stage.node().recurrent()) {
                Service multiply =
                        chip.kinds().get(stage.kind()).element().service(Verb.MULTIPLY, Block.fullest(tiling));
                slowest = Math.max(
                        slowest, (double) stage.windows() * multiply.latencyCycles() / multiply.occupancyCycles());
            } else if (tiling != null && stage.instances() > 1) {
                slowest = Math.max(slowest, (double) stage.windows() / stage.instances());
            }
        }
        return (int) Math.min(slowest, Integer.MAX_VALUE);
    }

    /**
     * @param evenly as many copies of a map as strips load evenly: others would take turns, and every value go everywhere
     */
    private int[] copies(int windowsPerCopy, boolean evenly) {
        int[] copies = new int[demands.size()];
        for (int s = 0; s < copies.length; s++) {
            CopyBalance.Demand demand = demands.get(s);
            Shape map = pipeline.stages().get(s).node().output();
            copies[s] = demand.copies(windowsPerCopy);
            if (evenly && demand.fixedCopies() == 0 && pipeline.stages().get(s).tiling() != null) {
                copies[s] = CopyStrips.evenly(copies[s], map.height(), map.width());
            }
        }
        return copies;
    }
}
