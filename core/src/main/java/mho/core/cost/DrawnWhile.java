package mho.core.cost;

/** When a part draws a static power. */
public enum DrawnWhile {
    /** All the time that the chip is on. */
    ALWAYS,
    /** While the chip has an input in it. */
    ON,
    /** While a layer that uses the part is at work on an input. */
    IN_USE
}
