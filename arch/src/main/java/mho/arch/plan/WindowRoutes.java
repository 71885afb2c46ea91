package mho.arch.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.arch.cut.Interval;
import mho.workloads.network.Direction;
import mho.workloads.network.ReceptiveField;

/**
 * Where each window of a producer has to go for one or all of its readers: only to the tiles whose windows read it.
 *
 * @param sets the distinct sets of tiles, each sorted
 * @param setOf of every producer window, the index of its set
 * @param channels the channels that each tile reads
 */
public record WindowRoutes(List<int[]> sets, int[] setOf, Map<Integer, Interval> channels) {

    /** @param reader where the consumer's windows work */
    static WindowRoutes of(StageEdge reading, int producerWindows, StagePlacement reader, MappingEffort effort) {
        DistinctArrays sets = new DistinctArrays();
        int[] setOf = new int[producerWindows];
        ReceptiveField field = reading.field();
        if (field == null || field.barrier() > 0) {
            Arrays.fill(setOf, sets.id(reader.allTiles()));
            return new WindowRoutes(sets.list(), setOf, reader.inputsByTile());
        }
        if (everyoneReadsAll(field)) {
            Arrays.fill(setOf, sets.id(reader.seatedTiles()));
            return new WindowRoutes(sets.list(), setOf, reader.inputsByTile());
        }
        Direction rows = field.rows();
        Direction columns = field.columns();
        ReaderGroups byRow = ReaderGroups.ofRows(rows, columns.out(), reader);
        ReaderGroups byColumn = ReaderGroups.ofColumns(columns, rows.out(), reader);
        effort.spend(2.0 * rows.out() * columns.out() + producerWindows, "finding which tiles read what");
        int[] known = new int[byRow.kinds() * byColumn.kinds()];
        Arrays.fill(known, -1);
        TileSet tiles = new TileSet(reader);
        for (int p = 0; p < producerWindows; p++) {
            int row = byRow.kindOf()[p / columns.in()];
            int column = byColumn.kindOf()[p % columns.in()];
            int kind = row * byColumn.kinds() + column;
            if (known[kind] < 0) {
                effort.spend(
                        tiles.take(byRow.readers()[row], byColumn.readers()[column], columns.out()),
                        "finding which tiles read what");
                known[kind] = sets.id(tiles.sorted());
            }
            setOf[p] = known[kind];
        }
        return new WindowRoutes(sets.list(), setOf, reader.inputsByTile());
    }

    /** As in attention: listing who reads what would cost windows times positions, and say nothing. */
    private static boolean everyoneReadsAll(ReceptiveField field) {
        return field.rows().isWhole() && field.columns().isWhole();
    }

    /** The union of several readers' routes. */
    static WindowRoutes union(List<WindowRoutes> all, int windows) {
        if (all.size() == 1) {
            return all.get(0);
        }
        DistinctArrays sets = new DistinctArrays();
        int[] setOf = new int[windows];
        Map<List<Integer>, Integer> known = new HashMap<>();
        for (int p = 0; p < windows; p++) {
            int window = p;
            List<Integer> parts = all.stream().map(r -> r.setOf[window]).toList();
            setOf[p] = known.computeIfAbsent(parts, ids -> {
                int[] union = java.util.stream.IntStream.range(0, all.size())
                        .flatMap(i -> Arrays.stream(all.get(i).sets.get(ids.get(i))))
                        .sorted()
                        .distinct()
                        .toArray();
                return sets.id(union);
            });
        }
        Map<Integer, Interval> channels = new HashMap<>();
        all.forEach(r -> r.channels.forEach((tile, read) -> channels.merge(tile, read, Interval::hull)));
        return new WindowRoutes(sets.list(), setOf, channels);
    }

    public int[] tilesOf(int window) {
        return sets.get(setOf[window]);
    }

    /** The part of the windows that goes to each tile. */
    Map<Integer, Double> shares() {
        int[] uses = new int[sets.size()];
        for (int set : setOf) {
            uses[set]++;
        }
        Map<Integer, Double> shares = new HashMap<>();
        for (int s = 0; s < uses.length; s++) {
            for (int tile : sets.get(s)) {
                shares.merge(tile, (double) uses[s] / setOf.length, Double::sum);
            }
        }
        return shares;
    }

    /** Collects the tiles of windows, cheaply, one set after the other: tiles are known by their rank among all. */
    private static final class TileSet {
        private final StagePlacement seats;
        private final int[] all;
        private final int[][] ranksOfSite;
        private final int[] seatStamp;
        private final boolean[] marked;
        private int size;
        private int stamp;

        TileSet(StagePlacement seats) {
            this.seats = seats;
            all = seats.allTiles();
            ranksOfSite = seats.sites().stream().map(this::ranks).toArray(int[][]::new);
            seatStamp = new int[ranksOfSite.length];
            marked = new boolean[all.length];
        }

        private int[] ranks(CopyPlacement site) {
            return site.fragments().stream()
                    .mapToInt(fragment -> Arrays.binarySearch(all, fragment.tile()))
                    .toArray();
        }

        /** The tiles of the windows where these rows and columns meet; returns how many windows and tiles were looked at. */
        long take(int[] rows, int[] columns, int width) {
            Arrays.fill(marked, false);
            size = 0;
            stamp++;
            long looked = all.length;
            for (int y = 0; y < rows.length && !full(); y++) {
                for (int x = 0; x < columns.length && !full(); x++) {
                    add(rows[y] * width + columns[x]);
                    looked++;
                }
            }
            return looked;
        }

        private boolean full() {
            return size == all.length;
        }

        private void add(int window) {
            int site = seats.siteOf(window);
            if (seatStamp[site] == stamp) {
                return;
            }
            seatStamp[site] = stamp;
            for (int rank : ranksOfSite[site]) {
                if (!marked[rank]) {
                    marked[rank] = true;
                    size++;
                }
            }
        }

        int[] sorted() {
            int[] sorted = new int[size];
            for (int rank = 0, i = 0; i < size; rank++) {
                if (marked[rank]) {
                    sorted[i++] = all[rank];
                }
            }
            return sorted;
        }
    }
}
