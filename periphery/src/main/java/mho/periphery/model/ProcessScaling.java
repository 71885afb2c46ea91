package mho.periphery.model;

import java.math.BigDecimal;
import java.math.MathContext;
import mho.core.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A part's figures on their way from the process they are stated for to the one the part is made in.
 *
 * @param from node and temperature the figures are stated for
 * @param to those of the part
 */
public record ProcessScaling(Circuit circuit, Technology from, Technology to) {
    private static final String SCALED = "scaled ";
    private static final String KEPT = "not scaled from ";
    private static final String BY = " by ";

    private boolean toAnotherNode() {
        return from.nodeM() != to.nodeM();
    }

    private boolean toAnotherWarmth(CostFigure face) {
        return face == CostFigure.LEAKAGE && from.temperatureK() != to.temperatureK();
    }

    /** What of it no law reaches, said as a reader would; null when all is well. */
    public @Nullable String outside(CostFigure face) {
        NodeLaw law = circuit.law(face);
        String node = toAnotherNode() ? law.outside(from.nodeM(), to.nodeM()) : null;
        if (node != null || !toAnotherWarmth(face) || !circuit.isTransistors()) {
            return node;
        }
        return Leakage.outside(to.nodeM(), from.temperatureK(), to.temperatureK());
    }

    /** The factor on a figure, within reach. */
    public double factor(CostFigure face) {
        double node = circuit.law(face).factor(from.nodeM(), to.nodeM());
        return toAnotherWarmth(face) && circuit.isTransistors() ? node * warmth() : node;
    }

    private double warmth() {
        return Leakage.factor(to.nodeM(), from.temperatureK(), to.temperatureK());
    }

    /** The factor of a node, and by what law: "x 0.54 (Stillmaker & Baas 2017)". */
    String by(CostFigure face) {
        NodeLaw law = circuit.law(face);
        return "x " + shown(law.factor(from.nodeM(), to.nodeM())) + " (" + law.source() + ")";
    }

    /** What is to be said of a figure's way, to stand behind its source; empty when there was none. */
    public String told(CostFigure face) {
        StringBuilder told = new StringBuilder();
        NodeLaw law = circuit.law(face);
        if (toAnotherNode()) {
            told.append(told(
                    NodeLaw.shown(from.nodeM()),
                    NodeLaw.shown(to.nodeM()),
                    law.isKnown(),
                    law.factor(from.nodeM(), to.nodeM()),
                    law.source()));
        }
        if (toAnotherWarmth(face)) {
            boolean known = circuit.isTransistors();
            told.append(told(
                    kelvin(from.temperatureK()),
                    kelvin(to.temperatureK()),
                    known,
                    known ? warmth() : 1,
                    known ? Leakage.SOURCE : NodeLaw.NONE.source()));
        }
        return told.toString();
    }

    private static String told(String from, String to, boolean known, double factor, String why) {
        return "; " + (known ? SCALED : KEPT) + from + " to " + to + (known ? BY + shown(factor) : "") + " (" + why
                + ")";
    }

    private static String shown(double factor) {
        return new BigDecimal(factor)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String kelvin(double temperature) {
        return Quantity.format(temperature, "K");
    }

    /** Whether a source says that its figure went by a law. */
    public static boolean wasScaled(String source) {
        return source.contains("; " + SCALED);
    }

    /** Whether a source says that its figure stayed for want of a law. */
    public static boolean wasKept(String source) {
        return source.contains("; " + KEPT);
    }
}
