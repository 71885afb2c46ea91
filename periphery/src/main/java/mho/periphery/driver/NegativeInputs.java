package mho.periphery.driver;

/** How a driver whose pulses have no sign applies inputs below zero. */
public enum NegativeInputs {
    /** Half the range is added to every input, and the constant it brings is taken off digitally. */
    OFFSET,
    /** Inputs above zero and those below are applied one after the other. */
    TWO_PHASES
}
