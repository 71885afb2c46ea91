package mho.arch.element.crossbar.values;

import mho.periphery.array.Product;
import org.jspecify.annotations.Nullable;

/**
 * Programmed cells as their columns sense them.
 *
 * @param products of inputs with the cells, in units of a weight's digit
 * @param rowConductance of all cells of a row over the on-conductance
 * @param noise of reading, null for none
 * @param compensation by which outputs are scaled up for what the cells have lost over time; 1 for none
 */
record SensedCells(
        BySide<Product> products,
        BySide<float[]> rowConductance,
        @Nullable BySide<ReadNoise> noise,
        double compensation) {}
