package mho.periphery.array;

import java.util.List;
import mho.core.cost.ExampleFigures;
import mho.periphery.model.Catalog;

/** The array models a chip file may choose from. */
public final class ArrayModels {

    public static final Catalog<ArrayQuery> CATALOG =
            new Catalog<>("array", new ExampleFigures("1.8 fJ", "0.3 mW", "25 um2"), List.of(new Ohmic()));

    private ArrayModels() {}
}
