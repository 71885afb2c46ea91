package mho.arch.cut;

/** What of a matrix is left out of the arrays: nothing, or rows and columns of nothing but zeros. */
public enum Compact {
    NONE,
    ZEROS
}
