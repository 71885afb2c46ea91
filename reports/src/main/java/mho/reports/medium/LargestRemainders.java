package mho.reports.medium;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Parts of a sum, rounded so that what is printed adds up to the last digit shown: the largest remainders are rounded up until the parts
 * make the rounded sum (Hamilton's method).
 */
public final class LargestRemainders {
    private final long[] units;
    private final long sum;
    private final int decimals;

    private LargestRemainders(long[] units, long sum, int decimals) {
        this.units = units;
        this.sum = sum;
        this.decimals = decimals;
    }

    /** Rounds to so many decimals. */
    public static LargestRemainders of(double[] parts, int decimals) {
        double scale = Math.pow(10, decimals);
        double[] scaled = Arrays.stream(parts).map(p -> p * scale).toArray();
        long sum = Math.round(Arrays.stream(scaled).sum());
        long[] units =
                Arrays.stream(scaled).mapToLong(s -> (long) Math.floor(s)).toArray();
        int missing = (int) (sum - Arrays.stream(units).sum());
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> units[i] - scaled[i]))
                .limit(missing)
                .forEach(i -> units[i]++);
        return new LargestRemainders(units, sum, decimals);
    }

    /** Rounds so that the sum has so many digits. */
    public static LargestRemainders toDigits(double[] parts, int digits) {
        double sum = Arrays.stream(parts).sum();
        int leading = sum > 0 ? (int) Math.floor(Math.log10(sum)) + 1 : 1;
        return of(parts, Math.max(0, digits - leading));
    }

    public String part(int i) {
        return shown(units[i]);
    }

    public String sum() {
        return shown(sum);
    }

    private String shown(long value) {
        return String.format(
                Locale.ROOT, "%s", BigDecimal.valueOf(value, decimals).toPlainString());
    }
}
