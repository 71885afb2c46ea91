package mho.periphery.driver;

import java.util.List;
import mho.core.cost.ExampleFigures;
import mho.periphery.model.Catalog;

/** The driver and DAC models a chip file may choose from. */
public final class DriverModels {

    public static final Catalog<DriverQuery> CATALOG = new Catalog<>(
            "driver",
            new ExampleFigures("0.39 pJ", "3.9 uW", "0.17 um2"),
            List.of(new IsaacOneBit(), new MnsimSeries(), new LineCharge()));

    private DriverModels() {}
}
