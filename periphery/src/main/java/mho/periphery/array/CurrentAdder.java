package mho.periphery.array;

import java.util.List;
import mho.core.cost.Cost;
import mho.core.cost.ExampleFigures;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.Inline;
import mho.periphery.model.Catalog;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;

/** Adds the currents of the arrays that stand above one another. Its action is one column of a grid in one phase. */
public record CurrentAdder(@Inline Cost cost) implements PricedPart {

    private static final Catalog<Double> MODELS =
            new Catalog<>("current adder", new ExampleFigures("36.8 fJ", "184 nW", "40 um2"), List.of());

    /** @param sumsPerSecond of one, at full activity */
    public ResolvedFigures figures(Site site, double sumsPerSecond) {
        return MODELS.resolve(cost, sumsPerSecond, sumsPerSecond, site, null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.ANALOG;
    }
}
