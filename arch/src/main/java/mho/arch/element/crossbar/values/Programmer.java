package mho.arch.element.crossbar.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import mho.arch.codes.InputCodes;
import mho.arch.codes.InputRange;
import mho.arch.codes.WeightCodes;
import mho.arch.cut.Cut;
import mho.arch.cut.StoredLines;
import mho.arch.cut.Tiling;
import mho.arch.element.crossbar.values.Weights.Sign;
import mho.periphery.device.Draws;
import mho.periphery.driver.Encoding;
import mho.periphery.driver.WeightSide;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.values.TrainedMatrix;

/** Writes the weights of layers into arrays. */
final class Programmer {
    private final CrossbarValues circuits;
    private final CellWriter writer;
    private final Slicing slicing;
    private final long seed;

    Programmer(CrossbarValues circuits, CellWriter writer, long seed) {
        this.circuits = circuits;
        this.writer = writer;
        this.slicing = Slicing.of(circuits.weights(), circuits.array().cell().bits());
        this.seed = seed;
    }

    /**
     * A layer with its weights in arrays, converters still missing.
     *
     * @param remarks filled with what became of a quantised model's codes where they could not be kept
     */
    LayerArrays program(Node node, Cut cut, InputRange range, List<String> remarks) {
        TrainedMatrix trained = TrainedMatrix.of(node);
        Matrix shape = Objects.requireNonNull(node.matrix());
        InputCodes inputs = InputCodes.of(circuits::codes, circuits.inputBits(), range);
        StoredLines stored = cut.stored();
        Tiling tiling = cut.tiling();
        boolean biasRow = tiling.matrixRows() > stored.rows();
        double biasInput = biasRow ? inputs.codes().high() * inputs.unit() : 0;
        WeightCodes held = WeightCodes.of(node, trained, slicing.range(), biasInput);
        Slicing sliced = slicing.storing(held.range());
        List<LayerArrays.Group> groups = new ArrayList<>();
        for (int instance = 0; instance < shape.instances(); instance++) {
            for (int group = 0; group < shape.groups(); group += tiling.together()) {
                int together = Math.min(tiling.together(), shape.groups() - group);
                int outputs = together * stored.columns();
                int[][] codes = new int[together * tiling.matrixRows()][outputs];
                float[] bias = new float[together * shape.columns()];
                double[] units = new double[outputs];
                long[] weightSums = new long[outputs];
                for (int g = 0; g < together; g++) {
                    int[][] block = stored.of(held.codes(trained, group + g, instance, biasInput));
                    int first = g * stored.columns();
                    for (int r = 0; r < block.length; r++) {
                        System.arraycopy(block[r], 0, codes[g * block.length + r], first, stored.columns());
                    }
                    for (int c = 0; c < stored.columns(); c++) {
                        units[first + c] = inputs.unit() * held.unit(instance, group + g, stored.column(c));
                        for (int r = 0; r < stored.rows(); r++) {
                            weightSums[first + c] += block[r][c];
                        }
                    }
                    if (!biasRow) {
                        System.arraycopy(
                                trained.bias(group + g, instance), 0, bias, g * shape.columns(), shape.columns());
                    }
                }
                String place = node.name() + "/" + instance + "/" + group;
                List<Crossbar> crossbars = crossbars(codes, tiling, group, place, sliced);
                groups.add(new LayerArrays.Group(together, crossbars, bias, units, sums(codes), weightSums));
            }
        }
        Stream.of(held.remark(), inputs.remark(), held.vanished(trained, shape))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .forEach(remarks::add);
        return new LayerArrays(node, cut, circuits, inputs, biasRow, groups);
    }

    private static long[] sums(int[][] codes) {
        long[] sums = new long[codes[0].length];
        for (int[] row : codes) {
            for (int c = 0; c < row.length; c++) {
                sums[c] += row[c];
            }
        }
        return sums;
    }

