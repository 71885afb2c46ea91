package mho.arch.numerics;

import mho.periphery.array.Product;
import mho.periphery.driver.Side;
import org.jspecify.annotations.Nullable;

/**
 * Programmed cells as their columns sense them: products of inputs with them, in units of a weight's digit.
 *
 * @param both all cells, both signs of a cell at once
 * @param positive the positive cells alone, where phases read one side of cell-pairs; else null
 * @param negative likewise
 * @param rowConductance of all cells of a row over the on-conductance
 * @param noise of reading, null for none
 * @param compensation by which outputs are scaled up for what the cells have lost over time; 1 for none
 */
record Cells(
        Product both,
        @Nullable Product positive,
        @Nullable Product negative,
        float[] rowConductance,
        @Nullable ReadNoise noise,
        double compensation) {

    Product of(Side side) {
        Product one = side == Side.POSITIVE ? positive : side == Side.NEGATIVE ? negative : null;
        return one == null ? both : one;
    }
}
