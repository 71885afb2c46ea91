package mho.arch.element;

/**
 * What of an element has a say in the values it computes, and nothing else: no price, no clock. The machine sees an element through it
 * alone, whatever its kind. Elements with equal faces compute equal values, so that an implementation is a record.
 */
public interface ElementValues {
    /**
     * Elements without weights yet.
     *
     * @param readSeconds from the writing of weights to the reading; nothing to those whose weights keep
     * @param seed of all random numbers
     */
    ElementState state(double readSeconds, long seed);

    /** Standard deviation of a value that is handed on as a voltage, where it arrives, as a part of the largest. */
    default double errorOnTheWay() {
        return 0;
    }
}
