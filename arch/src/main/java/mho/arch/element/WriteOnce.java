package mho.arch.element;

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
 * @param cells that are written
 * @param pulses of one cell
 * @param seconds until all is written
 * @param joules of all pulses, and of all reads that verify them
 * @param verifyJoules of these reads alone; 0 where nothing is verified
 * @param lifeUsed part of the pulses that a cell survives
 * @param parallel cells of an array that are written at once; 0 where no pulses write them, as in any memory of digital circuits
 * @param together arrays of a chip that are written at once
 */
public record WriteOnce(
        long cells,
        @Nullable Double pulses,
        @Nullable Double seconds,
        @Nullable Double joules,
        @Nullable Double verifyJoules,
        @Nullable Double lifeUsed,
        int parallel,
        Together together) {}