    /** The arrays of the groups that begin with this one. */
    private List<Crossbar> crossbars(int[][] codes, Tiling tiling, int group, String place, Slicing slicing) {
        List<Crossbar> crossbars = new ArrayList<>();
        for (Tiling.Part part : tiling.parts()) {
            if (part.fromGroup() == group) {
                Columns columns = new Columns(slicing, part.made());
                RandomGenerator random =
                        Draws.of(seed, "cells", place + "/" + part.fromRow() + "/" + part.fromOutput());
                crossbars.add(
                        crossbar(codes, part.fromRow(), part.driven(), part.fromOutput(), columns, random, slicing));
            }
        }
        return crossbars;
    }

    private Crossbar crossbar(
            int[][] codes,
            int fromRow,
            int rows,
            int fromOutput,
            Columns columns,
            RandomGenerator random,
            Slicing slicing) {
        int count = columns.count();
        int[] largest = new int[count];
        int[][] digits = new int[rows][count];
        int[][] opposite = slicing.sign().isDifference() ? new int[rows][count] : new int[0][];
        double[] factor = new double[count];
        double[] inputFactor = new double[columns.outputs()];
        int[] centres = new int[columns.outputs()];
        if (slicing.sign() == Sign.CENTERED) {
            for (int o = 0; o < centres.length; o++) {
                centres[o] = Centre.of(codes, fromRow, rows, fromOutput + o, slicing);
                inputFactor[o] = centres[o];
            }
        }
        for (int c = 0; c < count; c++) {
            int slice = columns.slice(c);
            largest[c] = slicing.largestDigit(slice);
            boolean reference = columns.isReference(c);
            for (int r = 0; r < rows; r++) {
                int code =
                        reference ? 0 : codes[fromRow + r][fromOutput + columns.output(c)] - centres[columns.output(c)];
                digits[r][c] = reference
                        ? slicing.referenceDigit(slice, columns.which(c))
                        : slicing.digit(code, slice, columns.negativeSide(c));
                if (opposite.length > 0) {
                    opposite[r][c] = slicing.digit(code, slice, true);
                }
            }
            if (!reference) {
                double significance = slicing.significance(slice);
                boolean flipped = flips(digits, c, largest[c]);
                factor[c] = flipped || columns.negativeSide(c) ? -significance : significance;
                if (slicing.sign() == Sign.OFFSET) {
                    double off = largest[c] * writer.offOverWindow();
                    inputFactor[columns.output(c)] += flipped ? significance * (largest[c] + off) : -significance * off;
                }
            }
        }
        if (slicing.sign() == Sign.OFFSET) {
            for (int o = 0; o < inputFactor.length; o++) {
                inputFactor[o] -= slicing.offset();
            }
        }
        SensedCells cells = writer.write(digits, opposite, largest, readsOneSide(), random);
        return new Crossbar(fromRow, fromOutput, rows, columns, cells, factor, inputFactor);
    }

    /**
     * Stores a column's complements where its largest sum would otherwise need the converter's top bit (Shafiee et al. 2016, section V),
     * and says whether it did.
     */
    private boolean flips(int[][] digits, int column, int largest) {
        if (!circuits.weights().flipped() || slicing.sign() != Sign.OFFSET) {
            return false;
        }
        long sum = 0;
        for (int[] row : digits) {
            sum += row[column];
        }
        if (2 * sum <= (long) circuits.rowsRead() * largest) {
            return false;
        }
        for (int[] row : digits) {
            row[column] = largest - row[column];
        }
        return true;
    }

    private boolean readsOneSide() {
        Encoding encoding = circuits.driver().encoding(circuits.inputBits(), true);
        boolean sided = false;
        for (int phase = 0; phase < encoding.phases(); phase++) {
            sided |= encoding.side(phase) != WeightSide.BOTH;
        }
        return sided && !circuits.conversion().once();
    }
}
