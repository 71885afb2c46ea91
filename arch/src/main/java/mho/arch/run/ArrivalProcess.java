package mho.arch.run;

import mho.core.engine.Arrivals;

/** How inputs come to the chip, from outside, whether or not it is ready for them: the load of an open system. */
public sealed interface ArrivalProcess permits PoissonArrivals, RegularArrivals, ListedArrivals {
    /**
     * When the first inputs come.
     *
     * @throws mho.core.engine.ModelSaysNo if some come when simulated time is over
     */
    Arrivals first(int inputs);

    /** Inputs that come in all; without end unless they are listed. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /** Mean rate at which so many first inputs come, a second; infinite if all of several come at once. */
    double perSecond(int inputs);

    /** In words. */
    String told();
}
