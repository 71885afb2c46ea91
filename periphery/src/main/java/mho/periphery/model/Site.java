package mho.periphery.model;

import mho.core.cost.Cost;

/**
 * Where a part sits: its path in the chip file, named in every refusal, and the technology it is made in.
 *
 * @param path dotted, as the reader knows it ("tile.core.adc")
 */
public record Site(String path, Technology technology) {

    /** The site of a part that may be made in a node of its own. */
    public Site of(Cost cost) {
        return cost.technology() == null ? this : new Site(path, technology.atNode(cost.technology()));
    }

    /** The site of a part of this part. */
    public Site at(String key) {
        return new Site(path.isEmpty() ? key : path + "." + key, technology);
    }
}
