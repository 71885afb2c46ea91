package mho.arch.element.crossbar.values;

import java.util.List;
import java.util.Objects;
import mho.arch.codes.Extent;
import mho.arch.codes.InputCodes;
import mho.arch.cut.Cut;
import mho.arch.cut.StoredLines;
import mho.arch.cut.Tiling;
import mho.periphery.array.ComposedBits;
import mho.periphery.device.Draws;
import mho.periphery.driver.Encoding;
import mho.periphery.driver.WeightSide;
import mho.periphery.readout.Conversion;
import mho.periphery.readout.Converter;
import mho.periphery.readout.RangeSource;
import mho.workloads.network.Node;
import org.jspecify.annotations.Nullable;

/**
 * A layer in its arrays. A window's inputs become codes; row by row of arrays the drivers apply them phase by phase, columns are
 * integrated and converted, and the results are shifted and added digitally:
 *
 * <pre>output = input unit * weight unit * (sum of phases, slices and row blocks - offset of the codes * sum of the weights) + bias</pre>
 */
final class LayerArrays {
    private static final int CHUNK = 64;

    /**
     * The arrays of one group of a layer, or of the groups that share an array, and of one instance where every window has weights of its own.
     *
     * @param groups that stand here
     * @param bias added digitally, by output; zeros where the bias stands in the arrays
     * @param units value of a product of an input's code 1 and a weight's, by stored output
     * @param sums of the codes in the arrays, by stored output
     * @param weightSums the same without a row of biases
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Group(int groups, List<Crossbar> crossbars, float[] bias, double[] units, long[] sums, long[] weightSums) {}

    private final Node node;
    private final StoredLines stored;
    private final Tiling tiling;
    private final CrossbarValues circuits;
    private final Encoding encoding;
    private final InputCodes inputs;
    private final boolean biasRow;
    private final List<Group> groups;
    private final int matrixRows;
    private final int[] outputAt;
    private final boolean atOnce;
    private final double fullScale;

    /** Null where every partial sum is converted whole. */
    private final @Nullable ComposedBits composed;

    /** Null where every array has converters of its own. */
    private final @Nullable JoinedSums joined;

    /** Null where sums are converted as they are. */
    private final @Nullable BentSums bent;

    LayerArrays(Node node, Cut cut, CrossbarValues circuits, InputCodes inputs, boolean biasRow, List<Group> groups) {
        this.node = node;
        this.stored = cut.stored();
        this.tiling = cut.tiling();
        this.outputAt = stored.outputs(tiling.together());
        this.circuits = circuits;
        this.encoding = circuits.encoding(inputs.codes().signed());
        this.inputs = inputs;
        this.biasRow = biasRow;
        this.groups = List.copyOf(groups);
        // What accumulates in charge over all phases and is converted once is the product with the whole code.
        this.matrixRows = Objects.requireNonNull(node.matrix()).rows();
        this.atOnce = circuits.conversion().once() && !encoding.voltages();
        this.fullScale = fullScale();
        this.composed = circuits.composed() ? composing() : null;
        this.joined = circuits.joined() ? new JoinedSums(circuits, cut.rim(), encoding) : null;
        this.bent = cut.rim().bent() ? new BentSums(circuits) : null;
    }

    private ComposedBits composing() {
        int cellBits = circuits.array().cell().bits();
        int slices = Slicing.of(circuits.weights(), cellBits).slices();
        return ComposedBits.of(encoding, slices, cellBits, circuits.conversion().bits());
    }

    List<Group> groups() {
        return groups;
    }

