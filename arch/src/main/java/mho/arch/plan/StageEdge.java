package mho.arch.plan;

import mho.workloads.network.ReceptiveField;
import mho.workloads.task.Operand;
import mho.workloads.task.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One stage reads another.
 *
 * @param consumer the producer itself where a recurrent layer reads its own previous window
 * @param field which positions of the producer each window reads; null for the recurrent case
 * @param values values read at each of them
 * @param lag of so many inputs ago is what it reads
 */
public record StageEdge(int producer, int consumer, @Nullable ReceptiveField field, int values, int lag) {
    /** What was made for the same input. */
    public StageEdge(int producer, int consumer, @Nullable ReceptiveField field, int values) {
        this(producer, consumer, field, values, 0);
    }

    static StageEdge of(Operation operation, Operand read) {
        return new StageEdge(read.from(), operation.id(), read.field(), Math.toIntExact(read.values()), read.lag());
    }

    public boolean isRecurrent() {
        return field == null;
    }

    /** Positions that a window reads; padding is not read. */
    public int taps(int window) {
        return field == null ? 1 : field.neededTaps(window);
    }
}
