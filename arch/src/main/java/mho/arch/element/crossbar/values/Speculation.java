package mho.arch.element.crossbar.values;

import java.util.List;
import mho.core.cost.Scales;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.driver.Encoding;

/**
 * Inputs in few digits of several bits, on the guess that no sum leaves the converter's range, and once more bit by bit for the columns of
 * which the guess failed (Andrulis et al., ISCA 2023). Rows are driven in all these phases; a column is converted again only in those of a
 * digit whose conversion saturated.
 *
 * @param digits bits of each, the most significant first
 * @param failing of conversions, where no data say
 */
public record Speculation(
        @Scales(why = "it says how often rows are driven and columns converted; one costs what it cost")
                @Doc("Bits of each digit of an input, the most significant first; together those of a value")
                @Range(min = 1, max = 16)
                List<Integer> digits,
        @Scales(why = "it says how often columns are converted; one conversion costs what it cost")
                @Doc("Part of the conversions that saturate, until data say otherwise")
                @Unit("1")
                @Range(min = 0, max = 1)
                double failing) {

    public Speculation {
        digits = List.copyOf(digits);
        if (digits.isEmpty()) {
            throw new IllegalArgumentException("digits: at least one, for example (digits: [4, 2, 2])");
        }
    }

    /** Bits of an input. */
    public int inputBits() {
        return digits.stream().mapToInt(Integer::intValue).sum();
    }

    /** Phases of a vector: those of the digits, and one for every bit. */
    public int phases() {
        return digits.size() + inputBits();
    }

    /** Conversions of a column: one a digit, and one a bit of those that fail. */
    public double conversions() {
        return digits.size() + failing * inputBits();
    }

    /** What rows carry in the phases of the digits. Inputs of both signs are made positive by an offset. */
    public Encoding encoding(boolean negative) {
        return Encoding.sliced(digits, negative);
    }
}
