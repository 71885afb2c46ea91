package mho.arch.cut;

/**
 * How one layer's matrix is cut.
 *
 * @param stored of its rows and columns
 * @param tiling of what is stored
 * @param rim where its values are converted
 */
public record Cut(StoredLines stored, Tiling tiling, Rim rim) {}
