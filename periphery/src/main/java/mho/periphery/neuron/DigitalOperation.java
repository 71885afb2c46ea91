package mho.periphery.neuron;

/** The arithmetic that the models of digital units tell apart. */
public enum DigitalOperation {
    ADD,
    MULTIPLY,
    COMPARE,
    COUNT,
    ADD_FLOAT,
    MULTIPLY_FLOAT
}
