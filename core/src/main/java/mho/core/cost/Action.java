package mho.core.cost;

/**
 * What a part does, as books count it. A part is named by its path in the chip file, so that an action, its price, its source and the
 * knobs that change it are found under one name. The list is open: whoever has a part declares what it does.
 *
 * @param part path in the chip file, "tile.core.adc"
 * @param verb what one action is, "conversion"; of a part that does several things, what tells them apart
 */
public record Action(String part, String verb) {
    public Action {
        if (part.isEmpty() || verb.isEmpty()) {
            throw new IllegalArgumentException(
                    "an action needs the path of its part and a name, has \"" + part + "\" and \"" + verb + "\"");
        }
    }

    @Override
    public String toString() {
        return verb + " of " + part;
    }
}