    /**
     * Gives every array its converters, of the range that design or calibration has it.
     *
     * @param seen the sums of columns that calibration met
     */
    void convertWith(Extent seen, boolean exactUnits, long seed) {
        Conversion conversion = circuits.conversion();
        RangeSource source = conversion.transfer().range();
        double high = highest(source, seen);
        double low = lowest(source, seen);
        if (joined != null) {
            int most = source == RangeSource.FULL_SCALE ? tiling.rowBlocks() : 1;
            joined.convertWith(most * low, most * high, node, groups, seed);
            return;
        }
        if (bent != null) {
            bent.convertWith(seen, node, groups, seed);
            return;
        }
        for (int g = 0; g < groups.size(); g++) {
            List<Crossbar> crossbars = groups.get(g).crossbars();
            for (int i = 0; i < crossbars.size(); i++) {
                Crossbar crossbar = crossbars.get(i);
                String place = node.name() + "/" + g + "/" + i;
                double unit = exactUnits ? 1 : 0;
                crossbar.convertWith(
                        composed == null
                                ? PartialConverters.whole(converter(
                                        conversion, crossbar.columns.count(), 1, low, high, unit, seed, place))
                                : PartialConverters.composed(
                                        crossbar.columns,
                                        composed,
                                        bits -> converter(
                                                conversion.of(bits),
                                                crossbar.columns.count(),
                                                composed.slices(),
                                                low,
                                                high,
                                                unit,
                                                seed,
                                                place)));
            }
        }
    }

    /** Ends of what is converted. */
    private double highest(RangeSource source, Extent seen) {
        int codes = 1 << circuits.conversion().bits();
        return switch (source) {
            case FULL_SCALE -> fullScale;
            case UNITS -> bipolar() ? codes / 2 - 1 : codes - 1;
            case CALIBRATED -> seen.high();
        };
    }

    private double lowest(RangeSource source, Extent seen) {
        int codes = 1 << circuits.conversion().bits();
        return switch (source) {
            case FULL_SCALE -> bipolar() ? -fullScale : 0;
            case UNITS -> bipolar() ? -codes / 2 : 0;
            case CALIBRATED -> seen.low();
        };
    }

    /** Converters of the columns of an array, or of those of one of so many slices; a converter errs alike for all of them. */
    private Converter converter(
            Conversion conversion,
            int columns,
            int slices,
            double low,
            double high,
            double unit,
            long seed,
            String place) {
        int each = columns / slices;
        int shared = Math.max(1, Math.min(columns, circuits.columnsPerConverter()) / slices);
        return conversion.converter(each, shared, low, high, unit, Draws.of(seed, "converters", place));
    }

    private boolean bipolar() {
        int lowest = atOnce ? encoding.low() + encoding.offset() : encoding.smallestDigit();
        return lowest < 0 || circuits.weights().sign().isDifference();
    }

    /** The largest sum of a column that the design allows for: every row at its largest digit on cells at their highest. */
    private double fullScale() {
        Slicing slicing = Slicing.of(circuits.weights(), circuits.array().cell().bits());
        int cell = 0;
        for (int slice = 0; slice < slicing.slices(); slice++) {
            cell = Math.max(cell, slicing.largestDigit(slice));
        }
        double digit = atOnce ? (double) encoding.high() + encoding.offset() : encoding.largestDigit();
        double scale = digit * cell * circuits.rowsRead();
        return circuits.weights().flipped() ? scale / 2 : scale;
    }

