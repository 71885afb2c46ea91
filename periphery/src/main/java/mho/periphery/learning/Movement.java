package mho.periphery.learning;

/** Which ways pulses move the cells of a law. */
public enum Movement {
    /** Up and down, by steps. */
    BOTH_WAYS("moves up and down by steps"),
    /** One way only; the other takes a reset. */
    ONE_WAY("moves one way only"),
    /** Two devices that move one way each, w⁺ for up and w⁻ for down: both ways, until they are full. */
    PAIRED("is a pair of devices that move one way each"),
    /** Between two states, by chance. */
    TWO_STATES("has two states");

    private final String words;

    Movement(String words) {
        this.words = words;
    }

    /** What a device of it does, as in "it moves one way only". */
    public String words() {
        return words;
    }
}
