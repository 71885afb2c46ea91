package mho.periphery.interconnect;

import java.util.List;
import mho.core.cost.ExampleFigures;
import mho.periphery.model.Catalog;

/** The models of links between chips a chip file may choose from. They differ 250-fold per byte. */
public final class ChipLinkModels {

    public static final Catalog<ChipLinkQuery> CATALOG = new Catalog<>(
            "chip link",
            new ExampleFigures("10 pJ", "10 mW", "1 mm2"),
            List.of(
                    new PublishedLink(
                            "hypertransport-isaac",
                            32e-9,
                            // Four links of 6.4 GB/s draw 10.4 W and take 22.88 mm2.
                            10.4 / 4 / 6.4e9,
                            22.88e-6 / 4,
                            "Shafiee et al., ISCA 2016, Table I (10.4 W and 22.88 mm2 for 4 links of 6.4 GB/s)"),
                    new PublishedLink(
                            "timely-65nm",
                            65e-9,
                            26e-12 / 16,
                            23e-6,
                            "Accelergy library plug-in ba4e9da, isaac_chip2chip_link (26 pJ for 128 b, 23 mm2)")));

    private ChipLinkModels() {}
}
