package mho.arch.element;

/** How long an element takes, in cycles of its clock: to the next vector, and to the finished result. */
public record Service(int occupancyCycles, int latencyCycles) {
    /** The same for vectors one after another. */
    public Service times(int vectors) {
        int others = Math.multiplyExact(vectors - 1, occupancyCycles);
        return new Service(Math.addExact(others, occupancyCycles), Math.addExact(others, latencyCycles));
    }
}
