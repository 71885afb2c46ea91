package mho.arch.element;

/**
 * What arrays kept as a memory, moved elsewhere before weights are written into them.
 *
 * @param rows of the memory
 * @param seconds until all is moved and the arrays are switched
 * @param joules of moving
 */
public record MovedOut(long rows, double seconds, double joules) {
    /** Of arrays that are nothing but weights. */
    public static final MovedOut NOTHING = new MovedOut(0, 0, 0);

    /** Both at the same time. */
    MovedOut beside(MovedOut other) {
        return new MovedOut(rows + other.rows, Math.max(seconds, other.seconds), joules + other.joules);
    }
}
