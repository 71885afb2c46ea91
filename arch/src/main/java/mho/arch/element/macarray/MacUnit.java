package mho.arch.element.macarray;

import mho.core.cost.Cost;
import mho.core.cost.ExampleFigures;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import mho.core.yaml.Inline;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;

/** One multiply-accumulate unit with its registers. Its action is one product, added. */
public record MacUnit(@Inline Cost cost) implements PricedPart {
    private static final ExampleFigures LIKE = new ExampleFigures("0.2 pJ", "0.2 mW", "500 um2");

    /** @param perSecond products of one unit at full activity */
    ResolvedFigures figures(String path, double perSecond) {
        String lacking = cost.lacking(LIKE);
        if (lacking != null) {
            throw new BadInput(path + ": " + lacking + "; there is none for it");
        }
        return cost.resolve(path, perSecond, () -> null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
