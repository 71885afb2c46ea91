package mho.periphery.interconnect;

import org.jspecify.annotations.Nullable;

/**
 * What the wire models look at.
 *
 * @param metres length, where stated
 * @param volts of a pulse, where stated
 */
public record WireQuery(@Nullable Double metres, @Nullable Double volts) {}
