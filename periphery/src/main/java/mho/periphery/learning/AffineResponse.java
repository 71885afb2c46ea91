package mho.periphery.learning;

import mho.periphery.random.NormalStream;

/**
 * Steps that are a straight line of the weight, one for each way: a + b·w. Noise multiplies the step, or is of a size of its own. Four
 * laws come to this, once the figures of each cell are drawn.
 */
final class AffineResponse extends PulseResponse {

    /** a and b of a cell up, then down: what a pulse looks at lies side by side, for most of its time goes by waiting for it. */
    private final float[] lines;

    /** Deviation of noise that does not multiply, of a cell up, then down; of length 0 without. */
    private final float[] sizes;

    private final float relativeNoise;

    /**
     * @param relativeNoise standard deviation of a pulse's step, over the step
     * @param addsNoise whether {@link #way} is told of noise that does not depend on the weight
     */
    AffineResponse(int cells, double relativeNoise, boolean addsNoise) {
        this.lines = new float[4 * cells];
        this.sizes = new float[addsNoise ? 2 * cells : 0];
        this.relativeNoise = (float) relativeNoise;
    }

    /** Sets the law of a cell, one way. A step down is negative. */
    void way(int cell, int way, double atZero, double slope, double noise) {
        int at = 2 * cell + way;
        lines[2 * at] = (float) atZero;
        lines[2 * at + 1] = (float) slope;
        if (sizes.length > 0) {
            sizes[at] = (float) noise;
        }
    }

    @Override
    float after(int cell, int way, float weight, NormalStream stream) {
        int at = 2 * cell + way;
        float step = lines[2 * at] + lines[2 * at + 1] * weight;
        if (relativeNoise != 0) {
            step *= 1 + relativeNoise * (float) stream.normal();
        }
        if (sizes.length > 0) {
            step += sizes[at] * (float) stream.normal();
        }
        return weight + step;
    }
}
