package mho.periphery.model;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Logic processes by their names in nanometres ({@code nodes.csv}). Areas and the polynomials of energy: A. Stillmaker and B. Baas,
 * Integration 58, 2017, pp. 74-81, doi 10.1016/j.vlsi.2017.02.002, the former relative to 7 nm, the latter of high-performance transistors, as
 * coded in wromaszkan/nodeScale a912c60 and in the Accelergy library. Supplies: nominal ones of the Predictive Technology Models that
 * the paper was fitted to (bulk and multi-gate, as in MLP_NeuroSim). SRAM cells: Thompson 2002 (90 nm), Bai 2004, Mistry 2007, Natarajan 2008, all
 * IEDM; Auth, VLSI 2012 (22 nm); Natarajan, IEDM 2014; Auth, IEDM 2017; Wu, IEDM 2016 (7 nm). eDRAM cells: Wang, IEDM 2006 (65 nm); Barth,
 * JSSC 2011 (45 nm); Wang, IEDM 2009; Narasimha, IEDM 2012; Lin, IEDM 2014 (14 nm). Between two nodes: straight on logarithmic axes.
 */
public final class ProcessNodes {
    static final double ANY_FIRST = 0;
    static final double ANY_LAST = 1e12;

    /** Exponents of the node in the regressions of {@code accelergy-regression}, and the span of the survey behind them. */
    static final double SURVEY_ENERGY = 1.88003692;

    static final double SURVEY_AREA = 0.99327947 + 0.29912426 * SURVEY_ENERGY;
    static final double SURVEY_FIRST = 7;
    static final double SURVEY_LAST = 180;

    private static final List<PublishedTable.Row> ROWS =
            PublishedTable.beside(ProcessNodes.class, "nodes.csv").rows();

    static final LogLogCurve SUPPLY = curve("supply_v", row -> row.number("supply_v"));
    static final LogLogCurve LOGIC = curve("supply_v", row -> row.number("area"));
    static final LogLogCurve SWITCHING = curve("supply_v", ProcessNodes::switching);
    static final LogLogCurve SRAM = curve("sram_um2", row -> row.number("sram_um2"));
    static final LogLogCurve EDRAM = curve("edram_um2", row -> row.number("edram_um2"));

    private ProcessNodes() {}

    /** Nominal supply, volts. */
    public static double supplyV(double nodeM) {
        return SUPPLY.at(NodeLaw.nm(nodeM));
    }

    /** Area of one published cell, square metres; NaN for a node of which none was. */
    public static double cellM2(Circuit memory, double nodeM) {
        LogLogCurve cells = memory == Circuit.EDRAM ? EDRAM : SRAM;
        double nm = NodeLaw.nm(nodeM);
        return cells.covers(nm) ? cells.at(nm) * 1e-12 : Double.NaN;
    }

    private static double switching(PublishedTable.Row row) {
        double volts = row.number("supply_v");
        return (row.number("e2") * volts + row.number("e1")) * volts + row.number("e0");
    }

    /** Over the nodes that state a figure: a zero says nothing. */
    private static LogLogCurve curve(String stated, ToDoubleFunction<PublishedTable.Row> figure) {
        List<PublishedTable.Row> known =
                ROWS.stream().filter(row -> row.number(stated) > 0).toList();
        return new LogLogCurve(
                known.stream().mapToDouble(row -> row.number("node_nm")).toArray(),
                known.stream().mapToDouble(figure).toArray());
    }
}
