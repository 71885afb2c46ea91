package mho.arch.element.crossbar.values;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mho.arch.cut.WeightLayout;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import org.jspecify.annotations.Nullable;

/** How a weight stands in cells. */
public record Weights(
        @Scales(why = "it says how many cells are read and sums added; one costs what it cost")
                @Doc("Bits of a weight")
                @Range(min = 1, max = 32)
                int bits,
        @Scales(why = "it says how many cells are read; one costs what it cost")
                @Doc(
                        "pair: two columns of opposite sign; cell-pair: both signs inside one cell; array-pair: two arrays of opposite sign, each"
                                + " column subtracted from its fellow before it is converted; offset: biased to be positive,"
                                + " a unit column corrects; centered: each output's weights of an array less a centre of their own, which is"
                                + " multiplied digitally, both signs of what is left inside one cell; shared-reference: one reference column an array")
                Sign sign,
        @Scales(why = "it says how many cells are read and sums added; one costs what it cost")
                @Doc(
                        "Bits of a weight in each of its cells, the most significant first; as many as a cell holds in each when absent")
                @Range(min = 1, max = 16)
                @Nullable
                List<Integer> slices,
        @Scales(why = "values are written otherwise; the circuits stay")
                @Doc("Whether columns are stored as complements where that saves an ADC bit (ISAAC)")
                @Default("false")
                boolean flipped,
        @Scales(why = "a row more, or an addition: a count of actions")
                @Doc(
                        "array: the bias is a row of its own, and the errors of its cells reach every output; digital: it is added after"
                                + " conversion, exactly. Choose digital where cells err: a LeNet gains nothing by it at 2 % programming error,"
                                + " 3 points of accuracy at 5 % and 11 at 10 %, for 1 % of energy more (arch/README.md, Values)")
                @Default("digital")
                Bias bias) {

    public Weights {
        if (slices != null) {
            int sum = slices.stream().mapToInt(Integer::intValue).sum();
            if (sum != bits) {
                throw new IllegalArgumentException(
                        "slices: a weight of %d bits stands in cells, and these hold %d together; for example (slices: [%d])"
                                .formatted(bits, sum, bits));
            }
            slices = List.copyOf(slices);
        }
    }

    public enum Sign {
        PAIR,
        CELL_PAIR,
        ARRAY_PAIR,
        OFFSET,
        SHARED_REFERENCE,
        CENTERED;

        /** Whether positive and negative weights stand in cells of their own, so that nothing is added to a weight. */
        public boolean hasBothSides() {
            return this == PAIR || isDifference();
        }

        /** Whether what is converted of a column is already the difference of both signs. */
        public boolean isDifference() {
            return this == CELL_PAIR || this == ARRAY_PAIR || this == CENTERED;
        }
    }

    public enum Bias {
        ARRAY,
        DIGITAL
    }

    /** Whether a weight is nothing but a sign, so that no cell can hold the weight zero: one bit in cells that stand for both signs. */
    public boolean signOnly() {
        return signOnly(sign, bits);
    }

    public static boolean signOnly(Sign sign, int bits) {
        return bits == 1 && (sign == Sign.OFFSET || sign == Sign.SHARED_REFERENCE);
    }

    /**
     * Columns of an array that hold no weight but the reference of all, where it is shared: one a digit, of a mere sign two, whose mean is
     * the zero between them.
     */
    public int referenceColumns(int bitsPerCell) {
        return sign == Sign.SHARED_REFERENCE ? slices(bitsPerCell) * (signOnly() ? 2 : 1) : 0;
    }

    /** Columns beside those of the array, in which every cell is a one: what is added to all weights is taken off with it. */
    public int unitColumns() {
        return sign == Sign.OFFSET ? 1 : 0;
    }

    /** Arrays that stand behind one another and are read as one: two where each holds a sign. */
    public int arraysDeep() {
        return sign == Sign.ARRAY_PAIR ? 2 : 1;
    }

    /**
     * How such weights lie in arrays.
     *
     * @param bitsPerCell of a cell
     */
    public WeightLayout layout(int rows, int columns, int bitsPerCell) {
        return new WeightLayout(
                rows,
                columns,
                cells(bitsPerCell),
                referenceColumns(bitsPerCell),
                bias == Bias.ARRAY && !signOnly(),
                !signOnly());
    }

    private int slices(int bitsPerCell) {
        return widths(bitsPerCell).size();
    }

    /** Bits of a weight in each of its cells, the least significant first. */
    List<Integer> widths(int bitsPerCell) {
        List<Integer> widths = new ArrayList<>();
        if (slices != null) {
            widths.addAll(slices);
            Collections.reverse(widths);
            return widths;
        }
        for (int from = 0; from < bits; from += bitsPerCell) {
            widths.add(bitsPerCell);
        }
        return widths;
    }

    /** SensedCells of one weight along a row: slices, twice for a pair in columns. */
    public int cells(int bitsPerCell) {
        return sign == Sign.PAIR ? 2 * slices(bitsPerCell) : slices(bitsPerCell);
    }
}
