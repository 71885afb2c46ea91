package mho.arch.run;

import java.util.Arrays;
import java.util.List;
import mho.core.engine.Arrivals;
import mho.core.engine.Clock;

/** Inputs whose times somebody gives: ticks that do not decrease. */
public record ListedArrivals(List<Long> ticks) implements ArrivalProcess {
    public ListedArrivals {
        ticks = List.copyOf(ticks);
    }

    @Override
    public Arrivals first(int inputs) {
        LateArrival.check(ticks.get(inputs - 1), inputs - 1, this);
        return Arrivals.at(
                Arrays.copyOf(ticks.stream().mapToLong(Long::longValue).toArray(), inputs));
    }

    @Override
    public int most() {
        return ticks.size();
    }

    /** Inputs behind the first over the time from the first to the last; of one alone, none. */
    @Override
    public double perSecond(int inputs) {
        double during = ticks.get(inputs - 1) - ticks.get(0);
        return inputs == 1 ? 0 : (inputs - 1) * (double) Clock.TICKS_PER_SECOND / during;
    }

    @Override
    public String told() {
        return "arrivals at times given one by one";
    }
}
