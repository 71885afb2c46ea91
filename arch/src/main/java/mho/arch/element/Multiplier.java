package mho.arch.element;

import java.util.random.RandomGenerator;
import mho.arch.codes.Extent;
import mho.workloads.network.Node;

/** One thread's multiplications by what elements hold. */
public interface Multiplier {
    /**
     * Vectors times the matrix of some groups of a layer: those that stand together in arrays.
     *
     * @param group the first of them
     * @param instance of windows with weights of their own, else 0
     * @param in vectors x groups x rows
     * @param out vectors x groups x columns, bias included
     * @param tally counts what happens
     * @param random numbers of this call
     */
    void multiply(
            Node node,
            int group,
            int instance,
            float[] in,
            int vectors,
            float[] out,
            Tally tally,
            RandomGenerator random);

    /** What the sums of a layer have reached that are converted; nothing where nothing is. */
    default Extent seen(Node node) {
        return Extent.NOTHING;
    }
}
