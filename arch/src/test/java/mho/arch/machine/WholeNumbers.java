package mho.arch.machine;

import mho.arch.chip.ChipSpec;
import mho.arch.element.crossbar.Weights.Sign;
import mho.periphery.driver.Encoding;
import mho.workloads.network.Function;
import mho.workloads.network.Node;
import mho.workloads.values.Arithmetic;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.TrainedMatrix;

/** A second implementation without arrays: weights and inputs rounded to integers, multiplied and added in 64-bit integers. */
final class WholeNumbers implements Arithmetic {
    private final ChipSpec chip;
    private final Ranges ranges;
    private final FloatArithmetic exact = new FloatArithmetic();

    WholeNumbers(ChipSpec chip, Ranges ranges) {
        this.chip = chip;
        this.ranges = ranges;
    }

    @Override
    public void multiply(Node node, int group, int instance, float[] in, int vectors, float[] out) {
        Extent span = ranges.input(node.id());
        Encoding codes = chip.core().driver().encoding(chip.inputBits(), span.negative());
        double unit =
                Math.max(span.high() / (double) codes.high(), codes.low() < 0 ? span.low() / (double) codes.low() : 0);
        unit = unit > 0 ? unit : 1;
        TrainedMatrix matrix = TrainedMatrix.of(node);
        float[] bias = matrix.bias(group, instance);
        boolean biasRow = matrix.shape().bias() && chip.layout().biasInArray();
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

    /** One bit that has no room for a zero. */
    private boolean signs() {
        Sign sign = chip.core().weights().sign();
        return chip.core().weights().bits() == 1 && (sign == Sign.OFFSET || sign == Sign.SHARED_REFERENCE);
    }

    private long weight(double code) {
        if (signs()) {
            return code < 0 ? -1 : 1;
        }
        Sign sign = chip.core().weights().sign();
        boolean biased = sign == Sign.OFFSET || sign == Sign.SHARED_REFERENCE;
        int bits = chip.core().weights().bits();
        long low = -Math.max(1, (1L << (bits - 1)) - 1);
        long high = biased ? (1L << (bits - 1)) - 1 : -low;
        return Math.max(low, Math.min(high, Math.round(code)));
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
        long most = Math.max(1, (1L << (chip.core().weights().bits() - 1)) - 1);
        return largest > 0 ? largest / most : 1;
    }

    @Override
    public void activate(Node node, Function function, float[] values, int from, int to) {
        exact.activate(node, function, values, from, to);
    }

    @Override
    public void store(Node node, Batch result) {
        Stored.of(ranges.output(node.id()), chip.precision().values()).round(result.values());
    }
}
