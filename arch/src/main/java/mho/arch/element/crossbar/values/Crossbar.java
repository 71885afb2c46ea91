package mho.arch.element.crossbar.values;

import java.util.Arrays;
import java.util.Objects;
import mho.periphery.driver.WeightSide;
import org.jspecify.annotations.Nullable;

/**
 * One array with a part of a layer's matrix in its cells. Sums of columns are in units of one digit of an input times one digit of a
 * weight, so without errors they are integers. Once its converters are there it does not change.
 */
final class Crossbar {
    /** First row and first output of the layer's matrix that stand here. */
    final int fromRow;

    final int fromOutput;
    final int rows;
    final Columns columns;

    /** What the cells hold, by the side of the weights that a phase reads. */
    private final SensedCells cells;

    /** What a column's sum counts for in its output; that of a flipped column is taken off. */
    private final double[] factor;

    /** For every output, what the sum of the inputs counts for: it takes off biases, off-conductances and flips. */
    private final double[] inputFactor;

    private final boolean corrected;
    private @Nullable PartialConverters converter;

    Crossbar(
            int fromRow,
            int fromOutput,
            int rows,
            Columns columns,
            SensedCells cells,
            double[] factor,
            double[] inputFactor) {
        this.fromRow = fromRow;
        this.fromOutput = fromOutput;
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
        this.factor = factor;
        this.inputFactor = inputFactor;
        this.corrected = Arrays.stream(inputFactor).anyMatch(each -> each != 0);
    }

    SensedCells cells() {
        return cells;
    }

    void convertWith(PartialConverters made) {
        converter = made;
    }

    PartialConverters converter() {
        return Objects.requireNonNull(converter, "converters come after calibration");
    }

    /**
     * Adds the sums of a phase to the outputs of the layer.
     *
     * @param significance of the phase
     * @param outputs vectors x {@code width}
     */
    void decode(float[] sums, int vectors, double significance, WeightSide side, double[] outputs, int width) {
        int count = columns.count();
        int perOutput = columns.perOutput();
        int references = columns.references();
        int perSlice = Math.max(1, columns.slicing().referencesPerSlice());
        double[] counts = side == WeightSide.BOTH ? factor : oneSide(side);
        double scale = significance * cells.compensation();
        int made = columns.outputs();
        for (int v = 0; v < vectors; v++) {
            int first = v * count;
            int to = v * width + fromOutput;
            if (perOutput == 2 && references == 0) {
                decodePairs(counts, sums, first, scale, outputs, to, made);
                continue;
            }
            int reference = first + made * perOutput;
            for (int o = 0; o < made; o++) {
                double sum = 0;
                for (int column = o * perOutput; column < (o + 1) * perOutput; column++) {
                    sum += counts[column] * sums[first + column];
                }
                for (int i = 0; i < references; i++) {
                    sum -= counts[o * perOutput + i / perSlice] / perSlice * sums[reference + i];
                }
                outputs[to + o] += scale * sum;
            }
        }
    }

    /** The same where an output has two columns, as most designs have: a loop less in the innermost place. */
    private static void decodePairs(
            double[] counts, float[] sums, int first, double scale, double[] outputs, int to, int made) {
        for (int o = 0; o < made; o++) {
            double sum = counts[2 * o] * sums[first + 2 * o] + counts[2 * o + 1] * sums[first + 2 * o + 1];
            outputs[to + o] += scale * sum;
        }
    }

    /** A phase that reads one side has its sign in its significance. */
    private double[] oneSide(WeightSide side) {
        double[] counts = new double[factor.length];
        for (int c = 0; c < counts.length; c++) {
            boolean read =
                    columns.slicing().sign().isDifference() || columns.negativeSide(c) == (side == WeightSide.NEGATIVE);
            counts[c] = read ? Math.abs(factor[c]) : 0;
        }
        return counts;
    }

    /**
     * Adds what the sum of the inputs contributes, which is added up digitally.
     *
     * @param codes vectors x rows
     * @param offset added to every code before it is driven
     */
    void correct(float[] codes, int vectors, int offset, double[] outputs, int width) {
        if (!corrected) {
            return;
        }
        for (int v = 0; v < vectors; v++) {
            double sum = (double) rows * offset;
            for (int r = 0; r < rows; r++) {
                sum += codes[v * rows + r];
            }
            int to = v * width + fromOutput;
            for (int o = 0; o < inputFactor.length; o++) {
                outputs[to + o] += inputFactor[o] * sum;
            }
        }
    }
}
