package mho.arch.element.photonic;

import mho.core.cost.Cost;
import mho.core.cost.ExampleFigures;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import mho.core.yaml.Inline;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;

/**
 * One converter, modulator, ring or amplifier. Its action is one value at the clock of the light; what it takes to stay tuned is static
 * power. Figures stay as stated at other nodes: no law is known.
 */
public record OpticalPart(@Inline Cost cost) implements PricedPart {
    private static final ExampleFigures LIKE = new ExampleFigures("1 pJ", "5 mW", "500 um2");

    /** @param perSecond values of one of them at full activity */
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
        return Circuit.ANALOG;
    }
}
