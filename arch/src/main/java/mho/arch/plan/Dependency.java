package mho.arch.plan;

import java.util.Arrays;
import mho.workloads.network.ReceptiveField;

/**
 * What the windows of one stage need of another, and when they let go of it. Windows are counted by their ranks in the stages' orders.
 *
 * @param lastNeeded of every consumer window, the last producer window that must have arrived; -1 if none
 * @param keptFrom of every consumer window, the first producer window that is still needed once it is done
 * @param lag of so many inputs ago are the producer's windows
 */
public record Dependency(int producer, int consumer, int[] lastNeeded, int[] keptFrom, int lag) {

    static Dependency of(StageEdge reading, WindowOrder producer, WindowOrder consumer, MappingEffort effort) {
        int windows = consumer.windowAt().length;
        int[] last = new int[windows];
        int[] kept = new int[windows];
        ReceptiveField field = reading.field();
        if (field == null) {
            for (int rank = 0; rank < windows; rank++) {
                last[rank] = rank - 1;
                kept[rank] = rank;
            }
            return new Dependency(reading.producer(), reading.consumer(), last, kept, reading.lag());
        }
        int[] lastOf = FieldRanks.last(field, producer, effort);
        int[] firstOf = FieldRanks.first(field, producer, effort);
        for (int rank = 0; rank < windows; rank++) {
            last[rank] = lastOf[consumer.windowAt()[rank]];
            kept[rank] = firstOf[consumer.windowAt()[rank]];
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
        return new Dependency(reading.producer(), reading.consumer(), last, kept, reading.lag());
    }

    /** Every consumer window needs all of so many producer windows. */
    static Dependency ofAll(int producer, int made, int consumer, int windows) {
        int[] last = new int[windows];
        Arrays.fill(last, made - 1);
        return new Dependency(producer, consumer, last, keptToTheEnd(made, windows), 0);
    }

    /** The last consumer window needs all of them, and no other any. */
    static Dependency ofLast(int producer, int made, int consumer, int windows) {
        int[] last = new int[windows];
        Arrays.fill(last, -1);
        last[windows - 1] = made - 1;
        return new Dependency(producer, consumer, last, keptToTheEnd(made, windows), 0);
    }

    private static int[] keptToTheEnd(int made, int windows) {
        int[] kept = new int[windows];
        kept[windows - 1] = made;
        return kept;
    }

    /**
     * The same for so many inputs that go through as one, one after the other.
     *
     * @param made windows of the producer for one input
     * @param windows of the consumer for all; those beyond its own for each need nothing more
     */
    Dependency repeated(int inputs, int made, int windows) {
        int each = lastNeeded.length;
        int[] last = new int[windows];
        int[] kept = new int[windows];
        int most = -1;
        for (int w = 0; w < windows; w++) {
            int input = Math.min(w / each, inputs - 1);
            int own = Math.min(w - input * each, each - 1);
            most = lastNeeded[own] < 0 ? most : Math.max(most, input * made + lastNeeded[own]);
            last[w] = most;
            kept[w] = input * made + (own == each - 1 ? made : keptFrom[own]);
        }
        return new Dependency(producer, consumer, last, kept, lag);
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
}
