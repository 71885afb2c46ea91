package mho.workloads.onnx.shape;

import java.util.List;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import org.jspecify.annotations.Nullable;

/** Between integers and the reals they stand for: x = (q - zero point) scale. */
final class QuantRules {
    private QuantRules() {}

    static void register() {
        ShapeRules.put(QuantRules::quantized, "QuantizeLinear");
        ShapeRules.put(QuantRules::restored, "DequantizeLinear");
        ShapeRules.put(QuantRules::measured, "DynamicQuantizeLinear");
    }

    private static void quantized(InferenceContext site) {
        ElementType asked = ElementType.ofCode(site.attributes().integer("output_dtype", 0));
        ElementType type = site.has(2) ? site.type(2) : asked == null ? ElementType.UINT8 : asked;
        Dims in = site.dims(0);
        Dims scale = site.dims(1);
        long axis = site.attributes().integer("axis", 1);
        long block = site.attributes().integer("block_size", 0);
        IntegerTypes codes = IntegerTypes.of(type);
        site.out(0, type, in, inputs -> {
            ConstantValues scales = spread(inputs.get(1), scale, in, axis, block);
            ConstantValues zeros = zeros(inputs, scale, in, axis, block);
            ConstantValues reals = inputs.get(0);
            return scales == null || zeros == null || codes == null
                    ? null
                    : LazyValues.integers(
                            reals,
                            i -> codes.clipped(
                                    Math.rint((float) reals.real(i) / (float) scales.real(i)) + zeros.integer(i)));
        });
    }

    private static @Nullable ConstantValues zeros(
            List<ConstantValues> inputs, Dims scale, Dims in, long axis, long block) {
        return inputs.size() > 2 && inputs.get(2).count() > 0
                ? spread(inputs.get(2), scale, in, axis, block)
                : ConstantValues.repeated(ConstantValues.ofIntegers(0), in.count());
    }

    private static void restored(InferenceContext site) {
        Dims in = site.dims(0);
        Dims scale = site.dims(1);
        long axis = site.attributes().integer("axis", 1);
        long block = site.attributes().integer("block_size", 0);
        site.out(0, site.type(1), in, inputs -> {
            ConstantValues scales = spread(inputs.get(1), scale, in, axis, block);
            ConstantValues zeros = zeros(inputs, scale, in, axis, block);
            ConstantValues whole = inputs.get(0);
            return scales == null || zeros == null
                    ? null
                    : LazyValues.reals(whole, i -> (whole.integer(i) - zeros.integer(i)) * scales.real(i), scales);
        });
    }

    /** One for all, one per index of the axis, or one for every block of indices of it. */
    private static @Nullable ConstantValues spread(ConstantValues values, Dims dims, Dims in, long axis, long block) {
        if (dims.count() == 1) {
            return ConstantValues.repeated(values, in.count());
        }
        int along = in.axis(axis);
        if (block > 0) {
            return blocked(values, dims, in, along, block);
        }
        if (dims.rank() != 1 || dims.at(0) != in.at(along)) {
            return null;
        }
        int inner = in.count(along + 1, in.rank());
        return ConstantValues.view(values, in.count(), i -> i / inner % in.at(along));
    }

    private static @Nullable ConstantValues blocked(ConstantValues values, Dims dims, Dims in, int along, long block) {
        long blocks = (in.at(along) + block - 1) / block;
        if (blocks > in.at(along) || !dims.equals(in.with(along, blocks))) {
            return null;
        }
        int inner = in.count(along + 1, in.rank());
        int size = in.at(along);
        int each = (int) Math.min(block, size);
        int all = (int) blocks;
        return ConstantValues.view(
                values, in.count(), i -> (i / inner / size * all + i / inner % size / each) * inner + i % inner);
    }

    private static void measured(InferenceContext site) {
        site.out(0, ElementType.UINT8, site.dims(0));
        site.out(1, ElementType.FLOAT, Dims.NONE);
        site.out(2, ElementType.UINT8, Dims.NONE);
    }
}
