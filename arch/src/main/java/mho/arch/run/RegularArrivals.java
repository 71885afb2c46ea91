package mho.arch.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import mho.core.engine.Arrivals;
import mho.core.engine.Clock;
import mho.core.quantity.Quantity;

/** Input n comes at n / rate, rounded to ticks; the first at 0. */
public record RegularArrivals(double hertz) implements ArrivalProcess {
    @Override
    public Arrivals first(int inputs) {
        BigDecimal apart =
                BigDecimal.valueOf(Clock.TICKS_PER_SECOND).divide(BigDecimal.valueOf(hertz), MathContext.DECIMAL128);
        LateArrival.check(apart.doubleValue() * (inputs - 1), inputs - 1, this);
        long[] ticks = new long[inputs];
        for (int input = 0; input < inputs; input++) {
            ticks[input] = apart.multiply(BigDecimal.valueOf(input))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        return Arrivals.at(ticks);
    }

    @Override
    public double perSecond(int inputs) {
        return hertz;
    }

    @Override
    public String told() {
        return "regular arrivals at " + Quantity.format(hertz, "Hz");
    }
}
