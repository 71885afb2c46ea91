package mho.periphery.scheme;

/**
 * What a scheme does between the cells of an array beside its updates, where it is not known what is learnt: the means over the time between two of
 * the same. Pulses of which only values tell how many there are (of a carry, of pairs that are reset) are none of it.
 *
 * @param readsOfUpdate lines read behind an update, one after the other
 * @param slotsOfUpdate slots of pulses behind an update
 * @param readsOfExample lines read behind an example
 * @param slotsOfExample slots of pulses behind an example
 * @param cells of a weight that such a read reads at once, each on a line of its own
 */
public record TransferPlan(
        double readsOfUpdate, double slotsOfUpdate, double readsOfExample, double slotsOfExample, int cells) {
    /** Nothing but updates. */
    public static final TransferPlan NONE = new TransferPlan(0, 0, 0, 0, 0);

    static TransferPlan ofUpdate(double reads, double slots, int cells) {
        return new TransferPlan(reads, slots, 0, 0, cells);
    }

    static TransferPlan ofExample(double reads, double slots, int cells) {
        return new TransferPlan(0, 0, reads, slots, cells);
    }

    /** Lines read behind an update of a layer that has so many of them an example. */
    public double reads(int updates) {
        return readsOfUpdate + readsOfExample / updates;
    }

    /** Slots of pulses behind such an update. */
    public double slots(int updates) {
        return slotsOfUpdate + slotsOfExample / updates;
    }
}
