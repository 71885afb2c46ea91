package mho.periphery.learning;

import mho.periphery.random.NormalStream;

/**
 * Steps that are a straight line of the weight, one for each way: a + b·w. Noise multiplies the step, or is of a size of its own. Four
 * laws come to this, once the figures of each cell are drawn.
 */
final class AffineResponse extends PulseResponse {
    /** Figures of one way: a, b, and the deviation of noise that does not multiply. */
    private static final int FIGURES = 3;

    private static final int BOTH_WAYS = 2 * FIGURES;

    private final float[] figures;
    private final float relativeNoise;
    private final boolean addsNoise;

    /**
     * @param relativeNoise standard deviation of a pulse's step, over the step
     * @param addsNoise whether {@link #way} is told of noise that does not depend on the weight
     */
    AffineResponse(int cells, double relativeNoise, boolean addsNoise) {
        this.figures = new float[cells * BOTH_WAYS];
        this.relativeNoise = (float) relativeNoise;
        this.addsNoise = addsNoise;
    }

    /** Sets the law of a cell, one way. A step down is negative. */
    void way(int cell, boolean up, double atZero, double slope, double noise) {
        int at = cell * BOTH_WAYS + (up ? 0 : FIGURES);
        figures[at] = (float) atZero;
        figures[at + 1] = (float) slope;
        figures[at + 2] = (float) noise;
    }

    @Override
    float after(int cell, boolean up, float weight, NormalStream stream) {
        int at = cell * BOTH_WAYS + (up ? 0 : FIGURES);
        float step = figures[at] + figures[at + 1] * weight;
        if (relativeNoise != 0) {
            step *= 1 + relativeNoise * (float) stream.normal();
        }
        if (addsNoise) {
            step += figures[at + 2] * (float) stream.normal();
        }
        return weight + step;
    }
}
