package mho.periphery.array;

import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.device.CellWriting;
import org.jspecify.annotations.Nullable;

/**
 * How arrays are written.
 *
 * @param cell figures of one cell, over those of its device
 * @param verifyTime null where it is that of one phase and of the conversions that follow it
 */
public record ArrayWriting(
        @Inline CellWriting cell,
        @Scales(why = "writing is apart from what reading costs")
                @Doc(
                        "Cells of an array that are written at once: some of a row (all of them: its columns), or whole rows")
                @Default("1")
                int parallel,
        @Scales(why = "writing is apart from what reading costs")
                @Doc(
                        "Arrays of a chip that are written at once: one; one of every tile (tiles); all of them. Chips are written side by side")
                @Default("one")
                Together arrays,
        @Scales(why = "writing is apart from what reading costs")
                @Doc("Whether every pulse is followed by a read of the cells, row by row")
                @Default("false")
                boolean verify,
        @Scales(why = "writing is apart from what reading costs")
                @Doc("Time of one such read; a phase and the conversions of the columns read when not stated")
                @Unit("s")
                @Range(min = 0)
                @Nullable
                Double verifyTime) {

    /** Arrays that are written at once. */
    public enum Together {
        ONE,
        TILES,
        ALL
    }

    /** Of a chip file that says nothing of it: cell by cell, one array of a chip after the other. */
    public static final ArrayWriting UNSTATED =
            new ArrayWriting(new CellWriting(null, null, null, null, null), 1, Together.ONE, false, null);

    /** Reads that take a rectangle of cells: of one row at a time, and of no more of its cells than are written at once. */
    public long reads(int rows, int columns, int arrayColumns) {
        return (long) rows * ceil(columns, columnsRead(columns, arrayColumns));
    }

    /** Turns in which a rectangle of cells is written. */
    public long turns(int rows, int columns, int arrayColumns) {
        return parallel <= arrayColumns ? reads(rows, columns, arrayColumns) : ceil(rows, parallel / arrayColumns);
    }

    /** Columns of one read, or turn: all that are in use, those beside the array's own included, where a whole row is written at once. */
    public int columnsRead(int columns, int arrayColumns) {
        return parallel >= arrayColumns ? columns : Math.min(parallel, columns);
    }

    private static int ceil(int a, int b) {
        return (int) (((long) a + b - 1) / b);
    }
}
