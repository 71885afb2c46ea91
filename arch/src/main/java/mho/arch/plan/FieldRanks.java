package mho.arch.plan;

import mho.workloads.network.Direction;
import mho.workloads.network.ReceptiveField;

/**
 * First and last ranks, in their producer's order, of the positions that each window reads; -1 for a window that lies in padding
 * altogether.
 *
 * <p>A field is rows times columns, so that the extreme of a window is that along one axis of those along the other: windows times the sum
 * of two kernels, not their product. The axis that leaves fewer intermediate values goes first; these are no more than the positions
 * or than the windows.
 */
final class FieldRanks {
    private static final int NONE = -1;

    private FieldRanks() {}

    static int[] last(ReceptiveField field, WindowOrder producer, MappingEffort effort) {
        return isInOrder(field, producer) ? field.lastNeeded() : extremes(field, producer, true, effort);
    }

    static int[] first(ReceptiveField field, WindowOrder producer, MappingEffort effort) {
        if (!isInOrder(field, producer)) {
            return extremes(field, producer, false, effort);
        }
        int[] first = new int[field.windows()];
        for (int w = 0; w < first.length; w++) {
            first[w] = field.firstNeeded(w);
        }
        return first;
    }

    /** Where the first position needed has the first rank, and the last the last: behind a barrier all are needed. */
    private static boolean isInOrder(ReceptiveField field, WindowOrder producer) {
        return field.barrier() > 0 || producer.isRowMajor();
    }

    private static int[] extremes(ReceptiveField field, WindowOrder producer, boolean last, MappingEffort effort) {
        Direction rows = field.rows();
        Direction columns = field.columns();
        boolean columnsFirst = (long) rows.in() * columns.out() <= (long) rows.out() * columns.in();
        double between = columnsFirst ? (double) rows.in() * columns.out() : (double) rows.out() * columns.in();
        double taps = columnsFirst
                ? between * columns.kernel() + (double) field.windows() * rows.kernel()
                : between * rows.kernel() + (double) field.windows() * columns.kernel();
        effort.spend(
                taps, "finding what windows of %d x %d positions wait for".formatted(rows.kernel(), columns.kernel()));
        return columnsFirst
                ? alongRows(rows, columns.out(), alongColumns(columns, producer.rankOf(), rows.in(), last), last)
                : alongColumns(columns, alongRows(rows, columns.in(), producer.rankOf(), last), rows.out(), last);
    }

    private static int[] alongColumns(Direction columns, int[] ranks, int height, boolean last) {
        int[] extremes = new int[height * columns.out()];
        for (int y = 0; y < height; y++) {
            for (int o = 0; o < columns.out(); o++) {
                int extreme = NONE;
                for (int k = 0; k < columns.kernel(); k++) {
                    int x = columns.index(o, k);
                    extreme = x < 0 ? extreme : further(extreme, ranks[y * columns.in() + x], last);
                }
                extremes[y * columns.out() + o] = extreme;
            }
        }
        return extremes;
    }

    private static int[] alongRows(Direction rows, int width, int[] ranks, boolean last) {
        int[] extremes = new int[rows.out() * width];
        for (int o = 0; o < rows.out(); o++) {
            for (int x = 0; x < width; x++) {
                int extreme = NONE;
                for (int k = 0; k < rows.kernel(); k++) {
                    int y = rows.index(o, k);
                    extreme = y < 0 ? extreme : further(extreme, ranks[y * width + x], last);
                }
                extremes[o * width + x] = extreme;
            }
        }
        return extremes;
    }

    private static int further(int rank, int other, boolean last) {
        if (rank == NONE || other == NONE) {
            return Math.max(rank, other);
        }
        return last ? Math.max(rank, other) : Math.min(rank, other);
    }
}
