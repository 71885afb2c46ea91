package mho.periphery.array;

import mho.core.cost.Scales;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;

/**
 * Analog buffers between the arrays of a grid (Li et al., ISCA 2020): a row's pulse passes from array to array along the grid, and the currents
 * of a column's arrays come down to one adder, so that inputs are converted once for the whole grid and sums once behind it.
 *
 * <pre>
 *   row ──► array ──[pulse]──► array ──[pulse]──► …      across
 *             │                  │
 *         [current]          [current]
 *             ▼                  ▼
 *   row ──► array ──[pulse]──► array ──[pulse]──► …      down
 *             │                  │
 *           adder              adder ──► integration, converter
 * </pre>
 *
 * @param pulses one for every row of every array
 * @param currents one for every column of every array but those next to the adders
 * @param adder one for every column of the grid
 */
public record LocalBuffers(
        @Scales(why = "figures are those of one array, one buffer, one adder")
                @Doc("Arrays whose column currents are added before they are converted")
                @Range(min = 1, max = 4096)
                int down,
        @Scales(why = "figures are those of one array, one buffer, one adder")
                @Doc("Arrays that a row's pulse passes, one after the other")
                @Range(min = 1, max = 4096)
                int across,
        PulseBuffer pulses,
        CurrentBuffer currents,
        CurrentAdder adder) {

    /** Rows that end in one adder. */
    public int rows(int ofArray) {
        return Math.multiplyExact(down, ofArray);
    }

    /** Columns that a row reaches. */
    public int columns(int ofArray) {
        return Math.multiplyExact(across, ofArray);
    }

    /** Arrays of a grid. */
    public int arrays() {
        return Math.multiplyExact(down, across);
    }

    /** Whether inputs and sums pass as they are. */
    public boolean exact() {
        return pulses.jitter() == 0 && currents.mismatch() == 0;
    }
}
