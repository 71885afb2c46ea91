package mho.arch.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import mho.arch.chip.TimingView;
import mho.arch.cut.Tiling;
import mho.workloads.network.Partner;

/**
 * Lays the stages out over the tiles, in pipeline order, for given copies and given wishes for more room.
 *
 * @param copies of every stage
 * @param columns stages that stand column by column
 */
record StageLayout(
        Pipeline pipeline, WindowSchedule schedule, TimingView chip, int[] copies, ColumnGroup columns, Wishes wishes) {

    /**
     * What buffers that were too small ask of the next attempt.
     *
     * @param fresh whether a stage begins an empty tile
     * @param strips into how many strips of rows a copy is cut
     * @param own tiles of its own for a digital stage; 0 = works where its input is made
     */
    record Wishes(boolean[] fresh, int[] strips, int[] own) {
        static Wishes none(int stages) {
            int[] strips = new int[stages];
            Arrays.fill(strips, 1);
            return new Wishes(new boolean[stages], strips, new int[stages]);
        }
    }

    /**
     * Seats of every stage.
     *
     * @param tiles that they take, of every kind
     */
    record Seating(List<StagePlacement> seats, int[] tiles) {
        int allTiles() {
            return Arrays.stream(tiles).sum();
        }

        /** Chips that have so many of every kind, 1 at least. */
        int chips(TimingView chip) {
            return IntStream.range(0, tiles.length)
                    .map(k -> Tiling.ceilDiv(tiles[k], chip.kinds().get(k).count()))
                    .max()
                    .orElse(1);
        }
    }

    Seating run() {
        List<TileAllocator> floors = chip.kinds().stream()
                .map(kind -> new TileAllocator(kind, chip.fabric().tiles()))
                .toList();
        StagePlacement[] seats = new StagePlacement[pipeline.stages().size()];
        double parts = 0;
        for (Stage stage : pipeline.stages()) {
            parts = added(parts, stage, partsOfArrays(stage));
        }
        for (List<Stage> group : groups()) {
            Stage first = group.get(0);
            TileAllocator floor = floors.get(first.kind());
            if (first.tiling() == null) {
                parts = added(parts, first, partsOfDigital(first, seats));
            }
            Partner partner = first.node().partner();
            if (partner != null) {
                seats[first.id()] = at(partner, seats);
            } else if (first.isInput()) {
                seats[first.id()] = new StagePlacement(List.of(new CopyPlacement(List.of())), new int[first.windows()]);
            } else if (first.tiling() == null) {
                seats[first.id()] = digital(first, floor, seats);
            } else {
                place(group, floor, seats);
            }
        }
        return new Seating(
                List.of(seats), floors.stream().mapToInt(TileAllocator::tiles).toArray());
    }

    /** Where another stage works. */
    private StagePlacement at(Partner partner, StagePlacement[] seats) {
        StagePlacement there = seats[partner.node()];
        Tiling tiling = pipeline.stages().get(partner.node()).tiling();
        return new StagePlacement(
                there.sites().stream()
                        .map(site -> switch (partner.role()) {
                            case BESIDE -> site.follower();
                            case TRANSPOSED -> site.transposed(Objects.requireNonNull(tiling));
                            case UPDATE -> site.updated();
                        })
                        .toList(),
                there.siteOf());
    }

    private static double added(double parts, Stage stage, double more) {
        MappingEffort.checkParts(parts, more, stage.node().name());
        return parts + more;
    }

    /** Parts of copies in tiles, at least. */
    private double partsOfArrays(Stage stage) {
        Tiling tiling = stage.tiling();
        return tiling == null
                ? 0
                : Math.max(tiling.columnBlocks(), Math.ceil((double) tiling.arrays() / arraysPerTile(stage)))
                        * copies[stage.id()]
                        * stage.instances();
    }

    /** Parts of digital work in tiles. */
    private double partsOfDigital(Stage stage, StagePlacement[] earlier) {
        if (stage.isInput() || own(stage) > 0) {
            return own(stage);
        }
        return earlier[stage.inputs().get(0).producer()].sites().stream()
                .mapToDouble(site -> site.fragments().size())
                .sum();
    }

    /**
     * Stages that are laid out together, in the order of the first of each group: those of the first map sizes that are to stand column
     * by column; of the others, layers of as many windows and small copies, so that the copies that exchange most windows are
     * neighbours. All other stages stand alone.
     */
    private List<List<Stage>> groups() {
        List<List<Stage>> groups = new ArrayList<>();
        List<Stage> columns = this.columns.stages();
        List<Stage> open = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            if (columns.contains(stage)) {
                if (stage == columns.get(0)) {
                    groups.add(columns);
                }
            } else if (stage.tiling() == null || copies[stage.id()] == 1 || stage.arrays() > arraysPerTile(stage)) {
                groups.add(List.of(stage));
            } else if (!open.isEmpty() && alike(open.get(0), stage)) {
                open.add(stage);
            } else {
                open = new ArrayList<>(List.of(stage));
                groups.add(open);
            }
        }
        return groups;
    }

    private boolean alike(Stage a, Stage b) {
        return a.kind() == b.kind() && copies[a.id()] == copies[b.id()] && a.windows() == b.windows();
    }

    private int arraysPerTile(Stage stage) {
        return chip.kinds().get(stage.kind()).arrays();
    }

    /** One copy of a stage, and what orders it among those of its group. */
    private record Seat(Stage stage, int copy, double order) {}

    private void place(List<Stage> group, TileAllocator floor, StagePlacement[] seats) {
        boolean byColumn = group.equals(columns.stages());
        Map<Stage, CopyPlacement[]> sites = new LinkedHashMap<>();
        List<Seat> order = new ArrayList<>();
        for (Stage stage : group) {
            int rounds = copies[stage.id()] * stage.instances();
            sites.put(stage, new CopyPlacement[rounds]);
            for (int copy = 0; copy < rounds; copy++) {
                order.add(new Seat(stage, copy, byColumn ? columns.middle(stage, copy) : copy));
            }
        }
        order.sort(Comparator.comparingDouble(Seat::order));
        if (!byColumn && group.stream().anyMatch(stage -> wishes.fresh[stage.id()])) {
            floor.freshTile();
        }
        Stage before = null;
        for (Seat seat : order) {
            if (byColumn && seat.stage != before && wishes.fresh[seat.stage.id()]) {
                floor.freshTile();
            }
            before = seat.stage;
            Objects.requireNonNull(sites.get(seat.stage))[seat.copy] =
                    floor.place(Objects.requireNonNull(seat.stage.tiling()), wishes.strips[seat.stage.id()]);
        }
        sites.forEach((stage, placed) ->
                seats[stage.id()] = new StagePlacement(List.of(placed), copyOf(stage, placed.length)));
    }

    /** Of every window, the copy that does it: that of its strip, or the next in turn. */
    private int[] copyOf(Stage stage, int sites) {
        CopyStrips strips = schedule.strips().get(stage.id());
        int width = stage.node().output().width();
        int[] copy = new int[stage.windows()];
        for (int w = 0; w < copy.length; w++) {
            copy[w] = strips == null
                    ? schedule.orders().get(stage.id()).rankOf()[w] % sites
                    : strips.copyOf(w / width, w % width, width);
        }
        return copy;
    }

    /** Tiles of a digital stage's own: those it wishes for, and one at least where another kind of tiles makes its input. */
    private int own(Stage stage) {
        if (stage.node().partner() != null) {
            return 0;
        }
        boolean apart = !stage.isInput()
                && stage.tiling() == null
                && pipeline.stages().get(stage.inputs().get(0).producer()).kind() != stage.kind();
        return Math.max(wishes.own[stage.id()], apart ? 1 : 0);
    }

    /** Digital work sits with the producer of its first input, where the last position that a window needs is made. */
    private StagePlacement digital(Stage stage, TileAllocator floor, StagePlacement[] earlier) {
        int own = own(stage);
        StageEdge first = stage.inputs().get(0);
        StagePlacement producer = earlier[first.producer()];
        if (own == 0 && !pipeline.stages().get(first.producer()).isInput()) {
            int[] seatOf = new int[stage.windows()];
            for (int w = 0; w < seatOf.length; w++) {
                seatOf[w] = producer.siteOf(
                        first.field() == null ? w : Math.max(0, first.field().lastNeeded(w)));
            }
            return new StagePlacement(
                    producer.sites().stream().map(CopyPlacement::follower).toList(), seatOf);
        }
        if (own == 0) {
            return new StagePlacement(List.of(CopyPlacement.digital(floor.sharedTile())), new int[stage.windows()]);
        }
        return ownTiles(stage, floor, own);
    }

    /** Tiles of its own: windows are dealt out in stretches; where there are more tiles than windows, channels are, too. */
    private static StagePlacement ownTiles(Stage stage, TileAllocator floor, int own) {
        int stretches = Math.min(own, stage.windows());
        List<CopyPlacement> sites = new ArrayList<>();
        for (int i = 0; i < stretches; i++) {
            sites.add(CopyPlacement.digital(IntStream.range(0, Tiling.ceilDiv(own, stretches))
                    .map(t -> floor.claimTile())
                    .toArray()));
        }
        int[] seatOf = new int[stage.windows()];
        for (int w = 0; w < seatOf.length; w++) {
            seatOf[w] = (int) ((long) w * stretches / seatOf.length);
        }
        return new StagePlacement(sites, seatOf);
    }
}
