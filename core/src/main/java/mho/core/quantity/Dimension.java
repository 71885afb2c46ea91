package mho.core.quantity;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a figure measures: its SI unit, its name in a sentence, and an example to show where one is missing. A unit may have
 * parts below a stroke ("fF/um"); each part takes its own prefix.
 */
public enum Dimension {
    NUMBER("1", "a number", "0.5"),
    COUNT("count", "a whole number", "8"),
    TIME("s", "a time", "5 ns"),
    FREQUENCY("Hz", "a frequency", "1.2 GHz"),
    SAMPLING_RATE("S/s", "a sampling rate", "1.28 GS/s"),
    ENERGY("J", "an energy", "5 pJ"),
    POWER("W", "a power", "2 mW"),
    AREA("m2", "an area", "0.0096 mm2"),
    LENGTH("m", "a length", "90 nm"),
    VOLTAGE("V", "a voltage", "0.2 V"),
    CURRENT("A", "a current", "5 uA"),
    CHARGE("C", "a charge", "20 fC"),
    RESISTANCE("Ohm", "a resistance", "10 kOhm"),
    CONDUCTANCE("S", "a conductance", "25 uS"),
    CAPACITANCE("F", "a capacitance", "200 fF"),
    TEMPERATURE("K", "a temperature", "300 K"),
    BITS("bit", "a number of bits", "16 bit"),
    BYTES("B", "a size", "64 KiB"),
    BIT_RATE("bit/s", "a bit rate", "10 Gbit/s"),
    BYTE_RATE("B/s", "a data rate", "6.4 GB/s"),
    OPERATION_RATE("OP/s", "a rate of operations", "2.5 TOP/s"),
    EFFICIENCY("OP/s/W", "a rate of operations per power", "627 GOP/s/W"),
    ENERGY_PER_BIT("J/bit", "an energy per bit", "1.6 pJ/bit"),
    ENERGY_PER_BYTE("J/B", "an energy per byte", "13 pJ/B"),
    ENERGY_PER_LENGTH("J/m", "an energy per length", "120 fJ/mm"),
    ENERGY_PER_BIT_LENGTH("J/bit/m", "an energy per bit and length", "120 fJ/bit/mm"),
    CAPACITANCE_PER_LENGTH("F/m", "a capacitance per length", "0.2 fF/um"),
    RESISTANCE_PER_LENGTH("Ohm/m", "a resistance per length", "3 Ohm/um"),
    DELAY_PER_LENGTH("s/m", "a delay per length", "60 ps/mm"),
    POWER_PER_AREA("W/m2", "a power per area", "0.2 W/mm2"),
    AREA_PER_BIT("m2/bit", "an area per bit", "0.1 um2/bit");

    private final String symbol;
    private final String phrase;
    private final String example;

    Dimension(String symbol, String phrase, String example) {
        this.symbol = symbol;
        this.phrase = phrase;
        this.example = example;
    }

    /** The SI unit: "J", "S/s". */
    public String symbol() {
        return symbol;
    }

    /** As it stands in a sentence: "an energy". */
    public String phrase() {
        return phrase;
    }

    /** A quantity of this dimension as one would write it: "5 pJ". */
    public String example() {
        return example;
    }

    /** The dimension of an SI unit; an unknown unit is a mistake in the program and throws IllegalArgumentException. */
    public static Dimension of(String symbol) {
        for (Dimension dimension : values()) {
            if (dimension.symbol.equals(symbol)) {
                return dimension;
            }
        }
        throw new IllegalArgumentException("no dimension has the unit \"" + symbol + "\", known units: "
                + Arrays.stream(values()).map(Dimension::symbol).collect(Collectors.joining(", ")));
    }

    /** Whether a quantity of this dimension is written with a unit. */
    public boolean hasUnit() {
        return this != NUMBER && this != COUNT;
    }

    /** How many SI units one of the unit as written makes; null when it measures something else. */
    @Nullable
    BigDecimal scale(String written) {
        if (!hasUnit()) {
            if (this == NUMBER && written.equals("%")) {
                return BigDecimal.valueOf(1, 2);
            }
            return written.isEmpty() ? BigDecimal.ONE : null;
        }
        String[] parts = symbol.split("/", -1);
        String[] writtenParts = written.split("/", -1);
        if (writtenParts.length != parts.length) {
            return null;
        }
        BigDecimal scale = BigDecimal.ONE;
        for (int i = 0; i < parts.length; i++) {
            Prefix prefix = prefix(writtenParts[i], parts[i]);
            if (prefix == null) {
                return null;
            }
            int power = parts[i].endsWith("2") ? 2 : 1;
            scale = scale.multiply(prefix.factor(i == 0 ? power : -power));
        }
        return scale;
    }

    private static @Nullable Prefix prefix(String written, String part) {
        if (!written.endsWith(part)) {
            return null;
        }
        Prefix prefix = Prefix.of(written.substring(0, written.length() - part.length()));
        return prefix != null && prefix.fits(base(part)) ? prefix : null;
    }

    private static String base(String part) {
        return part.endsWith("2") ? part.substring(0, part.length() - 1) : part;
    }

    /** The part that carries the prefix when a quantity is printed, without its exponent. */
    String leadingBase() {
        return base(symbol.split("/", -1)[0]);
    }

    /** A unit of this dimension that differs from the written one only in case or a plural s; null when there is none. */
    @Nullable
    String spelling(String written) {
        for (Prefix prefix : Prefix.values()) {
            String candidate = prefix.symbol + symbol;
            boolean close = candidate.equalsIgnoreCase(written) || (candidate + "s").equalsIgnoreCase(written);
            if (hasUnit() && close && prefix.fits(leadingBase())) {
                return candidate;
            }
        }
        return null;
    }
}
