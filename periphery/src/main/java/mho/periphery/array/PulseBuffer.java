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

/**
 * Hands a row's pulse on to the next array. Each adds an error of its own to the duration, so that behind k of them it is √k times as large.
 * Its action is one pulse.
 */
public record PulseBuffer(
        @Scales(why = "values alone follow it")
                @Doc("Error that one adds to a pulse, one standard deviation as a part of the longest pulse")
                @Unit("1")
                @Default("0")
                @Range(min = 0)
                double jitter,
        @Inline Cost cost)
        implements PricedPart {

    private static final Catalog<Double> MODELS =
            new Catalog<>("pulse buffer", new ExampleFigures("0.62 fJ", "25 nW", "5 um2"), List.of());

    /** @param pulsesPerSecond of one, at full activity */
    public ResolvedFigures figures(Site site, double pulsesPerSecond) {
        return MODELS.resolve(cost, pulsesPerSecond, pulsesPerSecond, site, null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.ANALOG;
    }
}
