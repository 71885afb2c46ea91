package mho.reports.trace;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Simulated time as the format has it: microseconds, with up to nine decimals, so that no femtosecond is lost. Viewers read a double, multiply
 * it by a thousand and keep the whole nanoseconds; where that would fall short of a nanosecond (1.001 x 1000 is 1000.9999999999999), the text
 * is that of the next double, a part in 10^16 more. Spans that follow one another then never overlap in a viewer.
 */
final class Microseconds {
    static final String UNIT = "us";

    private static final long TICKS = 1_000_000_000;
    private static final long TICKS_PER_NANOSECOND = 1_000_000;
    private static final int DECIMALS = 9;
    /** Fewer are a double, and their quotient is what the text is read as. */
    private static final long EXACT_TICKS = 1L << 53;

    /** Enough to be read back as the same double. */
    private static final MathContext EXACT = new MathContext(17);

    private Microseconds() {}

    static EventLine write(EventLine line, long ticks) {
        double read = ticks < EXACT_TICKS
                ? (double) ticks / TICKS
                : BigDecimal.valueOf(ticks, DECIMALS).doubleValue();
        if (nanoseconds(read) < ticks / TICKS_PER_NANOSECOND) {
            do {
                read = Math.nextUp(read);
            } while (nanoseconds(read) < ticks / TICKS_PER_NANOSECOND);
            return line.raw(new BigDecimal(read).round(EXACT).toPlainString());
        }
        line.number(ticks / TICKS);
        long rest = ticks % TICKS;
        return rest == 0 ? line : decimals(line.raw("."), rest);
    }

    private static long nanoseconds(double micros) {
        return (long) (micros * 1000);
    }

    /** Without zeros at the end. */
    private static EventLine decimals(EventLine line, long rest) {
        long digits = rest;
        int count = DECIMALS;
        while (digits % 10 == 0) {
            digits /= 10;
            count--;
        }
        for (long least = (long) Math.pow(10, count - 1); digits < least; least /= 10) {
            line.raw("0");
        }
        return line.number(digits);
    }
}
