package mho.periphery.readout;

import java.util.List;
import mho.core.cost.ExampleFigures;
import mho.periphery.model.Catalog;

/** The sample-and-hold and integrator models a chip file may choose from. */
public final class IntegrationModels {

    public static final Catalog<IntegrationQuery> CATALOG = new Catalog<>(
            "sample-and-hold", new ExampleFigures("1 fJ", "10 nW", "0.04 um2"), List.of(new IsaacSampleAndHold()));

    private IntegrationModels() {}
}
