package mho.arch.run;

import java.util.random.RandomGenerator;
import mho.core.engine.Arrivals;
import mho.core.engine.Clock;
import mho.core.quantity.Quantity;
import mho.periphery.device.Draws;

/**
 * Inputs that know nothing of each other: the times between them, and before the first, are drawn from an exponential distribution, -ln(1 -
 * u) / rate, and rounded to ticks one by one. The seed gives the same times on any machine (StrictMath).
 */
public record PoissonArrivals(double hertz, long seed) implements ArrivalProcess {
    @Override
    public Arrivals first(int inputs) {
        RandomGenerator draws = Draws.of(seed, "arrivals", "");
        long[] ticks = new long[inputs];
        long now = 0;
        for (int input = 0; input < inputs; input++) {
            double gap = -StrictMath.log(1 - draws.nextDouble()) / hertz * Clock.TICKS_PER_SECOND;
            LateArrival.check(now + gap, input, this);
            now += Math.round(gap);
            ticks[input] = now;
        }
        return Arrivals.at(ticks);
    }

    @Override
    public double perSecond(int inputs) {
        return hertz;
    }

    @Override
    public String told() {
        return "Poisson arrivals at " + Quantity.format(hertz, "Hz") + ", seed " + seed;
    }
}
