package mho.core.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How a quantity is printed: a prefix that leaves one to three digits before the point. */
final class EngineeringNotation {
    private static final Prefix[] DECIMAL = {
        Prefix.ATTO, Prefix.FEMTO, Prefix.PICO, Prefix.NANO, Prefix.MICRO, Prefix.MILLI,
        Prefix.NONE, Prefix.KILO, Prefix.MEGA, Prefix.GIGA, Prefix.TERA, Prefix.PETA
    };
    private static final Prefix[] BINARY = {Prefix.TEBI, Prefix.GIBI, Prefix.MEBI, Prefix.KIBI};
    private static final int LONGEST_PLAIN = 30;

    private EngineeringNotation() {}

    static String rounded(double si, Dimension dimension, int digits) {
        return print(si, dimension, new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    static String exact(double si, Dimension dimension) {
        return print(si, dimension, MathContext.UNLIMITED);
    }

    private static String print(double si, Dimension dimension, MathContext precision) {
        if (!Double.isFinite(si)) {
            return withUnit(Double.toString(si), Prefix.NONE, dimension);
        }
        BigDecimal shortest = new BigDecimal(Double.toString(si));
        Prefix prefix = prefix(shortest, shortest.round(precision), dimension);
        int power = isArea(dimension) ? 2 : 1;
        BigDecimal number = shortest.multiply(prefix.factor(-power)).round(precision);
        return withUnit(plain(number.stripTrailingZeros()), prefix, dimension);
    }

    private static String plain(BigDecimal number) {
        boolean unwieldy = number.scale() > LONGEST_PLAIN || number.precision() - number.scale() > LONGEST_PLAIN;
        return unwieldy ? number.toString() : number.toPlainString();
    }

    private static String withUnit(String number, Prefix prefix, Dimension dimension) {
        return dimension.hasUnit() ? number + " " + prefix.symbol + dimension.symbol() : number;
    }

    private static Prefix prefix(BigDecimal si, BigDecimal rounded, Dimension dimension) {
        if (dimension == Dimension.BYTES) {
            for (Prefix prefix : BINARY) {
                if (isRound(si, prefix.factor(1))) {
                    return prefix;
                }
            }
        }
        if (rounded.signum() == 0 || !dimension.hasUnit() || dimension == Dimension.TEMPERATURE) {
            return Prefix.NONE;
        }
        return isArea(dimension) ? area(exponent(rounded)) : engineering(exponent(rounded), dimension.leadingBase());
    }

    private static boolean isArea(Dimension dimension) {
        return dimension == Dimension.AREA || dimension == Dimension.AREA_PER_BIT;
    }

    /** Memories come in powers of two: 65536 B is 64 KiB, but 65000 B is 65 kB. */
    private static boolean isRound(BigDecimal si, BigDecimal factor) {
        return si.abs().compareTo(factor) >= 0
                && si.divide(factor).stripTrailingZeros().scale() <= 1;
    }

    /** Chips are quoted in mm2 down to a thousandth, circuits in um2 down to a thousandth. */
    private static Prefix area(int exponent) {
        if (exponent >= 0) {
            return Prefix.NONE;
        }
        if (exponent >= -9) {
            return Prefix.MILLI;
        }
        return exponent >= -15 ? Prefix.MICRO : Prefix.NANO;
    }

    private static Prefix engineering(int exponent, String base) {
        Prefix best = base.equals("B") || base.equals("bit") ? Prefix.NONE : Prefix.ATTO;
        for (Prefix prefix : DECIMAL) {
            if (prefix.exponent > best.exponent && prefix.exponent <= exponent) {
                best = prefix;
            }
        }
        return best;
    }

    /** Decimal exponent of the leading digit. */
    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }
}
