package mho.arch.element.crossbar.values;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import mho.periphery.array.Array;
import mho.periphery.array.ArrayWires;
import mho.periphery.array.Cell;
import mho.periphery.array.CellModel;
import mho.periphery.array.LocalBuffers;
import mho.periphery.array.Product;
import mho.periphery.array.Programming;
import org.jspecify.annotations.Nullable;

/** Writes digits into the cells of a chip and says what their columns sense when they are read. */
final class CellWriter {
    private final CellModel model;
    private final ArrayWires wires;
    private final int rows;
    private final int columns;
    private final boolean compensated;
    private final boolean cellByCell;
    private final double mismatch;

    private CellWriter(Array array, @Nullable LocalBuffers buffers, double readSeconds, double kelvin) {
        this.model = CellModel.of(array.cell(), readSeconds, kelvin);
        this.wires = array.wires() == null ? new ArrayWires(0, 0, ArrayWires.Drive.ONE_SIDE) : array.wires();
        this.rows = array.rows();
        this.columns = array.columns();
        this.compensated = array.cell().driftCompensation();
        this.cellByCell = array.cell().readErrorPer() == Cell.Per.CELL;
        this.mismatch = buffers == null ? 0 : buffers.currents().mismatch();
    }

    /**
     * @param buffers between arrays of a grid; null where they stand alone
     * @param readSeconds from programming to reading
     * @param kelvin meanwhile
     */
    static CellWriter of(Array array, @Nullable LocalBuffers buffers, double readSeconds, double kelvin) {
        return new CellWriter(array, buffers, readSeconds, kelvin);
    }

    /** The current of a cell at its lowest conductance, over the window. */
    double offOverWindow() {
        return model.offset();
    }

    /** Whether sums of columns are integers. */
    boolean exact() {
        return model.ideal() && model.quiet() && wires.ideal() && model.offset() == 0 && mismatch == 0;
    }

    CellModel model() {
        return model;
    }

    /**
     * Programs an array.
     *
     * @param digits of every cell, row by row; of cell-pairs, those of the positive side
     * @param opposite of cell-pairs, those of the negative side; empty for other cells
     * @param largest the digit that a column's cells hold at their highest conductance
     * @param oneSide whether the sides of cell-pairs are also read one at a time
     */
    SensedCells write(int[][] digits, int[][] opposite, int[] largest, boolean oneSide, RandomGenerator random) {
        Side positive = side(digits, largest, random);
        if (opposite.length == 0) {
            mirror(random, positive);
            return new SensedCells(
                    BySide.of(positive.product()),
                    BySide.of(positive.conductance),
                    quiet() ? null : BySide.of(noise(positive.variances)),
                    compensation(positive));
        }
        Side negative = side(opposite, largest, random);
        mirror(random, positive, negative);
        float[][] both = new float[digits.length][largest.length];
        float[] conductance = new float[digits.length];
        for (int r = 0; r < both.length; r++) {
            conductance[r] = positive.conductance[r] + negative.conductance[r];
            for (int c = 0; c < largest.length; c++) {
                both[r][c] = positive.sensed[r][c] - negative.sensed[r][c];
            }
        }
        return new SensedCells(
                new BySide<>(
                        Product.of(both, largest.length),
                        oneSide ? positive.product() : null,
                        oneSide ? negative.product() : null),
                new BySide<>(conductance, positive.conductance, negative.conductance),
                quiet() ? null : noise(positive, negative, oneSide),
                compensation(positive, negative));
    }

    /** The mirrors between an array's columns and the adders, each with a gain of its own for all cells of its column; both signs
     * pass it. The last array stands next to the adders. */
    private void mirror(RandomGenerator random, Side... sides) {
        if (mismatch == 0) {
            return;
        }
        int all = sides[0].sensed.length;
        int width = sides[0].sensed[0].length;
        for (int from = 0; from + rows < all; from += rows) {
            for (int c = 0; c < width; c++) {
                float gain = (float) (1 + mismatch * random.nextGaussian());
                for (Side side : sides) {
                    for (int r = from; r < from + rows; r++) {
                        side.sensed[r][c] *= gain;
                    }
                }
            }
        }
    }

