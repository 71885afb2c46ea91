package mho.arch.element.crossbar;

import mho.core.cost.Cost;
import mho.core.cost.ExampleFigures;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import mho.core.yaml.Inline;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;

/** What a core spends on each vector beyond its named circuits: clocking, sequencing, the local digital processor. */
public record Control(@Inline Cost cost) implements PricedPart {
    private static final ExampleFigures LIKE = new ExampleFigures("20 pJ", "0.1 mW", "2000 um2");

    /** @param vectorsPerSecond at full activity, each of which it controls once */
    ResolvedFigures figures(String path, double vectorsPerSecond) {
        String lacking = cost.lacking(LIKE);
        if (lacking != null) {
            throw new BadInput(path + ": " + lacking + "; there is none for it");
        }
        return cost.resolve(path, vectorsPerSecond, () -> null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
