package mho.arch.element.photonic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import mho.arch.codes.InputCodes;
import mho.arch.codes.WeightCodes;
import mho.arch.element.Tally;
import mho.periphery.device.Draws;
import mho.periphery.lanes.CodeRounding;
import mho.workloads.network.Matrix;
import mho.workloads.values.TrainedMatrix;

/** A layer's weights in units of their codes, as light meets them: {@code output = units * (sum of code * weight + noise) + bias}. */
final class PhotonicLayer {
    private final Matrix shape;
    private final InputCodes inputs;
    private final int together;
    private final List<Lit> matrices = new ArrayList<>();

    /**
     * One group's.
     *
     * @param weights row by row
     * @param sums of the codes that were wanted, by column: what is known where inputs that were shifted are set right
     * @param units value of a product of an input's code 1 and a weight's, by column
     * @param noise standard deviation of a column's sum, in products of codes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Lit(float[][] weights, double[] sums, double[] units, double[] noise, float[] bias) {}

    PhotonicLayer(
            Matrix shape,
            InputCodes inputs,
            int together,
            TrainedMatrix trained,
            WeightCodes weights,
            PhotonicValues values,
            long seed,
            String name) {
        this.shape = shape;
        this.inputs = inputs;
        this.together = together;
        for (int instance = 0; instance < shape.instances(); instance++) {
            for (int group = 0; group < shape.groups(); group++) {
                int[][] codes = weights.codes(trained, group, instance, 0);
                float[][] set = new float[codes.length][shape.columns()];
                double[] noise = new double[shape.columns()];
                for (int r = 0; r < codes.length; r += values.rows()) {
                    for (int c = 0; c < noise.length; c += values.columns()) {
                        String place = name + "/" + group + "/" + instance + "/" + r + "/" + c;
                        setArray(
                                codes,
                                r,
                                c,
                                values,
                                weights.range().largest(),
                                Draws.of(seed, "light", place),
                                set,
                                noise);
                    }
                }
                double[] units = new double[noise.length];
                double[] sums = new double[noise.length];
                for (int c = 0; c < units.length; c++) {
                    units[c] = inputs.unit() * weights.unit(instance, group, c);
                    noise[c] = Math.sqrt(noise[c]);
                    for (int[] row : codes) {
                        sums[c] += row[c];
                    }
                }
                matrices.add(new Lit(set, sums, units, noise, trained.bias(group, instance)));
            }
        }
    }

    /** @param noise squared, to which that of this array's diodes is added */
    private void setArray(
            int[][] codes,
            int fromRow,
            int fromColumn,
            PhotonicValues values,
            int largest,
            RandomGenerator random,
            float[][] set,
            double[] noise) {
        int rows = Math.min(values.rows(), codes.length - fromRow);
        int columns = Math.min(values.columns(), noise.length - fromColumn);
        float[][] wanted = new float[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                wanted[r][c] = codes[fromRow + r][fromColumn + c];
            }
        }
        Weighing weighing = values.weighing();
        float[][] made = weighing == null ? wanted : weighing.set(wanted, largest, random);
        double brightest = weighing == null ? largest : weighing.brightest(wanted, largest);
        double deviation = values.noise() * inputs.codes().high() * brightest;
        for (int r = 0; r < rows; r++) {
            System.arraycopy(made[r], 0, set[fromRow + r], fromColumn, columns);
        }
        for (int c = 0; c < columns; c++) {
            noise[fromColumn + c] += deviation * deviation;
        }
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
     * @param codes the vector, of which codes are made
     * @param added room for the sums of the columns
     */
    void multiply(
            int group,
            int instance,
            float[] codes,
            double[] added,
            float[] out,
            int to,
            Tally tally,
            RandomGenerator random) {
        Lit matrix = matrices.get(instance * shape.groups() + group);
        int columns = columns();
        long shift = inputs.shifted(codes, rows());
        float unit = inputs.shifts() ? 1 : (float) inputs.unit();
        tally.inputs += rows();
        tally.inputsClipped += CodeRounding.codes(
                codes, rows(), unit, inputs.codes().low(), inputs.codes().high(), codes);
        Arrays.fill(added, 0, columns, 0);
        for (int r = 0; r < rows(); r++) {
            double code = codes[r];
            if (code != 0) {
                float[] row = matrix.weights[r];
                for (int c = 0; c < columns; c++) {
                    added[c] += code * row[c];
                }
            }
        }
        for (int c = 0; c < columns; c++) {
            double noise = matrix.noise[c];
            double detected = noise > 0 ? added[c] + noise * random.nextGaussian() : added[c];
            out[to + c] = (float) ((detected - (double) shift * matrix.sums[c]) * matrix.units[c] + matrix.bias[c]);
        }
    }
}
