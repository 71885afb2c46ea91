package mho.workloads.onnx.shape;

import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The weights of MatMulNBits, N x K: w = (q - zero) scale, q of 2, 4 or 8 bits, the first in the lowest bits of its byte. Scale and
 * zero are those of the block of {@code block_size} values along K; without zeros, 2^(bits - 1). Zeros are of the scales' type, or
 * packed like the weights, every row from a byte of its own. {@code g_idx} names the block of each k.
 * (ONNX Runtime, docs/ContribOperators.md, com.microsoft.MatMulNBits)
 */
public record BlockWeights(Dims dims, ConstantTensor tensor) {

    public static BlockWeights of(InferenceContext site) {
        int n = extent(site, "N");
        int k = extent(site, "K");
        int bits = Math.toIntExact(site.attributes().integer("bits", 4));
        int block = extent(site, "block_size");
        if (bits != 2 && bits != 4 && bits != 8) {
            throw new Refusal("has weights of " + bits + " bits, 2, 4 and 8 are read");
        }
        Dims dims = Dims.of(n, k);
        int blocks = (k - 1) / block + 1;
        long bytes = (long) n * blocks * ((block * (long) bits + 7) / 8);
        if (site.dims(1).count() != bytes || site.dims(2).count() != (long) n * blocks) {
            throw new Refusal("its weights " + site.dims(1) + " and scales " + site.dims(2) + " do not fit " + dims
                    + " in blocks of " + block);
        }
        for (int i = 1; i < 5 && i < site.inputs(); i++) {
            if (site.has(i) && !site.in(i).isConstant()) {
                throw new Refusal("its input " + i + " is computed, constant weights are needed");
            }
        }
        ConstantTensor packed = tensor(site, 1);
        ConstantValues whole = packed == null ? null : packed.values();
        ConstantValues scales = values(site, 2);
        ConstantValues zeros = values(site, 3);
        ConstantValues order = values(site, 4);
        boolean known =
                whole != null && scales != null && (zeros != null || !site.has(3)) && (order != null || !site.has(4));
        if (!known || whole == null || scales == null) {
            String why = packed == null ? null : packed.absent();
            return new BlockWeights(dims, new ConstantTensor(ElementType.FLOAT, dims, null, why));
        }
        Packed codes = new Packed(whole, bits, (int) (bytes / n));
        boolean packedZeros = zeros != null && !site.type(3).real();
        int zeroBytes = (blocks * bits + 7) / 8;
        int blockCodes = (int) (bytes / n / blocks) * 8 / bits;
        java.util.function.IntUnaryOperator blockOf = i -> order == null ? i % k / block : (int) order.integer(i % k);
        java.util.function.IntUnaryOperator scaleOf = i -> i / k * blocks + blockOf.applyAsInt(i);
        ConstantValues weights = LazyValues.reals(
                ConstantValues.view(whole, n * k, i -> i),
                i -> {
                    int row = i / k;
                    int column = i % k;
                    int at = blockOf.applyAsInt(i);
                    int scale = scaleOf.applyAsInt(i);
                    double zero = zeros == null
                            ? 1 << (bits - 1)
                            : packedZeros ? new Packed(zeros, bits, zeroBytes).at(row, at) : zeros.real(scale);
                    return (codes.at(row, column / block * blockCodes + column % block) - zero) * scales.real(scale);
                },
                ConstantValues.view(scales, n * k, scaleOf));
        return new BlockWeights(dims, new ConstantTensor(ElementType.FLOAT, dims, weights));
    }

    /** Rows of codes of few bits, each from a byte of its own. */
    private record Packed(ConstantValues bytes, int bits, int rowBytes) {
        long at(int row, int i) {
            int bit = i * bits;
            return bytes.integer(row * rowBytes + bit / 8) >> (bit % 8) & ((1L << bits) - 1);
        }
    }

    private static @Nullable ConstantTensor tensor(InferenceContext site, int i) {
        return i < site.inputs() && site.has(i) ? site.in(i).constant() : null;
    }

    private static @Nullable ConstantValues values(InferenceContext site, int i) {
        ConstantTensor tensor = tensor(site, i);
        return tensor == null ? null : tensor.values();
    }

    private static int extent(InferenceContext site, String name) {
        long extent = site.attributes().integer(name, 0);
        if (extent < 1 || extent > Integer.MAX_VALUE) {
            throw new Refusal("has " + name + " " + extent + ", a size of 1 or more is needed");
        }
        return (int) extent;
    }
}