    /** See {@link mho.arch.element.Multiplier#multiply}. */
    void multiply(int first, int instance, float[] in, int vectors, float[] out, Workspace worker) {
        Group group = groups.get(tiling.place(first, instance));
        int rows = group.groups() * tiling.matrixRows();
        int outputs = group.sums().length;
        int each = outputs / group.groups();
        for (int from = 0; from < vectors; from += CHUNK) {
            int count = Math.min(CHUNK, vectors - from);
            long[] shifts = new long[count * group.groups()];
            float[] codes = codes(in, from * group.groups(), shifts, worker);
            double[] sums = worker.sums(count * outputs);
            for (Crossbar crossbar : group.crossbars()) {
                float[] own = rowsOf(crossbar, codes, count, rows, worker);
                if (joined != null) {
                    joined.add(crossbar, own, count, fullScale, sums, outputs, worker);
                    continue;
                }
                crossbar.correct(own, count, encoding.offset(), sums, outputs);
                if (atOnce) {
                    whole(crossbar, own, count, sums, outputs, worker);
                } else if (circuits.speculation() != null) {
                    speculated(crossbar, own, count, sums, outputs, worker);
                } else {
                    phaseByPhase(crossbar, own, count, sums, outputs, worker);
                }
            }
            if (joined != null) {
                joined.read(groups.indexOf(group), sums, count, outputs, worker);
            }
            for (int v = 0; v < count; v++) {
                int at = (from + v) * group.bias().length;
                biasAlone(group, out, at);
                for (int o = 0; o < outputs; o++) {
                    long shift = shifts[v * group.groups() + o / each];
                    double added = joined != null
                            ? 0
                            : (double) encoding.offset() * group.sums()[o] + (double) shift * group.weightSums()[o];
                    double codeSum = sums[v * outputs + o] - added;
                    int output = outputAt[o];
                    out[at + output] = (float) (codeSum * group.units()[o] + group.bias()[output]);
                }
            }
            if (bent != null) {
                int made = group.bias().length;
                bent.read(groups.indexOf(group), out, from * made, count, made, worker);
            }
        }
    }

    /** What a column of zeros makes, which is not stored. */
    private void biasAlone(Group group, float[] out, int at) {
        if (stored.columnsLeftOut() > 0) {
            for (int o = 0; o < group.bias().length; o++) {
                out[at + o] = 0f + group.bias()[o];
            }
        }
    }

    /**
     * Codes on stored rows, of vectors of single groups; that of the bias, where it has a row, follows each.
     *
     * @param shifts filled with what was added to the codes of each vector
     */
    private float[] codes(float[] in, int from, long[] shifts, Workspace worker) {
        int count = shifts.length;
        int given = matrixRows;
        int rows = tiling.matrixRows();
        float[] codes = worker.codes(count * Math.max(given, rows));
        worker.tally().inputs += (long) count * given;
        if (joined != null && !joined.rim().in()) {
            return voltages(in, from * given, count, worker);
        }
        if (!biasRow && !inputs.shifts()) {
            System.arraycopy(in, from * given, codes, 0, count * given);
            worker.tally().inputsClipped += encoding.codes(codes, count * given, (float) inputs.unit(), codes);
            stored.pick(codes, count);
            return codes;
        }
        float[] row = worker.row(given);
        for (int v = 0; v < count; v++) {
            System.arraycopy(in, (from + v) * given, row, 0, given);
            shifts[v] = inputs.shifted(row, given);
            float unit = inputs.shifts() ? 1 : (float) inputs.unit();
            worker.tally().inputsClipped += encoding.codes(row, given, unit, row);
            stored.pick(row, codes, v * rows);
            if (biasRow) {
                codes[v * rows + stored.rows()] = encoding.high();
            }
        }
        return codes;
    }

    /** Values on stored rows in units of a code, as they come: nobody rounds a voltage, and none is beyond the largest. */
    private float[] voltages(float[] in, int from, int count, Workspace worker) {
        int rows = tiling.matrixRows();
        float[] codes = worker.codes(count * Math.max(matrixRows, rows));
        float[] row = worker.row(matrixRows);
        float unit = (float) inputs.unit();
        for (int v = 0; v < count; v++) {
            for (int r = 0; r < matrixRows; r++) {
                float level = in[from + v * matrixRows + r] / unit;
                row[r] = Math.max(encoding.low(), Math.min(encoding.high(), level));
                worker.tally().inputsClipped += row[r] == level ? 0 : 1;
            }
            stored.pick(row, codes, v * rows);
            if (biasRow) {
                codes[v * rows + stored.rows()] = encoding.high();
            }
        }
        return codes;
    }

