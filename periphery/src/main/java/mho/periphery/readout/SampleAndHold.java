package mho.periphery.readout;

import mho.core.cost.Cost;
import mho.core.cost.Figures;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.periphery.model.Site;

/** Keeps a column's sample while it is converted and the column already reads the next phase. */
@Kind("sample-and-hold")
public record SampleAndHold(@Inline Cost cost) implements Integration {

    @Override
    public boolean holds() {
        return true;
    }

    @Override
    public Figures figures(Site site, double phaseSeconds) {
        return IntegrationModels.CATALOG.resolve(
                cost, 1 / phaseSeconds, new IntegrationQuery(phaseSeconds), site, null);
    }
}
