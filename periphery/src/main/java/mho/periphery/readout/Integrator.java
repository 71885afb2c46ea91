package mho.periphery.readout;

import mho.core.cost.Cost;
import mho.core.cost.Figures;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.periphery.model.Site;

/** Collects a column's charge on a capacitor; with a second capacitor it holds the last sample meanwhile. */
@Kind("integrator")
public record Integrator(
        @Doc("Whether a second capacitor holds the last sample for the readout while the next one is integrated")
                @Default("true")
                boolean holds,
        @Inline Cost cost)
        implements Integration {

    @Override
    public Figures figures(Site site, double phaseSeconds) {
        return IntegrationModels.CATALOG.resolve(
                cost, 1 / phaseSeconds, new IntegrationQuery(phaseSeconds), site, null);
    }
}
