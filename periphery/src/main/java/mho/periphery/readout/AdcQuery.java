package mho.periphery.readout;

import mho.periphery.model.Technology;
import org.jspecify.annotations.Nullable;

/**
 * What the ADC models look at.
 *
 * @param samplesPerSecond of one converter
 * @param columnOhms resistance the converter sees looking into its column; null when the chip file does not say
 */
public record AdcQuery(int bits, double samplesPerSecond, Technology technology, @Nullable Double columnOhms) {}
