package mho.workloads.ising;

/** Who says what turning a unit on would take off the energy: mathematics ({@link Couplings#localField}), or a machine that measures it. */
@FunctionalInterface
public interface LocalFields {
    /**
     * The local field of a unit.
     *
     * @param on the units as they stand, which are read and not kept
     */
    double of(int unit, boolean[] on);
}
