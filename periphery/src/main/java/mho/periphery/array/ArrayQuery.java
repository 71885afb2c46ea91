package mho.periphery.array;

import org.jspecify.annotations.Nullable;

/**
 * What the array models look at.
 *
 * @param siemens mean conductance of a cell, where stated
 * @param volts across a cell while it is read, where stated
 * @param conductionSeconds how long a full-scale input conducts
 * @param activity mean input over full scale
 */
public record ArrayQuery(@Nullable Double siemens, @Nullable Double volts, double conductionSeconds, double activity) {}
