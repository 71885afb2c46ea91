package mho.workloads.network;

/**
 * Of a node that works where another one does: on its arrays, or beside them.
 *
 * @param node id of that other one
 */
public record Partner(int node, Role role) {
    /** What it does there. */
    public enum Role {
        /** Digital work in the same tiles. */
        BESIDE,
        /** Its matrix, read from the side of its outputs. */
        TRANSPOSED,
        /** Its matrix, changed where it stands. */
        UPDATE;

        /** Whether it keeps the arrays busy. */
        public boolean takesArrays() {
            return this != BESIDE;
        }
    }
}
