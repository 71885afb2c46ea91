package mho.arch.element.digital;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mho.arch.codes.InputCodes;
import mho.arch.codes.WeightCodes;
import mho.arch.element.Tally;
import mho.periphery.lanes.CodeRounding;
import mho.workloads.network.Matrix;
import mho.workloads.values.TrainedMatrix;

/**
 * A layer's integers, {@code output = input unit * weight unit * (sum of products - shift * sum of the weights) + bias}.
 *
 * @param together groups that are multiplied at once
 * @param matrices instance after instance, group after group
 */
record ExactLayer(Matrix shape, InputCodes inputs, int together, List<Codes> matrices) {

    /**
     * One group's.
     *
     * @param codes of its weights, row by row
     * @param sums of the codes, by column
     * @param units value of a product of an input's code 1 and a weight's, by column
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Codes(int[][] codes, long[] sums, double[] units, float[] bias) {}

    static ExactLayer of(Matrix shape, TrainedMatrix trained, InputCodes inputs, WeightCodes weights, int together) {
        List<Codes> matrices = new ArrayList<>();
        for (int instance = 0; instance < shape.instances(); instance++) {
            for (int group = 0; group < shape.groups(); group++) {
                int[][] codes = weights.codes(trained, group, instance, 0);
                long[] sums = new long[shape.columns()];
                double[] units = new double[sums.length];
                for (int c = 0; c < sums.length; c++) {
                    units[c] = inputs.unit() * weights.unit(instance, group, c);
                    for (int[] row : codes) {
                        sums[c] += row[c];
                    }
                }
                matrices.add(new Codes(codes, sums, units, trained.bias(group, instance)));
            }
        }
        return new ExactLayer(shape, inputs, together, matrices);
    }

    int rows() {
        return shape.rows();
    }

    int columns() {
        return shape.columns();
    }

    int togetherFrom(int group) {
        return Math.min(together, shape.groups() - group);
    }

    /**
     * One vector times one group's matrix.
     *
     * @param codes room for the codes of the vector
     * @param added room for the sums of the columns
     */
    void multiply(
            int group,
            int instance,
            float[] in,
            int from,
            float[] codes,
            double[] added,
            float[] out,
            int to,
            Tally tally) {
        Codes matrix = matrices.get(instance * shape.groups() + group);
        int columns = columns();
        System.arraycopy(in, from, codes, 0, rows());
        long shift = inputs.shifted(codes, rows());
        float unit = inputs.shifts() ? 1 : (float) inputs.unit();
        tally.inputs += rows();
        tally.inputsClipped += CodeRounding.codes(
                codes, rows(), unit, inputs.codes().low(), inputs.codes().high(), codes);
        Arrays.fill(added, 0, columns, 0);
        for (int r = 0; r < rows(); r++) {
            double code = codes[r];
            if (code != 0) {
                int[] row = matrix.codes[r];
                for (int c = 0; c < columns; c++) {
                    added[c] += code * row[c];
                }
            }
        }
        for (int c = 0; c < columns; c++) {
            double sum = added[c] - (double) shift * matrix.sums[c];
            out[to + c] = (float) (sum * matrix.units[c] + matrix.bias[c]);
        }
    }
}
