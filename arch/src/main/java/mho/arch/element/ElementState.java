package mho.arch.element;

import java.util.List;
import mho.arch.codes.Extent;
import mho.arch.codes.InputRange;
import mho.arch.cut.Cut;
import mho.workloads.network.Node;

/**
 * The weights of a network in its elements. Once all layers are written and calibrated it does not change any more, so any number of
 * threads may multiply by it.
 */
public interface ElementState {
    /**
     * Writes the weights of a layer.
     *
     * @param cut of its matrix, that which time has
     * @param inputs as calibration has seen them
     * @return what became of a quantised model's codes where they could not be kept, a sentence each
     */
    List<String> write(Node node, Cut cut, InputRange inputs);

    /**
     * Freezes the ranges that depend on what is multiplied.
     *
     * @param seen by the {@link #observer} of the same layers right after they were written
     */
    default void calibrate(Node node, Extent seen) {}

    /** One thread's multiplications. */
    Multiplier multiplier();

    /** The same that looks at the sums on the way instead of converting them; it may be asked before anything is calibrated. */
    default Multiplier observer() {
        return multiplier();
    }
}
