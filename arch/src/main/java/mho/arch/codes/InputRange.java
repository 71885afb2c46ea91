package mho.arch.codes;

import org.jspecify.annotations.Nullable;

/**
 * What the inputs of a layer are, as calibration has seen them.
 *
 * @param span of their values
 * @param grid the values that a quantised model leaves to them; null where it does not say
 */
public record InputRange(Extent span, @Nullable CodeGrid grid) {}
