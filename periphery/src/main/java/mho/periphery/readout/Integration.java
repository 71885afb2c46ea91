package mho.periphery.readout;

import mho.core.cost.Cost;
import mho.core.cost.Figures;
import mho.periphery.model.Site;

/** What stands between a column and its readout. Its action is one column in one phase. */
public sealed interface Integration permits SampleAndHold, Integrator {

    /** Whether it keeps one sample for the readout while the column integrates the next. */
    boolean holds();

    Cost cost();

    /** Cost of one column's circuit, per phase. */
    Figures figures(Site site, double phaseSeconds);
}
