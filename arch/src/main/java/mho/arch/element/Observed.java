package mho.arch.element;

/**
 * What a layer's values did to its arrays, for one input.
 *
 * @param conducted sum over cells and phases of conductance over on-conductance times digit over the largest, squared where digits are voltages
 * @param pulses rows' phases with a digit other than zero
 * @param conversions of columns
 */
public record Observed(double conducted, double pulses, double conversions) {}
