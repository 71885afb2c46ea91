package mho.arch.codes;

import java.util.Objects;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.values.TrainedMatrix;
import org.jspecify.annotations.Nullable;

/**
 * How the weights of a layer become the integers that are programmed. Those of a quantised model are the model's own codes at the
 * model's own scales, one for each column, wherever cells can hold them; all others are rounded in one unit for the layer, the
 * largest weight over the largest code.
 *
 * @param units value of code 1 by instance, group and column; null where one unit is that of all
 * @param unit that one
 * @param remark what became of the model's codes if they could not be kept as they are; null if they were or there are none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WeightCodes(WeightRange range, double @Nullable [][][] units, double unit, @Nullable String remark) {
    /** How far a weight may lie from a whole number of its scale: what floats lose of codes of 16 bits. */
    private static final double WHOLE = 0.01;

    /** @param biasInput what the row of biases is driven with; 0 where biases do not stand in arrays */
    public static WeightCodes of(Node node, TrainedMatrix trained, WeightRange range, double biasInput) {
        return new Choice(trained, Objects.requireNonNull(node.matrix()), range, biasInput).made();
    }

    public double unit(int instance, int group, int column) {
        return units == null ? unit : units[instance][group][column];
    }

    /** [row][column]; a bias that stands in the arrays is the last row. */
    public int[][] codes(TrainedMatrix trained, int group, int instance, double biasInput) {
        float[][] weights = trained.weights(group, instance);
        int[][] codes = new int[weights.length + (biasInput > 0 ? 1 : 0)][];
        for (int r = 0; r < weights.length; r++) {
            codes[r] = row(weights[r], 1, group, instance);
        }
        if (biasInput > 0) {
            codes[weights.length] = row(trained.bias(group, instance), biasInput, group, instance);
        }
        return codes;
    }

    /** Outputs of which no weight is left beside those of others: more than half of them are no accident. */
    public @Nullable String vanished(TrainedMatrix trained, Matrix shape) {
        int all = 0;
        int lost = 0;
        for (int instance = 0; instance < shape.instances(); instance++) {
            for (int group = 0; group < shape.groups(); group++) {
                float[][] weights = trained.weights(group, instance);
                int[][] kept = codes(trained, group, instance, 0);
                for (int c = 0; c < shape.columns(); c++) {
                    boolean any = false;
                    boolean left = false;
                    for (int r = 0; r < weights.length; r++) {
                        any |= weights[r][c] != 0;
                        left |= kept[r][c] != 0;
                    }
                    all += any ? 1 : 0;
                    lost += any && !left ? 1 : 0;
                }
            }
        }
        return 2 * lost <= all
                ? null
                : "all weights of " + lost + " of " + all + " outputs are 0 in the arrays beside the largest of others:"
                        + " scales of outputs are out of proportion to one another; rescale them, or give weights more bits";
    }

    private int[] row(float[] weights, double divisor, int group, int instance) {
        int[] codes = new int[weights.length];
        for (int c = 0; c < codes.length; c++) {
            double weight = weights[c] / divisor;
            codes[c] =
                    units == null ? range.code(weight, unit) : range.clipped(whole(weight, unit(instance, group, c)));
        }
        return codes;
    }

    private static long whole(double weight, double unit) {
        return unit > 0 ? Math.round(weight / unit) : 0;
    }

    /** Looks at all weights of a layer. */
    private static final class Choice {
        private final TrainedMatrix trained;
        private final Matrix shape;
        private final WeightRange range;
        private final double biasInput;
        private final double[][][] steps;
        private boolean said;
        private boolean blocks;
        private boolean off;
        private double largest;
        private int low;
        private int high;
        private boolean zeros;
        private double biasHigh;
        private double biasLow;
        private double biasError;

        private Choice(TrainedMatrix trained, Matrix shape, WeightRange range, double biasInput) {
            this.trained = trained;
            this.shape = shape;
            this.range = range;
            this.biasInput = biasInput;
            this.steps = new double[shape.instances()][shape.groups()][];
            this.said = true;
            for (int instance = 0; instance < shape.instances(); instance++) {
                for (int group = 0; group < shape.groups(); group++) {
                    look(instance, group);
                }
            }
        }

        private void look(int instance, int group) {
            double[] step = trained.steps(group, instance);
            said &= step != null;
            steps[instance][group] = step == null ? new double[0] : step;
            for (float[] row : trained.weights(group, instance)) {
                for (int c = 0; c < row.length; c++) {
                    largest = Math.max(largest, Math.abs(row[c]));
                    if (step != null) {
                        weight(row[c], step[c]);
                    }
                }
            }
            if (biasInput > 0) {
                float[] bias = trained.bias(group, instance);
                for (int c = 0; c < bias.length; c++) {
                    largest = Math.max(largest, Math.abs(bias[c]) / biasInput);
                    if (step != null && step[c] > 0) {
                        double steps = bias[c] / biasInput / step[c];
                        biasLow = Math.min(biasLow, Math.rint(steps));
                        biasHigh = Math.max(biasHigh, Math.rint(steps));
                        biasError = Math.max(biasError, Math.abs(steps - Math.rint(steps)));
                    }
                }
            }
        }

        private void weight(double weight, double step) {
            double code = step > 0 ? weight / step : 0;
            blocks |= step == 0 && weight != 0;
            off |= Math.abs(code - Math.rint(code)) > WHOLE;
            double kept = Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Math.rint(code)));
            low = Math.min(low, (int) kept);
            high = Math.max(high, (int) kept);
            zeros |= kept == 0;
        }

        private WeightCodes made() {
            if (!said || largest == 0) {
                return rounded(null);
            }
            String bits = range.bits() + (range.bits() == 1 ? " bit" : " bits");
            if (blocks) {
                return rounded(
                        "weights have scales for blocks of rows and a column of an array has one: requantised to "
                                + bits);
            }
            if (off) {
                return rounded("weights are no whole numbers of their scales: requantised to " + bits);
            }
            if (range.signOnly()) {
                return low >= -1 && high <= 1 && !zeros
                        ? kept(range, null)
                        : rounded("weights have more codes than a sign: requantised to 1 bit");
            }
            return few(bits);
        }

        private WeightCodes few(String bits) {
            WeightRange fitting = fitting();
            String stored = "weights have codes from " + low + " to " + high + ", " + bits + " hold " + range.lowest()
                    + " to " + range.highest();
            if (fitting != null && (biasLow < fitting.lowest() || biasHigh > fitting.highest())) {
                return rounded(
                        "a bias in the arrays' row of biases is beyond the codes of weights, which are requantised to "
                                + bits + " (a digital bias would leave them as they are)");
            }
            if (fitting != null) {
                return kept(
                        fitting,
                        biasError > WHOLE
                                ? "biases are rounded to the codes of a row of weights"
                                        + " (a digital bias would be added as it is)"
                                : null);
            }
            boolean biasFits = biasLow >= range.lowest() && biasHigh <= range.highest();
            return biasFits && clipped() < requantised()
                    ? kept(range, stored + ": those beyond are clipped")
                    : rounded(stored + ": requantised");
        }

        /** Where a constant is added before a code is stored, it may be another one; the code 0 always has a place. */
        private @Nullable WeightRange fitting() {
            if (low >= range.lowest() && high <= range.highest()) {
                return range;
            }
            return range.shifts() && (long) high - low < 1L << range.bits() ? range.from(low) : null;
        }

        private double clipped() {
            return error((weight, step) -> {
                long code = whole(weight, step);
                return range.clipped(code) * step;
            });
        }

        private double requantised() {
            double unit = largest / range.largest();
            return error((weight, step) -> range.code(weight, unit) * unit);
        }

        private interface Held {
            double value(double weight, double step);
        }

        private double error(Held held) {
            double sum = 0;
            for (int instance = 0; instance < shape.instances(); instance++) {
                for (int group = 0; group < shape.groups(); group++) {
                    for (float[] row : trained.weights(group, instance)) {
                        for (int c = 0; c < row.length; c++) {
                            double error = row[c] - held.value(row[c], steps[instance][group][c]);
                            sum += error * error;
                        }
                    }
                }
            }
            return sum;
        }

        private WeightCodes kept(WeightRange by, @Nullable String remark) {
            return new WeightCodes(by, steps, 0, remark);
        }

        private WeightCodes rounded(@Nullable String remark) {
            return new WeightCodes(range, null, largest > 0 ? largest / range.largest() : 1, remark);
        }
    }
}
