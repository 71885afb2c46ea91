package mho.workloads.task;

import mho.workloads.network.ReceptiveField;
import org.jspecify.annotations.Nullable;

/**
 * What an operation works on: what another one has made, or weights.
 *
 * @param from id of the operation that makes it: the operation's own where it reads its last result; {@link #WEIGHTS} for its matrix
 * @param field which positions of it each window reads; null for its own last window, and for weights
 * @param values read at each of them; of weights, all
 * @param lag of so many inputs ago it is: 0 of this one
 */
public record Operand(Keeping keeping, int from, @Nullable ReceptiveField field, long values, int lag) {
    public static final int WEIGHTS = -1;

    /** Results of another operation for the same input. */
    static Operand streamed(int from, @Nullable ReceptiveField field, long values) {
        return new Operand(Keeping.STREAMED, from, field, values, 0);
    }

    static Operand weights(Keeping keeping, long values) {
        return new Operand(keeping, WEIGHTS, null, values, 0);
    }

    public boolean isWeights() {
        return from == WEIGHTS;
    }

    /** The same of so many inputs ago. */
    public Operand lagging(int inputs) {
        return new Operand(keeping, from, field, values, inputs);
    }
}
