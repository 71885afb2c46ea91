package mho.periphery.learning;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What cells have in common and by how much they differ, whatever law their pulses obey. Weights are normalised: the highest conductance
 * of the mean device is {@code highest}, the lowest is {@code lowest}. The laws are those of IBM aihwkit 4545f11 (rpu_pulsed_device.cpp):
 *
 * <ul>
 *   <li>bounds of a cell: mean · (1 + spread · N(0, 1)), with the sign of the mean;
 *   <li>written weight: what is read is the kept weight plus write-noise · step · N(0, 1), drawn anew with every pulse on the cell and
 *       whenever its weight is set;
 *   <li>stuck: the cell stands at one weight for ever, uniform within its bounds and {@code stuck-within} of zero;
 *   <li>leak, after each example: w ← (w − b)(1 − 1/τ) + b, τ = lifetime · (1 + spread · N(0, 1)); a lifetime of 1 or less forgets all;
 *   <li>reset: the weight becomes b + reset-noise · N(0, 1), b = reset + reset-spread · N(0, 1) of the cell.
 * </ul>
 */
public record CellTraits(
        @Doc("Weight at the highest conductance") @Unit("1") @Default("1") double highest,
        @Doc("Standard deviation of it between cells, over it") @Unit("1") @Default("0") @Range(min = 0)
                double highestSpread,
        @Doc("Weight at the lowest conductance")
                @Unit("1")
                @Default("-1")
                @Range(min = Double.NEGATIVE_INFINITY, max = 0)
                double lowest,
        @Doc("Standard deviation of it between cells, over it") @Unit("1") @Default("0") @Range(min = 0)
                double lowestSpread,
        @Doc("Standard deviation of what is read from what is kept, drawn with each pulse, over the step")
                @Unit("1")
                @Default("0")
                @Range(min = 0)
                double writeNoise,
        @Doc("Share of cells that no pulse moves") @Unit("1") @Default("0") @Range(min = 0, max = 1) double stuck,
        @Doc("Largest weight of a cell that no pulse moves, either sign; that of its bounds when absent")
                @Unit("1")
                @Range(min = 0)
                @Nullable
                Double stuckWithin,
        @Doc(
                        "Examples in which a weight loses all but 1/e of its distance from its weight at rest; for ever when absent")
                @Unit("1")
                @Nullable
                Double lifetime,
        @Doc("Standard deviation of it between cells, over it") @Unit("1") @Default("0") @Range(min = 0)
                double lifetimeSpread,
        @Doc("Weight after a reset, and at rest where weights leak")
                @Unit("1")
                @Default("0")
                @Range(min = Double.NEGATIVE_INFINITY)
                double reset,
        @Doc("Standard deviation of it between cells") @Unit("1") @Default("0") @Range(min = 0) double resetSpread,
        @Doc("Standard deviation of it between resets of one cell") @Unit("1") @Default("0") @Range(min = 0)
                double resetNoise) {

    /** Highest less lowest weight of the mean device. */
    public double range() {
        return highest - lowest;
    }

    /** The place of a weight in the window of the mean device: 0 at the lowest conductance, 1 at the highest. */
    public double level(double weight) {
        return (weight - lowest) / range();
    }

    /** The weight at a place in the window of the mean device. */
    public double weight(double level) {
        return lowest + level * range();
    }

    /** Zero where cells can be moved both ways from it, else the middle of the window: where steps are compared. */
    double reference() {
        return lowest < 0 ? 0 : (lowest + highest) / 2;
    }
}
