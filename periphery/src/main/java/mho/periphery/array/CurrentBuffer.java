package mho.periphery.array;

import java.util.List;
import mho.core.cost.Cost;
import mho.core.cost.ExampleFigures;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Catalog;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;

/** Mirrors the current of an array's column down to where those of its fellows are added. Its action is one column in one phase. */
public record CurrentBuffer(
        @Scales(why = "values alone follow it")
                @Doc("How far a mirror's gain is off, one standard deviation of all mirrors; one draw a mirror")
                @Unit("1")
                @Default("0")
                @Range(min = 0)
                double mismatch,
        @Inline Cost cost)
        implements PricedPart {

    private static final Catalog<Double> MODELS =
            new Catalog<>("current buffer", new ExampleFigures("2.3 fJ", "12 nW", "5 um2"), List.of());

    /** @param currentsPerSecond of one, at full activity */
    public ResolvedFigures figures(Site site, double currentsPerSecond) {
        return MODELS.resolve(cost, currentsPerSecond, currentsPerSecond, site, null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.ANALOG;
    }
}
