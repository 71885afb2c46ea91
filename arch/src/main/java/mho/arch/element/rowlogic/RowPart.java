package mho.arch.element.rowlogic;

import mho.core.cost.Cost;
import mho.core.cost.ExampleFigures;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import mho.core.yaml.Inline;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;

/** The logic of an array, as what one of its steps costs. */
public record RowPart(@Inline Cost cost) implements PricedPart {
    private static final ExampleFigures LIKE = new ExampleFigures("256.5 pJ", "5 mW", "0.02 mm2");

    /** @param perSecond actions of one array at full activity */
    ResolvedFigures figures(String path, double perSecond) {
        return figures(cost, path, perSecond);
    }

    static ResolvedFigures figures(Cost cost, String path, double perSecond) {
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
