package mho.arch.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import mho.arch.element.crossbar.Weights.Sign;
import mho.arch.plan.Cut;
import mho.arch.plan.Cuts;
import mho.arch.plan.StoredLines;
import mho.arch.plan.Tiling;
import mho.periphery.device.Draws;
import mho.periphery.driver.Encoding;
import mho.periphery.driver.WeightSide;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.values.TrainedMatrix;
import org.jspecify.annotations.Nullable;

/** Writes the weights of layers into arrays. */
final class Programmer {
    private final Circuits circuits;
    private final Ranges ranges;
    private final CellWriter writer;
    private final Slicing slicing;
    private final Cuts cuts;
    private final long seed;

    Programmer(Circuits circuits, Cuts cuts, Ranges ranges, CellWriter writer, long seed) {
        this.cuts = cuts;
        this.circuits = circuits;
        this.ranges = ranges;
        this.writer = writer;
        this.slicing = Slicing.of(circuits.weights(), circuits.array().cell().bits());
        this.seed = seed;
    }

    /** A layer with its weights in arrays, converters still missing. */
    LayerArrays program(Node node) {
        TrainedMatrix trained = TrainedMatrix.of(node);
        Matrix shape = Objects.requireNonNull(node.matrix());
        Drive drive =
                Drive.of(circuits.driver(), circuits.inputBits(), ranges.input(node.id()), ranges.inputGrid(node.id()));
        Cut cut = cuts.of(node);
        StoredLines stored = cut.stored();
        Tiling tiling = cut.tiling();
        boolean biasRow = tiling.matrixRows() > stored.rows();
        double biasInput = biasRow ? drive.encoding().high() * drive.unit() : 0;
        WeightCodes held = WeightCodes.of(node, trained, slicing, biasInput);
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
                        units[first + c] = drive.unit() * held.unit(instance, group + g, stored.column(c));
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
                List<Crossbar> crossbars = crossbars(codes, tiling, group, place, held.slicing());
                groups.add(new LayerArrays.Group(together, crossbars, bias, units, sums(codes), weightSums));
            }
        }
        List<String> remarks = Stream.of(held.remark(), drive.remark(), vanished(trained, shape, held))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return new LayerArrays(node, stored, tiling, circuits, drive, biasRow, groups, remarks);
    }

    /** Outputs of which no weight is left beside those of others: more than half of them are no accident. */
    private static @Nullable String vanished(TrainedMatrix trained, Matrix shape, WeightCodes held) {
        int all = 0;
        int lost = 0;
        for (int instance = 0; instance < shape.instances(); instance++) {
            for (int group = 0; group < shape.groups(); group++) {
                float[][] weights = trained.weights(group, instance);
                int[][] codes = held.codes(trained, group, instance, 0);
                for (int c = 0; c < shape.columns(); c++) {
                    boolean any = false;
                    boolean left = false;
                    for (int r = 0; r < weights.length; r++) {
                        any |= weights[r][c] != 0;
                        left |= codes[r][c] != 0;
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
        int[][] opposite = slicing.sign() == Sign.CELL_PAIR ? new int[rows][count] : new int[0][];
        double[] factor = new double[count];
        double[] inputFactor = new double[columns.outputs()];
        for (int c = 0; c < count; c++) {
            int slice = columns.slice(c);
            largest[c] = slicing.largestDigit(slice);
            boolean reference = columns.isReference(c);
            for (int r = 0; r < rows; r++) {
                int code = reference ? 0 : codes[fromRow + r][fromOutput + columns.output(c)];
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
        Cells cells = writer.write(digits, opposite, largest, readsOneSide(), random);
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
        if (2 * sum <= (long) circuits.array().rows() * largest) {
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
