package mho.core.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Multiplies a unit: the decimal prefixes of the SI and the binary ones of IEC 80000-13. */
enum Prefix {
    ATTO("a", 10, -18),
    FEMTO("f", 10, -15),
    PICO("p", 10, -12),
    NANO("n", 10, -9),
    MICRO("u", 10, -6),
    MILLI("m", 10, -3),
    CENTI("c", 10, -2),
    NONE("", 10, 0),
    KILO("k", 10, 3),
    // Datasheets write KB; only bytes take it, so that KHz stays a spelling mistake.
    KILO_OF_BYTES("K", 10, 3),
    MEGA("M", 10, 6),
    GIGA("G", 10, 9),
    TERA("T", 10, 12),
    PETA("P", 10, 15),
    KIBI("Ki", 1024, 1),
    MEBI("Mi", 1024, 2),
    GIBI("Gi", 1024, 3),
    TEBI("Ti", 1024, 4);

    final String symbol;
    final int radix;
    final int exponent;

    Prefix(String symbol, int radix, int exponent) {
        this.symbol = symbol;
        this.radix = radix;
        this.exponent = exponent;
    }

    static @Nullable Prefix of(String symbol) {
        for (Prefix prefix : values()) {
            if (prefix.symbol.equals(symbol)) {
                return prefix;
            }
        }
        return null;
    }

    /** The factor of a unit raised to {@code power}: mm2 is (10^-3 m)^2; a unit below the stroke has a negative power. */
    BigDecimal factor(int power) {
        if (radix == 10) {
            return BigDecimal.ONE.scaleByPowerOfTen(exponent * power);
        }
        BigDecimal whole = BigDecimal.valueOf(radix).pow(exponent * Math.abs(power));
        return power > 0 ? whole : BigDecimal.ONE.divide(whole); // a power of two has a finite decimal inverse
    }

    /** Data comes in whole bits, lengths alone are written in centi. */
    boolean fits(String base) {
        boolean data = base.equals("B") || base.equals("bit");
        return switch (this) {
            case KIBI, MEBI, GIBI, TEBI -> data;
            case KILO_OF_BYTES -> base.equals("B");
            case CENTI -> base.equals("m");
            default -> !data || exponent >= 0;
        };
    }
}
