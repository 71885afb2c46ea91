package mho.periphery.device;

import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * Transistors read below their threshold, whose currents are exponentials of the charge on their floating gates: a weight is the ratio of a cell's
 * current to that of the cell at its row's input, w = exp(q dV / (n k T)), dV the difference of their thresholds. Charge stays and
 * temperature does not, so
 *
 * <pre>w(T) = w(T0) ^ (T0 / T)</pre>
 *
 * <p>The highest weight, of equal thresholds, is the same at all temperatures; small ones grow with warmth (Guo et al., IEDM 2017; the
 * law is that of any transistor in weak inversion).
 *
 * @param at T0, at which cells are tuned, kelvin
 */
public record Subthreshold(
        @Doc("Temperature at which cells are tuned") @Unit("K") @Range(min = 1, max = 1000) double at) {

    /**
     * @param part of the highest conductance that a cell was tuned to; none below zero
     * @param kelvin at which it is read
     */
    public double warmed(double part, double kelvin) {
        return part <= 0 ? part : StrictMath.pow(part, at / kelvin);
    }
}
