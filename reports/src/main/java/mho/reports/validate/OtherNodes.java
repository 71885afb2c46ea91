package mho.reports.validate;

import java.util.List;
import mho.periphery.model.NodeLaw;

/** What is published of one thing at two nodes: the figure at the first, taken to the second by the law of its circuit. */
final class OtherNodes {
    private static final double PER_BIT_METRE = 1e-15 / 1e-3;

    private OtherNodes() {}

    /** 240 fJ a bit and millimetre at 40 nm, 150 fJ at 10 nm. */
    static List<Row> rows() {
        double at10 = 240 * NodeLaw.WIRE_ENERGY.factor(40e-9, 10e-9);
        return List.of(Row.within(
                0.05,
                "wire, from 40 nm to 10 nm",
                "J/bit/m",
                150 * PER_BIT_METRE,
                at10 * PER_BIT_METRE,
                Published.WIRES));
    }
}