    private static float[] rowsOf(Crossbar crossbar, float[] codes, int count, int rows, Workspace worker) {
        if (crossbar.rows == rows) {
            return codes;
        }
        float[] own = worker.own(count * crossbar.rows);
        for (int v = 0; v < count; v++) {
            System.arraycopy(codes, v * rows + crossbar.fromRow, own, v * crossbar.rows, crossbar.rows);
        }
        return own;
    }

    private void whole(Crossbar crossbar, float[] codes, int count, double[] sums, int outputs, Workspace worker) {
        float[] driven = worker.digits(count * crossbar.rows);
        for (int phase = 0; phase < encoding.phases(); phase++) {
            encoding.digits(phase, codes, count * crossbar.rows, driven);
            worker.drive(crossbar, encoding.side(phase), driven, count, encoding.largestDigit(), false);
        }
        for (int i = 0; i < count * crossbar.rows; i++) {
            driven[i] = codes[i] + encoding.offset();
        }
        float[] read = worker.read(count * crossbar.columns.count());
        worker.multiply(crossbar, WeightSide.BOTH, driven, count, encoding.high() + encoding.offset(), read);
        readOut(crossbar, 0, read, count, worker);
        crossbar.decode(read, count, 1, WeightSide.BOTH, sums, outputs);
    }

    /** Digit by digit, and bit by bit where a digit's conversion saturated. */
    private void speculated(Crossbar crossbar, float[] codes, int count, double[] sums, int outputs, Workspace worker) {
        float[] driven = worker.digits(count * crossbar.rows);
        float[] read = worker.read(count * crossbar.columns.count());
        int largest = encoding.largestDigit();
        for (int phase = 0; phase < encoding.phases(); phase++) {
            encoding.digits(phase, codes, count * crossbar.rows, driven);
            worker.drive(crossbar, WeightSide.BOTH, driven, count, largest, false);
            worker.multiply(crossbar, WeightSide.BOTH, driven, count, largest, read);
            boolean failed = worker.guesses().convert(crossbar, read, count, fullScale);
            for (int bit = 0; bit < encoding.width(phase); bit++) {
                encoding.bit(phase, bit, codes, count * crossbar.rows, driven);
                worker.drive(crossbar, WeightSide.BOTH, driven, count, largest, false);
                if (failed) {
                    float[] again = worker.guesses().room(count * crossbar.columns.count());
                    worker.multiply(crossbar, WeightSide.BOTH, driven, count, largest, again);
                    worker.guesses().recover(crossbar, bit, again, read, count, fullScale);
                }
            }
            crossbar.decode(read, count, encoding.significance(phase), WeightSide.BOTH, sums, outputs);
        }
    }

    private void phaseByPhase(
            Crossbar crossbar, float[] codes, int count, double[] sums, int outputs, Workspace worker) {
        float[] driven = worker.digits(count * crossbar.rows);
        float[] read = worker.read(count * crossbar.columns.count());
        for (int phase = 0; phase < encoding.phases(); phase++) {
            if (composed != null && !composed.driven(phase)) {
                continue;
            }
            encoding.digits(phase, codes, count * crossbar.rows, driven);
            worker.drive(crossbar, encoding.side(phase), driven, count, encoding.largestDigit(), encoding.voltages());
            if (encoding.voltages()) {
                worker.distort(driven, count * crossbar.rows, encoding.largestDigit());
            }
            worker.multiply(crossbar, encoding.side(phase), driven, count, encoding.largestDigit(), read);
            readOut(crossbar, phase, read, count, worker);
            crossbar.decode(read, count, encoding.significance(phase), encoding.side(phase), sums, outputs);
        }
    }

    /** What is bent first is converted when it is whole. */
    private void readOut(Crossbar crossbar, int phase, float[] sums, int count, Workspace worker) {
        if (bent != null) {
            worker.integrate(sums, count * crossbar.columns.count(), fullScale);
        } else {
            worker.convert(crossbar, phase, composed, sums, count, fullScale);
        }
    }
}
