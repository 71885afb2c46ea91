package mho.arch.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.arch.cut.Interval;
import mho.workloads.network.Direction;
import mho.workloads.network.ReceptiveField;
import org.jspecify.annotations.Nullable;

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
        Sets sets = new Sets();
        int[] setOf = new int[producerWindows];
        ReceptiveField field = reading.field();
        if (field == null || field.barrier() > 0) {
            Arrays.fill(setOf, sets.id(reader.allTiles()));
            return new WindowRoutes(sets.list, setOf, reader.inputsByTile());
        }
        if (everyoneReadsAll(field)) {
            Arrays.fill(setOf, sets.id(reader.seatedTiles()));
            return new WindowRoutes(sets.list, setOf, reader.inputsByTile());
        }
        int[][] rows = readers(field.rows());
        int[][] columns = readers(field.columns());
        int width = field.columns().in();
        int outWidth = field.columns().out();
        TileSet tiles = new TileSet(reader);
        for (int p = 0; p < producerWindows; p++) {
            int[] oy = rows[p / width];
            int[] ox = columns[p % width];
            tiles.clear();
            long looked = tiles.all.length;
            for (int y = 0; y < oy.length && !tiles.full(); y++) {
                for (int x = 0; x < ox.length && !tiles.full(); x++) {
                    tiles.add(oy[y] * outWidth + ox[x]);
                    looked++;
                }
            }
            effort.spend(looked, "finding which tiles read what");
            setOf[p] = sets.id(tiles.sorted());
        }
        return new WindowRoutes(sets.list, setOf, reader.inputsByTile());
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
        Sets sets = new Sets();
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
        return new WindowRoutes(sets.list, setOf, channels);
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

    /** For every input index of one direction, the output indices that read it. */
    private static int[][] readers(Direction axis) {
        List<List<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < axis.in(); i++) {
            readers.add(new ArrayList<>());
        }
        for (int o = 0; o < axis.out(); o++) {
            for (int k = 0; k < axis.kernel(); k++) {
                int i = axis.index(o, k);
                if (i >= 0) {
                    readers.get(i).add(o);
                }
            }
        }
        return readers.stream()
                .map(outputs -> outputs.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Distinct sets of tiles. */
    private static final class Sets {
        private final List<int[]> list = new ArrayList<>();
        private final Map<Key, Integer> ids = new HashMap<>();

        /** An array as a key; its hash is computed once. */
        private record Key(int[] values, int hash) {
            @Override
            public boolean equals(@Nullable Object other) {
                return other instanceof Key key && hash == key.hash && Arrays.equals(values, key.values);
            }

            @Override
            public int hashCode() {
                return hash;
            }
        }

        int id(int[] sorted) {
            Key key = new Key(sorted, Arrays.hashCode(sorted));
            Integer id = ids.putIfAbsent(key, list.size());
            if (id != null) {
                return id;
            }
            list.add(sorted);
            return list.size() - 1;
        }
    }

    /** Collects the tiles of windows, cheaply, one producer window after the other: tiles are known by their rank among all. */
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

        void clear() {
            Arrays.fill(marked, false);
            size = 0;
            stamp++;
        }

        boolean full() {
            return size == all.length;
        }

        void add(int window) {
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
