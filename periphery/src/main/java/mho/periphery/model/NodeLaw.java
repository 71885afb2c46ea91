package mho.periphery.model;

import java.util.function.DoubleUnaryOperator;
import mho.core.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * How a figure of one kind of circuit goes with the node it is made in. A law is a curve over nodes; a figure goes from one node to
 * another by the ratio of the curve's values there, so that by way of a third node it comes to the same.
 */
public enum NodeLaw {
    /** E(V) = e2 V^2 + e1 V + e0 of a node's high-performance transistors, V the node's nominal supply. */
    LOGIC_ENERGY("Stillmaker & Baas 2017, at nominal supply", ProcessNodes.SWITCHING),
    LOGIC_AREA("Stillmaker & Baas 2017", ProcessNodes.LOGIC),
    /** Transistors of every node leak 100 nA/um, by design; their widths shrink as the side of a gate does. */
    LOGIC_LEAKAGE(
            "assumed: width by Stillmaker & Baas 2017 x nominal supply, at 100 nA/um",
            nm -> Math.sqrt(ProcessNodes.LOGIC.at(nm)) * ProcessNodes.SUPPLY.at(nm),
            ProcessNodes.LOGIC.first(),
            ProcessNodes.LOGIC.last()),
    SRAM_CELL("published SRAM cells", ProcessNodes.SRAM),
    /** No cell below 14 nm was published; there it stays. */
    EDRAM_CELL("published eDRAM cells, none below 14 nm", ProcessNodes.EDRAM),
    /** A wire's capacitance per length is 0.2 fF/um at every node; its stated length stays. */
    WIRE_ENERGY(
            "C V^2, 0.2 fF/um at every node, nominal supply",
            nm -> ProcessNodes.SUPPLY.at(nm) * ProcessNodes.SUPPLY.at(nm),
            ProcessNodes.SUPPLY.first(),
            ProcessNodes.SUPPLY.last()),
    /** A bundle of stated length shrinks in one direction. */
    WIRE_PITCH(
            "assumed: pitch as the side of a gate of Stillmaker & Baas 2017",
            nm -> Math.sqrt(ProcessNodes.LOGIC.at(nm)),
            ProcessNodes.LOGIC.first(),
            ProcessNodes.LOGIC.last()),
    /** Of the survey of converters behind {@code accelergy-regression}: E ~ node^1.880. */
    CONVERTER_ENERGY(
            "survey of converters, node^1.88 (Accelergy ADC plug-in)",
            nm -> Math.pow(nm, ProcessNodes.SURVEY_ENERGY),
            ProcessNodes.SURVEY_FIRST,
            ProcessNodes.SURVEY_LAST),
    /** Of the same: A ~ node^0.993 E^0.299. */
    CONVERTER_AREA(
            "survey of converters, node^1.56 (Accelergy ADC plug-in)",
            nm -> Math.pow(nm, ProcessNodes.SURVEY_AREA),
            ProcessNodes.SURVEY_FIRST,
            ProcessNodes.SURVEY_LAST),
    /** A row is as long as its cells, and is driven at the cells' voltage. */
    ROW_LENGTH(
            "C V^2 of a row as long as its cells, at the cells' voltage",
            nm -> nm,
            ProcessNodes.ANY_FIRST,
            ProcessNodes.ANY_LAST),
    CELLS("F^2", nm -> nm * nm, ProcessNodes.ANY_FIRST, ProcessNodes.ANY_LAST),
    /** What does not depend on the node: conductances of cells, stated voltages and lengths. */
    CONSTANT("does not depend on the node", nm -> 1, ProcessNodes.ANY_FIRST, ProcessNodes.ANY_LAST),
    NONE("by no law with a source", nm -> 1, ProcessNodes.ANY_FIRST, ProcessNodes.ANY_LAST);

    private static final double ROUNDING = 1e-6;

    private final String source;
    private final DoubleUnaryOperator ofNm;
    private final double firstNm;
    private final double lastNm;

    NodeLaw(String source, LogLogCurve curve) {
        this(source, curve::at, curve.first(), curve.last());
    }

    NodeLaw(String source, DoubleUnaryOperator ofNm, double firstNm, double lastNm) {
        this.source = source;
        this.ofNm = ofNm;
        this.firstNm = firstNm;
        this.lastNm = lastNm;
    }

    /** The law and where it is from. */
    public String source() {
        return source;
    }

    /** Whether a figure goes by it at all, rather than stay because nobody knows. */
    public boolean isKnown() {
        return this != NONE;
    }

    /** What of two nodes, in metres, it does not reach, with what it reaches; null where it reaches both. */
    public @Nullable String outside(double fromM, double toM) {
        for (double m : new double[] {fromM, toM}) {
            double nm = nm(m);
            if (nm < firstNm * (1 - ROUNDING) || nm > lastNm * (1 + ROUNDING)) {
                return "%s reaches from %s to %s, and not to %s"
                        .formatted(source, shown(firstNm * 1e-9), shown(lastNm * 1e-9), shown(m));
            }
        }
        return null;
    }

    /** The factor on a figure of one node that makes it one of another; both within reach. */
    public double factor(double fromM, double toM) {
        return fromM == toM ? 1 : at(toM) / at(fromM);
    }

    private double at(double metres) {
        return ofNm.applyAsDouble(Math.min(Math.max(nm(metres), firstNm), lastNm));
    }

    /** Without what binary numbers add behind the sixth digit, so that listed nodes are met exactly. */
    static double nm(double metres) {
        return Math.rint(metres * 1e15) / 1e6;
    }

    static String shown(double metres) {
        return Quantity.exact(Math.round(metres * 1e15) / 1e15, "m");
    }
}
