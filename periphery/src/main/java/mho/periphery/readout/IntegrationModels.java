package mho.periphery.readout;

import java.util.List;
import mho.periphery.model.Catalog;

/** The sample-and-hold and integrator models a chip file may choose from. */
public final class IntegrationModels {

    public static final Catalog<IntegrationQuery> CATALOG =
            new Catalog<>("sample-and-hold", List.of(new IsaacSampleAndHold()));

    private IntegrationModels() {}
}