    private boolean quiet() {
        return model.quiet();
    }

    private double compensation(Side... sides) {
        if (!compensated || model.ideal()) {
            return 1;
        }
        return Programming.compensation(Arrays.stream(sides)
                .map(side -> Objects.requireNonNull(side.programming))
                .toArray(Programming[]::new));
    }

    /** SensedCells of one sign: what their columns sense in digits, and the variance of a read of each in digits squared. */
    private static final class Side {
        private final float[][] sensed;
        private final float[] conductance;
        private float[][] variances = {};
        private @Nullable Programming programming;

        private Side(int rows, int columns) {
            sensed = new float[rows][columns];
            conductance = new float[rows];
        }

        private Product product() {
            return Product.of(sensed, sensed[0].length);
        }
    }

    private Side side(int[][] digits, int[] largest, RandomGenerator random) {
        Side side = new Side(digits.length, largest.length);
        float[][] levels = new float[digits.length][largest.length];
        double off = model.offset();
        for (int r = 0; r < digits.length; r++) {
            for (int c = 0; c < largest.length; c++) {
                levels[r][c] = (float) digits[r][c] / largest[c];
            }
        }
        float[][] programmed = levels;
        if (!model.ideal()) {
            side.programming = model.program(levels, random);
            programmed = side.programming.programmed();
        }
        for (int r = 0; r < digits.length; r++) {
            for (float level : levels[r]) {
                side.conductance[r] += (float) ((level + off) / (1 + off));
            }
        }
        if (!quiet()) {
            side.variances = model.readVariances(programmed, levels);
            scale(side.variances, largest);
        }
        boolean asAsked = model.ideal() && wires.ideal();
        float[][] seen = asAsked ? levels : behindWires(levels);
        for (int r = 0; r < digits.length; r++) {
            for (int c = 0; c < largest.length; c++) {
                double digit = asAsked ? digits[r][c] : (double) seen[r][c] * largest[c];
                side.sensed[r][c] = (float) (digit + off * largest[c]);
            }
        }
        return side;
    }

    /** In an array of the full size, whose other cells are at their lowest and whose other rows are at rest. */
    private float[][] behindWires(float[][] levels) {
        if (wires.ideal()) {
            return levels;
        }
        float[][] whole = new float[Math.max(rows, levels.length)][];
        for (int r = 0; r < whole.length; r++) {
            whole[r] = r < levels.length
                    ? Arrays.copyOf(levels[r], Math.max(columns, levels[r].length))
                    : new float[whole[0].length];
        }
        return model.behind(wires, whole);
    }

    private static void scale(float[][] variances, int[] largest) {
        for (float[] row : variances) {
            for (int c = 0; c < row.length; c++) {
                row[c] *= (float) largest[c] * largest[c];
            }
        }
    }

    private BySide<ReadNoise> noise(Side positive, Side negative, boolean oneSide) {
        float[][] both = new float[positive.variances.length][];
        for (int r = 0; r < both.length; r++) {
            both[r] = positive.variances[r].clone();
            for (int c = 0; c < both[r].length; c++) {
                both[r][c] += negative.variances[r][c];
            }
        }
        return new BySide<>(
                noise(both), oneSide ? noise(positive.variances) : null, oneSide ? noise(negative.variances) : null);
    }

    private ReadNoise noise(float[][] variances) {
        float[] means = new float[variances[0].length];
        for (float[] row : variances) {
            for (int c = 0; c < means.length; c++) {
                means[c] += row[c] / variances.length;
            }
        }
        return new ReadNoise(means, cellByCell ? Product.of(variances, means.length) : null);
    }
}
