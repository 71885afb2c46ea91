package mho.arch.plan;

import java.util.Arrays;
import java.util.function.IntFunction;
import mho.workloads.network.Direction;

/**
 * The rows of a producer's map by who reads them, or its columns. Rows of the reader whose windows stand at the same sites, column by
 * column, are of one group, and rows of the producer that the same groups read are of one kind: whatever hangs on sites alone is found
 * once for each kind of row and kind of column, which are as many as copies have turns, and not once for each window.
 *
 * @param kindOf of every row of the producer
 * @param readers of every kind, a row of the reader for each group
 */
record ReaderGroups(int[] kindOf, int[][] readers) {

    static ReaderGroups ofRows(Direction rows, int width, StagePlacement reader) {
        return of(rows, y -> Arrays.copyOfRange(reader.siteOf(), y * width, (y + 1) * width));
    }

    static ReaderGroups ofColumns(Direction columns, int height, StagePlacement reader) {
        int width = columns.out();
        return of(columns, x -> {
            int[] sites = new int[height];
            Arrays.setAll(sites, y -> reader.siteOf(y * width + x));
            return sites;
        });
    }

    private static ReaderGroups of(Direction axis, IntFunction<int[]> sitesOf) {
        DistinctArrays sites = new DistinctArrays();
        int[] groupOf = new int[axis.out()];
        int[] firstOf = new int[axis.out()];
        for (int o = 0; o < groupOf.length; o++) {
            int groups = sites.size();
            groupOf[o] = sites.id(sitesOf.apply(o));
            if (groupOf[o] == groups) {
                firstOf[groups] = o;
            }
        }
        DistinctArrays kinds = new DistinctArrays();
        int[] kindOf = new int[axis.in()];
        int[][] readers = readers(axis);
        for (int i = 0; i < kindOf.length; i++) {
            kindOf[i] = kinds.id(Arrays.stream(readers[i])
                    .map(o -> groupOf[o])
                    .sorted()
                    .distinct()
                    .map(group -> firstOf[group])
                    .toArray());
        }
        return new ReaderGroups(kindOf, kinds.list().toArray(int[][]::new));
    }

    int kinds() {
        return readers.length;
    }

    /** For every input index of one direction, the output indices that read it. */
    private static int[][] readers(Direction axis) {
        int[][] readers = new int[axis.in()][];
        int[] counts = new int[axis.in()];
        for (boolean counting : new boolean[] {true, false}) {
            for (int o = 0; o < axis.out(); o++) {
                for (int k = 0; k < axis.kernel(); k++) {
                    int i = axis.index(o, k);
                    if (i >= 0 && counting) {
                        counts[i]++;
                    } else if (i >= 0) {
                        readers[i][--counts[i]] = o;
                    }
                }
            }
            if (counting) {
                Arrays.setAll(readers, i -> new int[counts[i]]);
            }
        }
        return readers;
    }
}
