package mho.periphery.model;

/**
 * Where a part sits: its path in the chip file, named in every refusal, and the technology it is made in.
 *
 * @param path dotted, as the reader knows it ("tile.core.adc")
 */
public record Site(String path, Technology technology) {

    /** The site of a part of this part. */
    public Site at(String key) {
        return new Site(path.isEmpty() ? key : path + "." + key, technology);
    }
}
