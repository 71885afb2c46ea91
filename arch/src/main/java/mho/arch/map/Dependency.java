package mho.arch.map;

import mho.workloads.network.Direction;
import mho.workloads.network.Field;

/**
 * What the windows of one stage need of another, and when they let go of it. Windows are counted by their ranks in the stages' orders.
 *
 * @param lastNeeded of every consumer window, the last producer window that must have arrived; -1 if none
 * @param keptFrom of every consumer window, the first producer window that is still needed once it is done
 */
public record Dependency(int producer, int consumer, int[] lastNeeded, int[] keptFrom) {

    static Dependency of(Reading reading, Order producer, Order consumer) {
        int windows = consumer.windowAt().length;
        int[] last = new int[windows];
        int[] kept = new int[windows];
        Field field = reading.field();
        if (field == null) {
            for (int rank = 0; rank < windows; rank++) {
                last[rank] = rank - 1;
                kept[rank] = rank;
            }
            return new Dependency(reading.producer(), reading.consumer(), last, kept);
        }
        Ranks ranks = new Ranks(field, producer);
        for (int rank = 0; rank < windows; rank++) {
            last[rank] = ranks.last(consumer.windowAt()[rank]);
            kept[rank] = ranks.first(consumer.windowAt()[rank]);
        }
        int needed = producer.windowAt().length;
        for (int rank = windows - 1; rank >= 0; rank--) {
            int first = kept[rank];
            kept[rank] = needed;
            needed = first < 0 ? needed : Math.min(needed, first);
        }
        for (int rank = 1; rank < windows; rank++) {
            last[rank] = Math.max(last[rank], last[rank - 1]);
        }
        return new Dependency(reading.producer(), reading.consumer(), last, kept);
    }

    /** The last rank that each window needs, before anything is known of the consumer's own order. */
    static int[] lastNeeded(Field field, Order producer, int windows) {
        Ranks ranks = new Ranks(field, producer);
        int[] last = new int[windows];
        for (int w = 0; w < windows; w++) {
            last[w] = ranks.last(w);
        }
        return last;
    }

    boolean isRecurrent() {
        return producer == consumer;
    }

    int windows() {
        return lastNeeded.length;
    }

    /** Producer windows needed before so many consumer windows can be done. */
    int neededFor(int consumerWindows) {
        return consumerWindows == 0 ? 0 : lastNeeded[consumerWindows - 1] + 1;
    }

    /** Producer windows let go once so many consumer windows are done. */
    int freedAfter(int consumerWindows) {
        return consumerWindows == 0 ? 0 : keptFrom[consumerWindows - 1];
    }

    /** The most producer windows that must be in the buffer at once; a recurrent stage also writes one while it reads one. */
    int span() {
        int most = 1;
        for (int w = 0; w < windows(); w++) {
            most = Math.max(most, neededFor(w + 1) - freedAfter(w));
        }
        return isRecurrent() ? most + 1 : most;
    }

    /** First and last ranks of the positions in a window's field. */
    private record Ranks(Field field, Order producer, boolean rowMajor) {
        Ranks(Field field, Order producer) {
            this(field, producer, producer.isRowMajor());
        }

        int last(int window) {
            return extreme(window, true);
        }

        int first(int window) {
            return extreme(window, false);
        }

        private int extreme(int window, boolean last) {
            int from = field.firstNeeded(window);
            int to = field.lastNeeded(window);
            if (from < 0 || rowMajor || (from == 0 && to == field.positions() - 1 && field.barrier() > 0)) {
                return last ? to : from;
            }
            Direction rows = field.rows();
            Direction columns = field.columns();
            int rank = producer.rankOf()[from];
            for (int down = 0; down < rows.kernel(); down++) {
                int y = rows.index(window / columns.out(), down);
                for (int right = 0; y >= 0 && right < columns.kernel(); right++) {
                    int x = columns.index(window % columns.out(), right);
                    if (x >= 0) {
                        int here = producer.rankOf()[y * columns.in() + x];
                        rank = last ? Math.max(rank, here) : Math.min(rank, here);
                    }
                }
            }
            return rank;
        }
    }
}
