package mho.periphery.learning;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.learning.DrawnCells.Effect;

/**
 * Soft bounds of a device whose conductance v is read against that of a reference cell, w = v − ref: up v ← v + step·(1 − v/highest)(1 +
 * c), down v ← v − step·(1 − v/lowest)(1 + c); where noise is additive, c stands beside v/bound. At v* = (up − down)/(up/highest −
 * down/lowest) steps are equal both ways. {@code subtract-symmetry-point} adds each cell's own v* to its reference, as whoever programs
 * references after measuring does, so that a cell at rest under pulses both ways shows the reference's error alone. Bounds of the
 * population are those of w. IBM aihwkit 4545f11 (SoftBoundsReference).
 */
@Kind("soft-bounds-reference")
public record SoftBoundsReference(
        @Inline PulseStep steps,
        @Doc("Mean weight of the reference cells") @Unit("1") @Default("0") @Range(min = Double.NEGATIVE_INFINITY)
                double referenceMean,
        @Doc("Standard deviation of it between cells: the error of programming them")
                @Unit("1")
                @Default("0")
                @Range(min = 0)
                double referenceSpread,
        @Doc("Whether each cell's symmetry point is added to its reference") @Default("false")
                boolean subtractSymmetryPoint,
        @Doc("What noise follows") @Default("multiplicative") NoiseOfStep noise,
        @Inline CellTraits cells)
        implements UpdateLaw {

    @Override
    public double change(boolean up, double weight) {
        double high = cells.highest();
        double low = cells.lowest();
        double reference = referenceMean
                + (subtractSymmetryPoint ? symmetryPoint(steps.mean(true), steps.mean(false), high, low) : 0);
        double v = weight + reference;
        return up
                ? steps.mean(true) * (1 - v / high)
                : low == 0 ? -steps.mean(false) : -steps.mean(false) * (1 - v / low);
    }

    /** Where steps are equal both ways; of cells that do not move, zero. */
    static double symmetryPoint(double up, double down, double highest, double lowest) {
        return highest > 0 && lowest < 0 && up + down > 0 ? (up - down) / (up / highest - down / lowest) : 0;
    }

    @Override
    public CellPopulation population(int rows, int columns, long seed, long... place) {
        return population(this, rows, columns, seed, place);
    }

    CellPopulation population(UpdateLaw as, int rows, int columns, long seed, long... place) {
        DrawnCells drawn = new DrawnCells(cells, rows, columns, seed, place);
        DrawnSteps own = new DrawnSteps(steps, drawn);
        float[] references = drawn.drawn(Effect.FIRST_OF_LAW, referenceMean, referenceSpread);
        boolean adds = noise == NoiseOfStep.ADDITIVE && steps.pulseNoise() > 0;
        double relative = adds ? 0 : steps.pulseNoise();
        AffineResponse response = new AffineResponse(drawn.count(), relative, adds);
        for (int cell = 0; cell < drawn.count(); cell++) {
            double up = own.of(cell, PulseResponse.UP);
            double down = own.of(cell, PulseResponse.DOWN);
            double perHighest = drawn.highest[cell] > 0 ? up / drawn.highest[cell] : 0;
            double perLowest = drawn.lowest[cell] < 0 ? down / drawn.lowest[cell] : 0;
            double reference = references[cell]
                    + (subtractSymmetryPoint ? symmetryPoint(up, down, drawn.highest[cell], drawn.lowest[cell]) : 0);
            response.way(cell, PulseResponse.UP, up - perHighest * reference, -perHighest, up * steps.pulseNoise());
            response.way(cell, PulseResponse.DOWN, -down + perLowest * reference, perLowest, down * steps.pulseNoise());
            drawn.highest[cell] = (float) (drawn.highest[cell] - reference);
            drawn.lowest[cell] = (float) (drawn.lowest[cell] - reference);
        }
        return new SingleCells(as, drawn, response, steps.step());
    }
}
