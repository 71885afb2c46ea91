package mho.arch.element.crossbar;

import mho.arch.element.MovedOut;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.memory.RowTiming;

/**
 * Arrays that are a memory while nobody computes: before weights are written what they keep is moved elsewhere, row by row, and their
 * circuits are switched (Chi et al., ISCA 2016, section III-E). A row of the memory spans several arrays.
 *
 * <pre>
 * rows     arrays in use of a tile / arrays of a row, rounded up, x rows of an array x occupied; over all tiles
 * time     rows of the chip that has most x (tRCD + tCL + tWR + tRP) + switching
 * energy   rows x energy of a row
 * </pre>
 */
public record MemoryMode(
        @Scales(why = "moving is apart from what computing costs")
                @Doc("Arrays that a row of the memory spans")
                @Range(min = 1)
                int arrays,
        @Scales(why = "moving is apart from what computing costs")
                @Doc("Part of the rows that hold something when arrays are wanted for computing")
                @Default("100 %")
                @Unit("1")
                @Range(min = 0, max = 1)
                double occupied,
        @Scales(why = "moving is apart from what computing costs")
                @Doc("Time to switch decoders, drivers and amplifiers from one mode to the other")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0, max = 1)
                double switching,
        @Scales(why = "moving is apart from what computing costs")
                @Doc("Energy of reading a row and writing it elsewhere")
                @Unit("J")
                @Range(min = 0)
                double energy,
        RowTiming rows) {

    /**
     * @param lines rows of all memory rows that are given up
     * @param longest those of the chip that has most
     */
    MovedOut movedOut(long lines, long longest) {
        double moved = Math.ceil(lines * occupied);
        return new MovedOut(
                (long) moved,
                Math.ceil(longest * occupied) * rows.moveSeconds() + (lines > 0 ? switching : 0),
                moved * energy);
    }
}
