package mho.periphery.interconnect;

import java.util.List;
import java.util.OptionalDouble;
import mho.core.cost.ExampleFigures;
import mho.periphery.model.Catalog;

/** The wire models a chip file may choose from; none gives an area. */
public final class WireModels {

    public static final Catalog<WireQuery> CATALOG = new Catalog<>(
            "wire",
            new ExampleFigures("18 fJ", "7 mW", "0.09 mm2"),
            List.of(
                    new PerLength(
                            "keckler-40nm",
                            // 310 pJ for 256 b over 10 mm: 0.121 pJ/bit/mm, half of the 240 fJ of a transition.
                            310e-12 / 256 / 10e-3,
                            10e-3,
                            OptionalDouble.of(40e-9),
                            "Keckler et al., IEEE Micro 31(5), 2011 (310 pJ for 256 b over 10 mm)"),
                    new PerLength(
                            "low-swing-45nm",
                            40.4e-15 / 1e-3,
                            10e-3,
                            OptionalDouble.of(45e-9),
                            "Park et al., DATE 2013, doi 10.7873/DATE.2013.332 (40.4 fJ/bit/mm, 45 nm SOI)"),
                    new WireCharge()));

    private WireModels() {}
}
