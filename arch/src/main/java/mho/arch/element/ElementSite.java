package mho.arch.element;

import mho.periphery.model.Site;

/**
 * Elements where they stand.
 *
 * @param site path and process
 * @param elements of a chip
 * @param perTile elements of a tile
 * @param valueBits of an input and an output
 * @param traffic of a tile at full rate
 */
public record ElementSite(Site site, double elements, int perTile, int valueBits, ArrayTraffic traffic) {}
