package mho.periphery.learning;

import mho.periphery.random.NormalStream;

/** Steps that do not depend on the weight. */
final class ConstantResponse extends PulseResponse {
    private final float[] steps;
    private final float noise;

    /** @param noise standard deviation of a pulse's step, over the step */
    ConstantResponse(DrawnSteps steps, double noise) {
        this.steps = steps.signed();
        this.noise = (float) noise;
    }

    @Override
    float after(int cell, int way, float weight, NormalStream stream) {
        float step = steps[2 * cell + way];
        return noise == 0 ? weight + step : weight + step * (1 + noise * (float) stream.normal());
    }
}
