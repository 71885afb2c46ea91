package mho.arch.run;

import mho.core.engine.Clock;
import mho.core.engine.ModelSaysNo;

/** Refuses inputs that come when simulated time is over. */
final class LateArrival {
    private LateArrival() {}

    /** @param input from 0 */
    static void check(double ticks, int input, ArrivalProcess process) {
        // Half of time is left for the inputs that came to be finished.
        if (!(ticks <= Clock.HORIZON / 2)) {
            throw new ModelSaysNo(
                    "arrivals: input %d comes after %.3g s, later than the %.0f s in which inputs may come (%s): let them come faster, or ask for fewer (--images)"
                            .formatted(
                                    input + 1,
                                    ticks / Clock.TICKS_PER_SECOND,
                                    (double) (Clock.HORIZON / 2) / Clock.TICKS_PER_SECOND,
                                    process.told()));
        }
    }
}
