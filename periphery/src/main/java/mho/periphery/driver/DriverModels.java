package mho.periphery.driver;

import java.util.List;
import mho.periphery.model.Catalog;

/** The driver and DAC models a chip file may choose from. */
public final class DriverModels {

    public static final Catalog<DriverQuery> CATALOG =
            new Catalog<>("driver", List.of(new IsaacOneBit(), new MnsimSeries(), new LineCharge()));

    private DriverModels() {}
}
