package mho.arch.element;

/** How long an element takes, in the tiles' cycles: to the next vector, and to the finished result. */
public record Service(int occupancyCycles, int latencyCycles) {
    /** The same for vectors one after another. */
    public Service times(int vectors) {
        int others = Math.multiplyExact(vectors - 1, occupancyCycles);
        return new Service(Math.addExact(others, occupancyCycles), Math.addExact(others, latencyCycles));
    }
}
