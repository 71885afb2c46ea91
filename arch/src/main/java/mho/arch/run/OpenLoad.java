package mho.arch.run;

import mho.core.engine.Model;
import org.jspecify.annotations.Nullable;

/**
 * Inputs that come from outside, and how many are followed.
 *
 * @param inputs null for as many as are usual
 */
public record OpenLoad(ArrivalProcess process, @Nullable Integer inputs) {
    /** Enough for the 99th percentile to have ten inputs beyond it. */
    static final int USUAL = 1000;

    /** Large networks have fewer, but not fewer than these. */
    static final int LEAST = 64;

    private static final long STEPS = 64_000_000;

    public OpenLoad {
        if (inputs != null && (inputs < 1 || inputs > process.most())) {
            throw new IllegalArgumentException(inputs + " inputs of " + process.most() + " that come");
        }
    }

    /** Inputs that are followed through this model: those asked for, all that are listed, or what is usual and quickly done. */
    int inputs(Model model) {
        if (inputs != null) {
            return inputs;
        }
        if (process.most() < Integer.MAX_VALUE) {
            return process.most();
        }
        return (int) Math.max(LEAST, Math.min(USUAL, STEPS / Math.max(1, model.stepsPerImage())));
    }
}
