package mho.periphery.interconnect;

import java.util.List;
import mho.core.cost.ExampleFigures;
import mho.periphery.model.Catalog;
import mho.periphery.model.NodeScaledModel;

/** The router models a chip file may choose from. Each is one published router: its power with every port busy, shared among the flits it then passes. */
public final class RouterModels {

    private static final String PUMA =
            "puma-simulator a206f75, include/constants.py (1 GHz; 32 b flits assumed, as in ISAAC)";

    private static final PublishedRouter FOUR =
            new PublishedRouter("puma-4-port", 4, 16.13e-3, 0.41e-3, 0.047e-6, PUMA);
    private static final PublishedRouter EIGHT =
            new PublishedRouter("puma-8-port", 8, 51.48e-3, 1.04e-3, 0.116e-6, PUMA);

    public static final Catalog<RouterQuery> CATALOG = new Catalog<>(
            "router",
            new ExampleFigures("4.4 pJ", "42 mW", "0.15 mm2"),
            List.of(
                    new PublishedRouter(
                            "isaac",
                            8,
                            42e-3,
                            0,
                            0.151e-6,
                            "Shafiee et al., ISCA 2016, Table I (42 mW, 8 ports, 32 b flits at 1 GHz, all ports busy assumed)"),
                    FOUR,
                    EIGHT,
                    new NodeScaledModel<>("router-4-port-22nm", FOUR, 22e-9),
                    new NodeScaledModel<>("router-4-port-14nm", FOUR, 14e-9),
                    new NodeScaledModel<>("router-4-port-7nm", FOUR, 7e-9),
                    new NodeScaledModel<>("router-8-port-22nm", EIGHT, 22e-9),
                    new NodeScaledModel<>("router-8-port-14nm", EIGHT, 14e-9),
                    new NodeScaledModel<>("router-8-port-7nm", EIGHT, 7e-9)));

    private RouterModels() {}
}
