package mho.periphery.learning;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.random.NormalStream;

/**
 * Steps that saturate exponentially: with z = 2·slope·w/(highest − lowest) + offset of the cell's own bounds, a pulse up has step · max(1
 * − a-up·exp(γ-up·z), 0) and one down step · max(1 − a-down·exp(−γ-down·z), 0). A negative a makes steps longer than {@code step}
 * instead. Noise is c·|dw|, c = pulse-noise · N(0, 1); where {@code noise-floor} or {@code noise-slope} is stated, c·(|dw| + floor +
 * slope·|w|), so that a pulse that moves nothing on average still moves a cell. Gong et al., Nature Communications 9:2102, 2018; IBM
 * aihwkit 4545f11 (ExpStep).
 */
@Kind("exponential-step")
public record ExponentialStep(
        @Inline PulseStep steps,
        @Doc("Weight of the exponential on the way up") @Unit("1") @Range(min = Double.NEGATIVE_INFINITY) double aUp,
        @Doc("Weight of the exponential on the way down") @Unit("1") @Range(min = Double.NEGATIVE_INFINITY)
                double aDown,
        @Doc("Rate of the exponential on the way up") @Unit("1") double gammaUp,
        @Doc("Rate of the exponential on the way down") @Unit("1") double gammaDown,
        @Doc("Factor of the weight over half its window, in z") @Unit("1") @Range(min = Double.NEGATIVE_INFINITY)
                double slope,
        @Doc("z at weight zero") @Unit("1") @Default("0") @Range(min = Double.NEGATIVE_INFINITY) double offset,
        @Doc("Added to the size of a step in its noise") @Unit("1") @Default("0") @Range(min = 0) double noiseFloor,
        @Doc("Factor of the size of the weight in the noise of a step") @Unit("1") @Default("0") @Range(min = 0)
                double noiseSlope,
        @Inline CellTraits cells)
        implements UpdateLaw {

    @Override
    public double change(boolean up, double weight) {
        double z = 2 * slope * weight / cells.range() + offset;
        return up ? steps.mean(true) * factor(true, z) : -steps.mean(false) * factor(false, z);
    }

    private double factor(boolean up, double z) {
        return up
                ? Math.max(1 - aUp * StrictMath.exp(gammaUp * z), 0)
                : Math.max(1 - aDown * StrictMath.exp(-gammaDown * z), 0);
    }

    @Override
    public CellPopulation population(int rows, int columns, long seed, long... place) {
        DrawnCells drawn = new DrawnCells(cells, rows, columns, seed, place);
        return new SingleCells(this, drawn, new Response(this, drawn), steps.step());
    }

    private static final class Response extends PulseResponse {
        private final ExponentialStep law;
        private final DrawnSteps steps;

        /** z of a weight, less the offset. */
        private final float[] slopes;

        Response(ExponentialStep law, DrawnCells drawn) {
            this.law = law;
            this.steps = new DrawnSteps(law.steps, drawn);
            this.slopes = new float[drawn.count()];
            for (int cell = 0; cell < slopes.length; cell++) {
                double range = (double) drawn.highest[cell] - drawn.lowest[cell];
                slopes[cell] = range > 0 ? (float) (2 * law.slope / range) : 0;
            }
        }

        @Override
        float after(int cell, int way, float weight, NormalStream stream) {
            float step = steps.of(cell, way);
            if (step == 0) {
                return weight;
            }
            boolean up = way == UP;
            double size = step * law.factor(up, slopes[cell] * weight + law.offset);
            double change = up ? size : -size;
            double noise = law.steps.pulseNoise();
            if (noise != 0) {
                double deviation = noise * (size + law.noiseFloor + law.noiseSlope * Math.abs(weight));
                change += deviation * stream.normal();
            }
            return (float) (weight + change);
        }
    }
}
