package mho.core.quantity;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a figure measures: its SI unit, its name in a sentence, and an example to show where one is missing. A unit may have
 * parts below a stroke ("fF/um"); each part takes its own prefix.
 */
public enum Dimension {
    NUMBER("1", "a number", "0.5", 0, 1e30),
    COUNT("count", "a whole number", "8", 0, 1e18),
    TIME("s", "a time", "5 ns", 1e-18, 1e10),
    FREQUENCY("Hz", "a frequency", "1.2 GHz", 1e-3, 1e15),
    SAMPLING_RATE("S/s", "a sampling rate", "1.28 GS/s", 1e-3, 1e15),
    ENERGY("J", "an energy", "5 pJ", 1e-30, 1e3),
    POWER("W", "a power", "2 mW", 1e-30, 1e6),
    AREA("m2", "an area", "0.0096 mm2", 1e-24, 1),
    LENGTH("m", "a length", "90 nm", 1e-12, 1e3),
    VOLTAGE("V", "a voltage", "0.2 V", 1e-9, 1e4),
    CURRENT("A", "a current", "5 uA", 1e-24, 1e4),
    CHARGE("C", "a charge", "20 fC", 1e-24, 1e3),
    RESISTANCE("Ohm", "a resistance", "10 kOhm", 1e-6, 1e18),
    CONDUCTANCE("S", "a conductance", "25 uS", 1e-18, 1e3),
    CAPACITANCE("F", "a capacitance", "200 fF", 1e-24, 1e3),
    TEMPERATURE("K", "a temperature", "300 K", 1e-6, 1e4),
    BITS("bit", "a number of bits", "16 bit", 1, 0x1p30),
    FLITS("flit", "a number of flits", "8 flit", 1, 0x1p30),
    BYTES("B", "a size", "64 KiB", 1, 0x1p50),
    BIT_RATE("bit/s", "a bit rate", "10 Gbit/s", 1e-3, 1e18),
    BYTE_RATE("B/s", "a data rate", "6.4 GB/s", 1e-3, 1e18),
    OPERATION_RATE("OP/s", "a rate of operations", "2.5 TOP/s", 1e-3, 1e24),
    EFFICIENCY("OP/s/W", "a rate of operations per power", "627 GOP/s/W", 1e-3, 1e30),
    OPERATION_DENSITY("OP/s/m2", "a rate of operations per area", "484 GOP/s/mm2", 1e-3, 1e30),
    ENERGY_PER_BIT("J/bit", "an energy per bit", "1.6 pJ/bit", 1e-30, 1e3),
    ENERGY_PER_BYTE("J/B", "an energy per byte", "13 pJ/B", 1e-30, 1e3),
    ENERGY_PER_LENGTH("J/m", "an energy per length", "120 fJ/mm", 1e-30, 1e3),
    ENERGY_PER_BIT_LENGTH("J/bit/m", "an energy per bit and length", "120 fJ/bit/mm", 1e-30, 1e3),
    CAPACITANCE_PER_LENGTH("F/m", "a capacitance per length", "0.2 fF/um", 1e-24, 1e3),
    RESISTANCE_PER_LENGTH("Ohm/m", "a resistance per length", "3 Ohm/um", 1e-6, 1e18),
    DELAY_PER_LENGTH("s/m", "a delay per length", "60 ps/mm", 1e-18, 1e3),
    POWER_PER_AREA("W/m2", "a power per area", "0.2 W/mm2", 1e-18, 1e12),
    AREA_PER_BIT("m2/bit", "an area per bit", "0.1 um2/bit", 1e-24, 1);

    private final String symbol;
    private final String phrase;
    private final String example;
    private final double least;
    private final double most;

    Dimension(String symbol, String phrase, String example, double least, double most) {
        this.symbol = symbol;
        this.phrase = phrase;
        this.example = example;
        this.least = least;
        this.most = most;
    }

    /**
     * The smallest size other than 0 that a chip, a device or a run may state. With {@link #most} it lies far outside of what is or was
     * ever built, and near enough that sums, products and quotients of such figures stay finite and above zero.
     */
    public double least() {
        return least;
    }

    /** The largest size that may be stated; see {@link #least}. */
    public double most() {
        return most;
    }

    /** The SI unit: "J", "S/s". */
    public String symbol() {
        return symbol;
    }

    /**
     * The SI unit as the end of a name, as fields and columns have it: "s", "bytes_per_s", "ops_per_s_per_w"; empty for what has no unit.
     * Names are often compared without regard to case, so units that differ in nothing else are spelt out.
     */
    public String inNames() {
        return hasUnit()
                ? Arrays.stream((this == SAMPLING_RATE ? "Sa/s" : symbol).split("/", -1))
                        .map(Dimension::word)
                        .collect(Collectors.joining("_per_"))
                : "";
    }

    private static String word(String unit) {
        return switch (unit) {
            case "B" -> "bytes";
            case "OP" -> "ops";
            case "S" -> "siemens";
            case "Sa" -> "samples";
            default -> unit.toLowerCase(Locale.ROOT);
        };
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

    /** What all of some texts are quantities of; null if they are of different ones, or no quantities. */
    public static @Nullable Dimension ofAll(Collection<String> texts) {
        return Arrays.stream(values())
                .filter(dimension -> texts.stream().allMatch(dimension::reads))
                .findFirst()
                .orElse(null);
    }

    private boolean reads(String text) {
        try {
            Quantity.parse(text, this);
            return true;
        } catch (BadQuantity e) {
            return false;
        }
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
