package mho.periphery.learning;

import mho.periphery.learning.DrawnCells.Effect;

/** The steps of each cell, as {@link PulseStep} has them; zero of stuck cells. */
final class DrawnSteps {

    /** The size of a step: 2 · cell + {@link PulseResponse#UP} or {@link PulseResponse#DOWN}. */
    private final float[] sizes;

    DrawnSteps(PulseStep steps, DrawnCells cells) {
        float[] gains = cells.drawn(Effect.STEP, steps.logNormal() ? 0 : 1, steps.stepSpread());
        float[] asymmetries = cells.drawn(Effect.UP_DOWN, 0, steps.upDownSpread());
        sizes = new float[2 * cells.count()];
        for (int cell = 0; cell < cells.count(); cell++) {
            if (!cells.stuck(cell)) {
                double gain = steps.logNormal() ? StrictMath.exp(gains[cell]) : gains[cell];
                double asymmetry = asymmetries[cell];
                double up = Math.abs(gain + asymmetry + Math.min(steps.upDown(), 0));
                double down = Math.abs(gain - asymmetry - Math.max(steps.upDown(), 0));
                sizes[2 * cell + PulseResponse.UP] = (float) (steps.step() * up);
                sizes[2 * cell + PulseResponse.DOWN] = (float) (steps.step() * down);
            }
        }
    }

    /** The size of a cell's step, one way. */
    float of(int cell, int way) {
        return sizes[2 * cell + way];
    }

    /** All of them with their sign, two a cell. */
    float[] signed() {
        float[] steps = sizes.clone();
        for (int i = PulseResponse.DOWN; i < steps.length; i += 2) {
            steps[i] = -steps[i];
        }
        return steps;
    }
}
