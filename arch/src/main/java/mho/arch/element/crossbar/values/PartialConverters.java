package mho.arch.element.crossbar.values;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;
import mho.periphery.array.ComposedBits;
import mho.periphery.readout.Converter;
import org.jspecify.annotations.Nullable;

/**
 * The converters of one array. Where results are composed, a column is converted in each phase to the bits that reach the result: columns
 * of one slice of the weights together, each slice to bits of its own, over one and the same range.
 */
final class PartialConverters {
    private final int columns;
    private final @Nullable Converter whole;
    private final @Nullable ComposedBits bits;

    /** Columns by slice. */
    private final int[][] ofSlice;

    /** By bits; absent where no slice has so many in any phase. */
    private final @Nullable Converter[] byBits;

    private PartialConverters(
            int columns,
            @Nullable Converter whole,
            @Nullable ComposedBits bits,
            int[][] ofSlice,
            @Nullable Converter[] byBits) {
        this.columns = columns;
        this.whole = whole;
        this.bits = bits;
        this.ofSlice = ofSlice;
        this.byBits = byBits;
    }

    static PartialConverters whole(Converter converter) {
        return new PartialConverters(0, converter, null, new int[0][], new Converter[0]);
    }

    /** @param made converters of so many bits for the columns of one slice */
    static PartialConverters composed(Columns columns, ComposedBits bits, IntFunction<Converter> made) {
        int[][] ofSlice = bySlice(columns);
        int most = 0;
        for (int phase = 0; phase < bits.allPhases(); phase++) {
            for (int slice = 0; slice < bits.slices(); slice++) {
                most = Math.max(most, bits.of(phase, slice));
            }
        }
        @Nullable Converter[] byBits = new Converter[most + 1];
        for (int phase = 0; phase < bits.allPhases(); phase++) {
            for (int slice = 0; slice < bits.slices(); slice++) {
                int each = bits.of(phase, slice);
                if (each > 0 && byBits[each] == null) {
                    byBits[each] = made.apply(each);
                }
            }
        }
        return new PartialConverters(columns.count(), null, bits, ofSlice, byBits);
    }

    /** That of all columns, where none is converted to fewer bits than another. */
    Converter all() {
        return Objects.requireNonNull(whole, "results are composed");
    }

    /** The columns of every slice, in their order. */
    static int[][] bySlice(Columns columns) {
        int[][] ofSlice = new int[columns.slicing().slices()][];
        for (int slice = 0; slice < ofSlice.length; slice++) {
            int[] found = new int[columns.count()];
            int count = 0;
            for (int c = 0; c < columns.count(); c++) {
                if (columns.slice(c) == slice) {
                    found[count++] = c;
                }
            }
            ofSlice[slice] = Arrays.copyOf(found, count);
        }
        return ofSlice;
    }

    /**
     * Converts in place; what is left out becomes zero.
     *
     * @param sums of vectors x columns
     * @param gathered room for as many
     * @return how many were clipped
     */
    long convert(int phase, float[] sums, int vectors, float[] gathered) {
        if (whole != null) {
            return whole.convert(sums, vectors);
        }
        long clipped = 0;
        for (int slice = 0; slice < ofSlice.length; slice++) {
            int[] own = ofSlice[slice];
            Converter converter = bits == null ? null : byBits[bits.of(phase, slice)];
            if (converter == null) {
                clear(own, vectors, sums, columns);
                continue;
            }
            gather(sums, columns, own, vectors, gathered);
            clipped += converter.convert(gathered, vectors);
            scatter(gathered, own, vectors, sums, columns);
        }
        return clipped;
    }

    /** Picks columns out. */
    static void gather(float[] sums, int columns, int[] picked, int vectors, float[] to) {
        for (int v = 0; v < vectors; v++) {
            for (int i = 0; i < picked.length; i++) {
                to[v * picked.length + i] = sums[v * columns + picked[i]];
            }
        }
    }

    private static void clear(int[] picked, int vectors, float[] sums, int columns) {
        for (int v = 0; v < vectors; v++) {
            for (int column : picked) {
                sums[v * columns + column] = 0;
            }
        }
    }

    private static void scatter(float[] from, int[] picked, int vectors, float[] sums, int columns) {
        for (int v = 0; v < vectors; v++) {
            for (int i = 0; i < picked.length; i++) {
                sums[v * columns + picked[i]] = from[v * picked.length + i];
            }
        }
    }
}
