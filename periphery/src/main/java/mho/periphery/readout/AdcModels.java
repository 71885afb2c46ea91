package mho.periphery.readout;

import java.util.List;
import mho.core.cost.ExampleFigures;
import mho.periphery.model.Catalog;
import mho.periphery.model.NodeScaledModel;

/** The ADC models a chip file may choose from. They disagree up to tenfold at one point (see the module's README), so the file must choose. */
public final class AdcModels {

    private static final PumaAdc PUMA = new PumaAdc();

    public static final Catalog<AdcQuery> CATALOG = new Catalog<>(
            "ADC",
            new ExampleFigures("1.6 pJ", "2 mW", "1200 um2"),
            List.of(
                    new IsaacScaledAdc(),
                    PUMA,
                    new NodeScaledModel<>("sar-22nm", PUMA, 22e-9),
                    new NodeScaledModel<>("sar-14nm", PUMA, 14e-9),
                    new NodeScaledModel<>("sar-7nm", PUMA, 7e-9),
                    new AccelergyAdc(),
                    new NeuroSimSar()));

    /** A column's part of a ramp converter. */
    public static final Catalog<AdcQuery> RAMPS = new Catalog<>(
            "ramp converter", new ExampleFigures("0.11 pJ", "0.44 uW", "88 um2"), List.of(new RampComparator()));

    /** What the columns of ramp converters share. */
    public static final Catalog<AdcQuery> GENERATORS = new Catalog<>(
            "ramp generator", new ExampleFigures("64 pJ", "0.25 mW", "990 um2"), List.of(new RampCounter()));

    private AdcModels() {}
}
