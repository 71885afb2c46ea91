package mho.arch.machine;

import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.codes.BufferCodes;
import mho.arch.codes.CodeSpan;
import mho.arch.codes.CodeSpan.Offered;
import mho.arch.codes.Extent;
import mho.arch.element.crossbar.CrossbarCore;
import mho.arch.element.crossbar.values.Weights.Sign;
import mho.periphery.driver.Encoding;
import mho.workloads.network.Function;
import mho.workloads.network.Node;
import mho.workloads.values.Arithmetic;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.TrainedMatrix;

/** A second implementation without arrays: weights and inputs rounded to integers, multiplied and added in 64-bit integers. */
final class WholeNumbers implements Arithmetic {
    private final Ranges ranges;
    private final Offered inputs;
    private final int valueBits;
    private final int weightBits;
    private final boolean signs;
    private final boolean biasInArray;
    private final FloatArithmetic exact = new FloatArithmetic();

    private WholeNumbers(
            Ranges ranges, Offered inputs, int valueBits, int weightBits, boolean signs, boolean biasInArray) {
        this.ranges = ranges;
        this.inputs = inputs;
        this.valueBits = valueBits;
        this.weightBits = weightBits;
        this.signs = signs;
        this.biasInArray = biasInArray;
    }

    /** Those of crossbars without any effects. */
    static WholeNumbers ofCrossbars(ChipSpec chip, Ranges ranges) {
        CrossbarCore core = Given.crossbar(chip);
        Sign sign = core.weights().sign();
        // One bit that has no room for a zero.
        boolean signs = core.weights().bits() == 1 && (sign == Sign.OFFSET || sign == Sign.SHARED_REFERENCE);
        Offered codes = signed -> {
            Encoding encoding = core.driver().encoding(chip.inputBits(), signed);
            return new CodeSpan(signed, encoding.low(), encoding.high());
        };
        return new WholeNumbers(
                ranges,
                codes,
                chip.inputBits(),
                core.weights().bits(),
                signs,
                chip.layout().biasInArray());
    }

    /** Those of two's complement. */
    static WholeNumbers ofBits(int valueBits, int weightBits, Ranges ranges) {
        Offered codes = signed -> signed
                ? new CodeSpan(true, -(1 << (valueBits - 1)), (1 << (valueBits - 1)) - 1)
                : new CodeSpan(false, 0, (1 << valueBits) - 1);
        return new WholeNumbers(ranges, codes, valueBits, weightBits, false, false);
    }

    @Override
    public void multiply(Node node, int group, int instance, float[] in, int vectors, float[] out) {
        Extent span = ranges.input(node.id());
        CodeSpan codes = inputs.codes(span.negative());
        double unit =
                Math.max(span.high() / (double) codes.high(), codes.low() < 0 ? span.low() / (double) codes.low() : 0);
        unit = unit > 0 ? unit : 1;
        TrainedMatrix matrix = TrainedMatrix.of(node);
        float[] bias = matrix.bias(group, instance);
        boolean biasRow = matrix.shape().bias() && biasInArray;
        double weightUnit = weightUnit(matrix, biasRow ? codes.high() * unit : 0);
        float[][] real = matrix.weights(group, instance);
        for (int v = 0; v < vectors; v++) {
            for (int c = 0; c < bias.length; c++) {
                long sum = 0;
                for (int r = 0; r < real.length; r++) {
                    long code = (long) Math.rint(in[v * real.length + r] / (float) unit);
                    code = Math.max(codes.low(), Math.min(codes.high(), code));
                    sum += code * weight(real[r][c] / weightUnit);
                }
                if (biasRow) {
                    sum += codes.high() * weight(bias[c] / (codes.high() * unit) / weightUnit);
                }
                out[v * bias.length + c] = (float) (sum * (unit * weightUnit) + (biasRow ? 0 : bias[c]));
            }
        }
    }

    private long weight(double code) {
        if (signs) {
            return code < 0 ? -1 : 1;
        }
        return Math.max(-most(), Math.min(most(), Math.round(code)));
    }

    private long most() {
        return Math.max(1, (1L << (weightBits - 1)) - 1);
    }

    private double weightUnit(TrainedMatrix matrix, double biasInput) {
        double largest = 0;
        for (int instance = 0; instance < matrix.shape().instances(); instance++) {
            for (int group = 0; group < matrix.shape().groups(); group++) {
                for (float[] row : matrix.weights(group, instance)) {
                    for (float weight : row) {
                        largest = Math.max(largest, Math.abs(weight));
                    }
                }
                for (float bias : matrix.bias(group, instance)) {
                    largest = Math.max(largest, biasInput > 0 ? Math.abs(bias) / biasInput : 0);
                }
            }
        }
        return largest > 0 ? largest / most() : 1;
    }

    @Override
    public void activate(Node node, Function function, float[] values, int from, int to) {
        exact.activate(node, function, values, from, to);
    }

    @Override
    public void store(Node node, Batch result) {
        BufferCodes.of(ranges.output(node.id()), valueBits).round(result.values());
    }
}
