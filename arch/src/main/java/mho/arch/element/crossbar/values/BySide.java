package mho.arch.element.crossbar.values;

import mho.periphery.driver.WeightSide;
import org.jspecify.annotations.Nullable;

/**
 * Something of an array's cells, by the side of the weights that a phase reads.
 *
 * @param both of all cells, both signs of a cell at once
 * @param positive of the positive cells alone, where phases may read one side of cell-pairs; else null
 * @param negative likewise
 */
record BySide<T>(T both, @Nullable T positive, @Nullable T negative) {

    /** Of cells that have no sides to be read apart. */
    static <T> BySide<T> of(T both) {
        return new BySide<>(both, null, null);
    }

    T of(WeightSide side) {
        T one = side == WeightSide.POSITIVE ? positive : side == WeightSide.NEGATIVE ? negative : null;
        return one == null ? both : one;
    }
}
