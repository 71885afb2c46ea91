package mho.periphery.readout;

/** What the sample-and-hold models look at: how long a phase lasts. */
public record IntegrationQuery(double phaseSeconds) {}
