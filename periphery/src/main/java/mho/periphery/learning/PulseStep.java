package mho.periphery.learning;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * The step of a pulse, and by how much it differs between cells and between pulses, as IBM aihwkit 4545f11 has it: with g = 1 + spread ·
 * N(0, 1), or exp(spread · N(0, 1)) where {@code log-normal}, and r = up-down-spread · N(0, 1), each once a cell, a pulse up has step ·
 * |g + r + min(up-down, 0)| and a pulse down step · |g − r − max(up-down, 0)|. A positive {@code up-down} therefore makes steps down
 * shorter. What a law makes of it depends on the weight.
 */
public record PulseStep(
        @Doc("Mean change of the weight by one pulse") @Unit("1") double step,
        @Doc("Standard deviation of it between cells, over it") @Unit("1") @Default("0") @Range(min = 0)
                double stepSpread,
        @Doc("Whether the logarithm of steps is what is normal between cells") @Default("false") boolean logNormal,
        @Doc("By how much steps up are longer than steps down, over the step")
                @Unit("1")
                @Default("0")
                @Range(min = -1, max = 1)
                double upDown,
        @Doc("Standard deviation of that between cells, each way") @Unit("1") @Default("0") @Range(min = 0)
                double upDownSpread,
        @Doc("Standard deviation between pulses on one cell, over the step (cycle to cycle)")
                @Unit("1")
                @Default("0")
                @Range(min = 0)
                double pulseNoise) {

    /** The step of the mean cell, one way. */
    double mean(boolean up) {
        return step * Math.abs(up ? 1 + Math.min(upDown, 0) : 1 - Math.max(upDown, 0));
    }
}
