package mho.periphery.learning;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.learning.DrawnCells.Effect;

/**
 * Steps that shrink, or grow, in a straight line towards the bound: up w ← w + (step − γ·step·w/highest)(1 + c), down w ← w − (step −
 * γ·step·w/lowest)(1 + c), c = pulse-noise · N(0, 1), γ = |gamma + spread · N(0, 1)| once a cell and way. With γ = 1 a step vanishes at
 * the bound that it is stated for. IBM aihwkit 4545f11 (LinearStep).
 */
@Kind("linear-step")
public record LinearStep(
        @Inline PulseStep steps,
        @Doc("Share of a step up that is lost on the way from zero to the highest weight") @Unit("1") @Range(min = 0)
                double gammaUp,
        @Doc("Standard deviation of it between cells") @Unit("1") @Default("0") @Range(min = 0) double gammaUpSpread,
        @Doc("Share of a step down that is lost on the way from zero to the lowest weight") @Unit("1") @Range(min = 0)
                double gammaDown,
        @Doc("Standard deviation of it between cells") @Unit("1") @Default("0") @Range(min = 0) double gammaDownSpread,
        @Doc("Whether the bounds in the law are those of the mean cell or the cell's own") @Default("mean") Bound bound,
        @Doc("What noise follows") @Default("multiplicative") NoiseOfStep noise,
        @Inline CellTraits cells)
        implements UpdateLaw {

    /** Whose bounds the law means. */
    public enum Bound {
        MEAN,
        OWN
    }

    @Override
    public double change(boolean up, double weight) {
        return up
                ? steps.mean(true) * (1 - share(gammaUp, weight, cells.highest()))
                : -steps.mean(false) * (1 - share(gammaDown, weight, cells.lowest()));
    }

    /** Part of a step that is lost; a bound at zero takes none, for no weight lies before it. */
    private static double share(double gamma, double weight, double bound) {
        return bound == 0 ? 0 : gamma * weight / bound;
    }

    @Override
    public CellPopulation population(int rows, int columns, long seed, long... place) {
        return population(this, rows, columns, seed, place);
    }

    CellPopulation population(UpdateLaw as, int rows, int columns, long seed, long... place) {
        DrawnCells drawn = new DrawnCells(cells, rows, columns, seed, place);
        DrawnSteps own = new DrawnSteps(steps, drawn);
        float[] gammasUp = drawn.drawn(Effect.FIRST_OF_LAW, gammaUp, gammaUpSpread);
        float[] gammasDown = drawn.drawn(Effect.SECOND_OF_LAW, gammaDown, gammaDownSpread);
        boolean adds = noise == NoiseOfStep.ADDITIVE && steps.pulseNoise() > 0;
        double relative = adds ? 0 : steps.pulseNoise();
        AffineResponse response = new AffineResponse(drawn.count(), relative, adds);
        for (int cell = 0; cell < drawn.count(); cell++) {
            double highest = bound == Bound.OWN ? drawn.highest[cell] : cells.highest();
            double lowest = bound == Bound.OWN ? drawn.lowest[cell] : cells.lowest();
            double up = own.of(cell, PulseResponse.UP);
            double down = own.of(cell, PulseResponse.DOWN);
            response.way(
                    cell,
                    PulseResponse.UP,
                    up,
                    -up * share(Math.abs(gammasUp[cell]), 1, highest),
                    up * steps.pulseNoise());
            response.way(
                    cell,
                    PulseResponse.DOWN,
                    -down,
                    down * share(Math.abs(gammasDown[cell]), 1, lowest),
                    down * steps.pulseNoise());
        }
        return new SingleCells(as, drawn, response, steps.step());
    }
}
