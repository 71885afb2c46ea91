package mho.periphery.driver;

/** The cells of a signed weight that a phase reads. */
public enum WeightSide {
    /** All of them, both signs at once. */
    BOTH,
    POSITIVE,
    NEGATIVE
}
