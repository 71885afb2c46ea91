package mho.periphery.learning;

import mho.periphery.learning.DrawnCells.Effect;

/** The steps of each cell, as {@link PulseStep} has them; zero of stuck cells. */
final class DrawnSteps {
    final float[] up;
    final float[] down;

    DrawnSteps(PulseStep steps, DrawnCells cells) {
        float[] gains = cells.drawn(Effect.STEP, steps.logNormal() ? 0 : 1, steps.stepSpread());
        float[] asymmetries = cells.drawn(Effect.UP_DOWN, 0, steps.upDownSpread());
        up = new float[cells.count()];
        down = new float[cells.count()];
        for (int cell = 0; cell < up.length; cell++) {
            if (!cells.stuck(cell)) {
                double gain = steps.logNormal() ? StrictMath.exp(gains[cell]) : gains[cell];
                double asymmetry = asymmetries[cell];
                up[cell] = (float) (steps.step() * Math.abs(gain + asymmetry + Math.min(steps.upDown(), 0)));
                down[cell] = (float) (steps.step() * Math.abs(gain - asymmetry - Math.max(steps.upDown(), 0)));
            }
        }
    }
}
