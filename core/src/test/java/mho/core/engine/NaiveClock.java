package mho.core.engine;

import java.math.BigInteger;

/** Edges by the definition: edge n of f hertz at round(n·10¹⁵/f), halves upwards. */
record NaiveClock(long hertz) {
    private static final BigInteger SECOND = BigInteger.TEN.pow(15);

    long edge(long n) {
        BigInteger twice = SECOND.multiply(BigInteger.valueOf(n)).shiftLeft(1);
        return twice.add(BigInteger.valueOf(hertz))
                .divide(BigInteger.valueOf(hertz).shiftLeft(1))
                .longValueExact();
    }

    long indexAtOrAfter(long t) {
        long n = BigInteger.valueOf(t)
                .multiply(BigInteger.valueOf(hertz))
                .divide(SECOND)
                .longValueExact();
        n = Math.max(0, n - 1);
        while (edge(n) < t) {
            n++;
        }
        return n;
    }
}
