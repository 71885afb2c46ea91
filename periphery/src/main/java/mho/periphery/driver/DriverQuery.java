package mho.periphery.driver;

import org.jspecify.annotations.Nullable;

/**
 * What the driver models look at.
 *
 * @param phaseSeconds how long the row is driven
 * @param volts of the pulse, where the driver states it
 * @param farads of the row, where the driver states it
 */
public record DriverQuery(int bits, double phaseSeconds, @Nullable Double volts, @Nullable Double farads) {}
