package mho.periphery.learning;

/** What one programming pulse does to the weight of a cell: a law with its figures, of which populations of cells are drawn. */
public sealed interface UpdateLaw
        permits ConstantStep,
                LinearStep,
                SoftBounds,
                SoftBoundsReference,
                ExponentialStep,
                PowerStep,
                PiecewiseStep,
                JumpTable,
                NeuroSimStep,
                CapacitorCharge,
                BinarySwitch,
                OneSidedPair {

    /** Bounds, leaks and faults of the cells. */
    CellTraits cells();

    /**
     * By how much a pulse changes the weight of the mean cell on average, before the weight is kept within its bounds.
     *
     * @param up towards the highest weight
     * @param weight at which it stands, between the bounds of the mean cell
     * @return with its sign
     */
    double change(boolean up, double weight);

    /**
     * The step that a learning rule may count with: the mean of both ways at weight zero, or in the middle of the window where zero is its
     * end.
     */
    default double nominalStep() {
        double at = cells().reference();
        return (Math.abs(change(true, at)) + Math.abs(change(false, at))) / 2;
    }

    /** Which ways pulses move a cell, which decides the learning rules that can use it. */
    default Movement movement() {
        double at = cells().reference();
        return change(true, at) == 0 || change(false, at) == 0 ? Movement.ONE_WAY : Movement.BOTH_WAYS;
    }

    /**
     * Pulses that a change of weight asks for if all were of the nominal step: the nearest whole number, negative for downwards. Less than
     * half a step asks for none.
     */
    default int pulsesFor(double change) {
        int pulses = (int) Math.floor(Math.abs(change) / nominalStep() + 0.5);
        return change < 0 ? -pulses : pulses;
    }

    /**
     * Cells that obey the law, drawn from a seed for a place (layer 3, array 17, say); equal ones are equal to the last bit.
     *
     * @throws IllegalArgumentException for less than one row or column
     */
    CellPopulation population(int rows, int columns, long seed, long... place);
}
