package mho.periphery.neuron;

import java.util.List;
import java.util.Map;
import mho.core.cost.ExampleFigures;
import mho.periphery.model.Catalog;
import mho.periphery.model.CostModel;
import mho.periphery.model.NodeScaledModel;

/** The models of digital arithmetic. They differ up to fourfold (the multiplier), so the chip file chooses. */
public final class DigitalModels {

    // Energy per 32-bit operation at 0.9 V in joules; no areas given.
    private static final CostModel<DigitalQuery> HOROWITZ = new OperationTable(
            "horowitz-45nm",
            45e-9,
            "M. Horowitz, ISSCC 2014, as restated in PMC8934428",
            Map.of(
                    DigitalOperation.ADD, new OperationTable.Entry(0.1e-12, null),
                    DigitalOperation.MULTIPLY, new OperationTable.Entry(3.1e-12, null),
                    DigitalOperation.ADD_FLOAT, new OperationTable.Entry(0.9e-12, null),
                    DigitalOperation.MULTIPLY_FLOAT, new OperationTable.Entry(3.7e-12, null)));

    private static final CostModel<DigitalQuery> ALADDIN = new OperationTable(
            "aladdin-40nm",
            40e-9,
            "Aladdin, in the Accelergy library plug-in ba4e9da",
            Map.of(
                    DigitalOperation.ADD, new OperationTable.Entry(0.21e-12, 278e-12),
                    DigitalOperation.MULTIPLY, new OperationTable.Entry(12.68e-12, 6350e-12),
                    DigitalOperation.COMPARE, new OperationTable.Entry(0.02947e-12, 71e-12),
                    DigitalOperation.COUNT, new OperationTable.Entry(0.25074e-12, 495.5e-12)));

    // The same with its leakage, which the model of its own node leaves to the chip file.
    private static final CostModel<DigitalQuery> LEAKING = new OperationTable(
            "aladdin-40nm",
            40e-9,
            "Aladdin, in hwcomponents-library 1a2df3e",
            Map.of(
                    DigitalOperation.ADD, new OperationTable.Entry(0.21e-12, 278e-12, 2.4e-6),
                    DigitalOperation.MULTIPLY, new OperationTable.Entry(12.68e-12, 6350e-12, 80e-6),
                    DigitalOperation.COMPARE, new OperationTable.Entry(0.02947e-12, 71e-12, 25.1e-9),
                    DigitalOperation.COUNT, new OperationTable.Entry(0.25074e-12, 495.5e-12, 321e-9)));

    public static final Catalog<DigitalQuery> CATALOG = new Catalog<>(
            "digital unit",
            new ExampleFigures("20 fJ", "0.05 mW", "60 um2"),
            List.of(
                    HOROWITZ,
                    ALADDIN,
                    new NodeScaledModel<>("logic-22nm", LEAKING, 22e-9),
                    new NodeScaledModel<>("logic-14nm", LEAKING, 14e-9),
                    new NodeScaledModel<>("logic-7nm", LEAKING, 7e-9)));

    /** For circuits no model prices. */
    static final Catalog<DigitalQuery> NONE =
            new Catalog<>("neuron", new ExampleFigures("50 fJ", "5 uW", "30 um2"), List.of());

    private DigitalModels() {}
}
