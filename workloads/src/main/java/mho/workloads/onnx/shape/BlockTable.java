package mho.workloads.onnx.shape;

import java.util.function.IntUnaryOperator;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The table of GatherBlockQuantized: value = (code - zero) scale, scale and zero those of the block of {@code block_size} values along
 * {@code quantize_axis}. Codes are of a type of 4 bits, without zeros 0; or of {@code bits} in bytes along the last axis, the first in the
 * lowest bits, without zeros 2^(bits - 1). (ONNX Runtime, docs/ContribOperators.md, com.microsoft.GatherBlockQuantized)
 */
public record BlockTable(Dims dims, ConstantTensor tensor) {

    public static BlockTable of(InferenceContext site) {
        boolean packed = site.type(0) == ElementType.UINT8;
        int bits = packed ? Math.toIntExact(site.attributes().integer("bits", 4)) : 4;
        long block = site.attributes().integer("block_size", 128);
        if (block < 1 || (bits != 4 && bits != 8) || site.dims(0).rank() == 0) {
            throw new Refusal("has blocks of " + block + " codes of " + bits + " bits, 4 and 8 are read");
        }
        Dims has = site.dims(0);
        int last = has.rank() - 1;
        Dims dims = packed ? has.with(last, has.at(last) * (8L / bits)) : has;
        int axis = dims.axis(site.attributes().integer("quantize_axis", 1));
        Blocks blocks = new Blocks(dims, axis, block);
        if (!site.dims(2).equals(dims.with(axis, blocks.count())) || (packed && axis != last)) {
            throw new Refusal("its scales " + site.dims(2) + " do not fit a table of " + dims + " in blocks of " + block
                    + " along axis " + axis);
        }
        for (int i : new int[] {0, 2, 3}) {
            if (site.has(i) && !site.in(i).isConstant()) {
                throw new Refusal("its input " + i + " is computed, a constant table is needed");
            }
        }
        return new BlockTable(dims, new ConstantTensor(site.type(2), dims, values(site, blocks, packed, bits)));
    }

    private static @Nullable ConstantValues values(InferenceContext site, Blocks blocks, boolean packed, int bits) {
        ConstantValues codes = held(site, 0);
        ConstantValues scales = held(site, 2);
        ConstantValues zeros = held(site, 3);
        if (codes == null || scales == null || (site.has(3) && zeros == null)) {
            return null;
        }
        int count = blocks.dims().count();
        int absent = packed ? 1 << (bits - 1) : 0;
        int each = (int) blocks.count();
        int zeroBytes = (each * bits + 7) / 8;
        IntUnaryOperator scaleOf = blocks::at;
        return LazyValues.reals(
                ConstantValues.view(codes, count, i -> i),
                i -> {
                    int scale = scaleOf.applyAsInt(i);
                    long code = packed ? part(codes, (long) i * bits, bits) : codes.integer(i);
                    long zero = zeros == null
                            ? absent
                            : packed
                                    ? part(
                                            zeros,
                                            (long) scale / each * zeroBytes * 8 + (long) scale % each * bits,
                                            bits)
                                    : zeros.integer(scale);
                    return (code - zero) * scales.real(scale);
                },
                ConstantValues.view(scales, count, scaleOf));
    }

    private static long part(ConstantValues bytes, long bit, int bits) {
        return bytes.integer((int) (bit / 8)) >> (bit % 8) & ((1L << bits) - 1);
    }

    private static @Nullable ConstantValues held(InferenceContext site, int i) {
        ConstantTensor tensor = site.has(i) ? site.in(i).constant() : null;
        return tensor == null ? null : tensor.values();
    }

    /** Runs of {@code size} indices of an axis that share a scale. */
    private record Blocks(Dims dims, int axis, long size) {
        long count() {
            return (dims.at(axis) + size - 1) / size;
        }

        /** Which scale value i has. */
        int at(int i) {
            int inner = dims.count(axis + 1, dims.rank());
            int extent = dims.at(axis);
            return (i / inner / extent * (int) count() + (int) (i / inner % extent / size)) * inner + i % inner;
        }
    }
}
