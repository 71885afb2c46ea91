package mho.periphery.model;

import org.jspecify.annotations.Nullable;

/**
 * What a model says one instance costs. Unlike the figures of a part it may have a gap: a source that prices an action without giving an area.
 *
 * @param energyJ per action
 * @param leakageW drawn whenever the chip is on; 0 where the source counts it in the energy or says nothing
 * @param areaM2 of one instance; null where the source gives none
 * @param source of these figures
 */
public record Estimate(double energyJ, double leakageW, @Nullable Double areaM2, String source) {}
