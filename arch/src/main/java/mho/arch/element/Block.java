package mho.arch.element;

import mho.arch.cut.Tiling;

/**
 * What an element is given at once: a part of a matrix, and vectors for it.
 *
 * @param rows driven of an array
 * @param columns read of it; beyond the array's own, all
 * @param vectors one after another
 */
public record Block(int rows, int columns, int vectors) {
    /** One vector for the fullest array of a layer. */
    public static Block fullest(Tiling tiling) {
        return new Block(tiling.rows(), tiling.cells(), 1);
    }
}
