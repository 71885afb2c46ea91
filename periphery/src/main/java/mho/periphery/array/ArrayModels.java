package mho.periphery.array;

import java.util.List;
import mho.periphery.model.Catalog;

/** The array models a chip file may choose from. */
public final class ArrayModels {

    public static final Catalog<ArrayQuery> CATALOG = new Catalog<>("array", List.of(new Ohmic()));

    private ArrayModels() {}
}
