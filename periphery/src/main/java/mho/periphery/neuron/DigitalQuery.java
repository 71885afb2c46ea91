package mho.periphery.neuron;

import org.jspecify.annotations.Nullable;

/** What the models of digital arithmetic look at: which operation, where the chip file says. */
public record DigitalQuery(@Nullable DigitalOperation operation) {}
