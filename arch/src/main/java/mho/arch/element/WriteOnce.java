package mho.arch.element;

import java.util.function.DoubleBinaryOperator;
import mho.periphery.array.ArrayWriting.Together;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to write all weights of a network once, into every copy. What nobody states is null, which is not zero.
 *
 * <p>Of each array the rectangle of rows and columns in use is written, reference columns and the unit column of offset weights
 * included, with P pulses of t seconds on every cell, in turns ({@link mho.periphery.array.ArrayWriting}):
 *
 * <pre>
 * time of an array   turns P t + reads P v      reads and their time v where pulses are verified, else none
 * time               the longest of all chips; of a chip, the sum over its arrays, the longest sum of a tile, or the longest array
 * energy             cells P (E of a pulse + of its read, with drivers and conversions)
 * life               P / endurance
 * </pre>
 *
 * Where arrays were a memory before, what they kept is moved out first, which takes its time and energy beside these.
 *
 * @param cells that are written
 * @param pulses of one cell
 * @param seconds until all is written
 * @param joules of all pulses, and of all reads that verify them
 * @param verifyJoules of these reads alone; 0 where nothing is verified
 * @param lifeUsed part of the pulses that a cell survives
 * @param parallel cells of an array that are written at once; 0 where no pulses write them, as in any memory of digital circuits
 * @param together arrays of a chip that are written at once
 * @param movedOut what is moved out of them before
 */
public record WriteOnce(
        long cells,
        @Nullable Double pulses,
        @Nullable Double seconds,
        @Nullable Double joules,
        @Nullable Double verifyJoules,
        @Nullable Double lifeUsed,
        int parallel,
        Together together,
        MovedOut movedOut) {

    /** Both at the same time; of a memory that no pulses write nothing is told beside cells that they do. */
    public WriteOnce beside(WriteOnce other) {
        if (parallel == 0 || other.cells == 0) {
            return other.cells == 0 ? this : other;
        }
        if (other.parallel == 0 || cells == 0) {
            return cells == 0 ? other : this;
        }
        return new WriteOnce(
                cells + other.cells,
                both(pulses, other.pulses, Math::max),
                both(seconds, other.seconds, Math::max),
                both(joules, other.joules, Double::sum),
                both(verifyJoules, other.verifyJoules, Double::sum),
                both(lifeUsed, other.lifeUsed, Math::max),
                Math.min(parallel, other.parallel),
                together,
                movedOut.beside(other.movedOut));
    }

    private static @Nullable Double both(@Nullable Double one, @Nullable Double other, DoubleBinaryOperator how) {
        return one == null || other == null ? null : (Double) how.applyAsDouble(one, other);
    }
}
