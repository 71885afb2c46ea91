package mho.reports.training;

import java.util.Locale;
import mho.arch.element.LearntArrays;
import org.jspecify.annotations.Nullable;

/** What is said of a layer whose updates are too small for its pulses. */
public final class LostSteps {
    /** Of all steps asked for: with more of them lost, what a layer learns is no longer what it was asked to. */
    public static final double MUCH = 0.5;

    private static final String REMEDY =
            ": steps are smaller than what a pulse changes; take a larger rate, a device of smaller steps, or a scheme that gathers small steps";

    private LostSteps() {}

    /** A sentence without its end; null where a layer took most of what it was asked for, or pulses do not follow sizes. */
    public static @Nullable String note(TrainedEpoch.Layer layer) {
        LearntArrays arrays = layer.arrays();
        if (arrays == null || arrays.updates() == 0) { // ideal weights; a layer whose learning rate is 0
            return null;
        }
        String name = layer.means().layer();
        if (arrays.cellPulses() == 0 && arrays.transferPulses() == 0) {
            return "no cell of " + name + " took a pulse in the last epoch" + REMEDY;
        }
        return arrays.lost() > MUCH
                ? String.format(
                        Locale.ROOT,
                        "%.0f %% of what was asked of %s in the last epoch became no pulse%s",
                        100 * arrays.lost(),
                        name,
                        REMEDY)
                : null;
    }
}
