package mho.arch;

import java.math.BigDecimal;

/** Quantities doubled and halved as they are written. */
public final class Twice {
    private Twice() {}

    /** "1.28 GS/s" to "2.56 GS/s". */
    public static String of(String quantity) {
        return times(quantity, "2");
    }

    public static String halfOf(String quantity) {
        return times(quantity, "0.5");
    }

    private static String times(String quantity, String factor) {
        String[] parts = quantity.strip().split("(?<=[0-9])\\s*(?=[^0-9.eE+-]|$)", 2);
        String value = new BigDecimal(parts[0])
                .multiply(new BigDecimal(factor))
                .stripTrailingZeros()
                .toPlainString();
        return parts.length > 1 && !parts[1].isEmpty() ? value + " " + parts[1] : value;
    }
}
