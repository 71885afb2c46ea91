package mho.periphery;

import mho.core.yaml.Binder;
import mho.core.yaml.Yaml;
import mho.periphery.model.Site;
import mho.periphery.model.Technology;

/** Parts as a chip file writes them, and the sites they stand at. */
public final class Parts {

    /** A part of a 32 nm chip. */
    public static final Site AT_32_NM = new Site("part", Technology.ofNode(32e-9));

    private Parts() {}

    /** The part that these lines describe. */
    public static <T> T part(Class<T> type, String yaml) {
        return Binder.bind(Yaml.parse("chip.yaml", yaml), type);
    }
}
