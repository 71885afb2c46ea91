package mho.arch.plan;

import mho.workloads.network.ReceptiveField;
import org.jspecify.annotations.Nullable;

/**
 * One stage reads another.
 *
 * @param consumer the producer itself where a recurrent layer reads its own previous window
 * @param field which positions of the producer each window reads; null for the recurrent case
 * @param values values read at each of them
 */
public record StageEdge(int producer, int consumer, @Nullable ReceptiveField field, int values) {
    public boolean isRecurrent() {
        return field == null;
    }

    /** Positions that a window reads; padding is not read. */
    public int taps(int window) {
        return field == null ? 1 : field.neededTaps(window);
    }
}
