package mho.workloads.onnx.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Refusal;

/** Tensors cut apart, joined, padded. */
public final class PartRules {
    private PartRules() {}

    static void register() {
        ShapeRules.put(PartRules::slice, "Slice");
        ShapeRules.put(PartRules::split, "Split");
        ShapeRules.put(PartRules::concat, "Concat");
        ShapeRules.put(PartRules::pad, "Pad");
    }

    private static void slice(InferenceContext site) {
        Dims in = site.dims(0);
        SlicedAxes cut = SlicedAxes.of(site);
        site.out(0, site.type(0), cut.dims(), inputs -> {
            int[] strides = in.strides();
            int start = 0;
            for (int axis = 0; axis < strides.length; axis++) {
                start += cut.start()[axis] * strides[axis];
                strides[axis] *= cut.step()[axis];
            }
            return ConstantViews.strided(inputs.get(0), cut.dims(), strides, start);
        });
    }

    private static void split(InferenceContext site) {
        Dims in = site.dims(0);
        int axis = in.axis(site.attributes().integer("axis", 0));
        int[] parts = parts(site, in.at(axis));
        for (int k = 0, from = 0; k < parts.length; from += parts[k++]) {
            int start = from * in.strides()[axis];
            Dims part = in.with(axis, parts[k]);
            site.out(k, site.type(0), part, inputs -> ConstantViews.strided(inputs.get(0), part, in.strides(), start));
        }
    }

    /** Given sizes, or as equal as they come with a smaller last one. */
    public static int[] parts(InferenceContext site, int size) {
        int outputs = site.op().outputs().size();
        long[] given = site.listed("split", 1);
        int[] parts = new int[outputs];
        if (given == null) {
            int each = (size + Math.max(1, outputs) - 1) / Math.max(1, outputs);
            for (int k = 0; k < outputs; k++) {
                parts[k] = Math.max(0, Math.min(each, size - k * each));
            }
        } else if (given.length == outputs && Arrays.stream(given).allMatch(part -> part >= 0 && part <= size)) {
            parts = Arrays.stream(given).mapToInt(part -> (int) part).toArray();
        }
        if (Arrays.stream(parts).asLongStream().sum() != size) {
            throw new Refusal("cannot split " + size + " into " + outputs + " outputs"
                    + (given == null ? "" : " of " + Arrays.toString(given)));
        }
        return parts;
    }

    private static void concat(InferenceContext site) {
        List<Dims> dims = new ArrayList<>();
        for (int k = 0; k < site.inputs(); k++) {
            dims.add(site.dims(k));
        }
        Dims first = site.dims(0);
        // Opset 1 had a default; later ones require it.
        int axis = first.axis(site.attributes().integer("axis", 1));
        long size = 0;
        for (Dims part : dims) {
            if (part.rank() != first.rank() || !part.with(axis, 1).equals(first.with(axis, 1))) {
                throw new Refusal("its inputs " + first + " and " + part + " do not agree beside axis " + axis);
            }
            size += part.at(axis);
        }
        site.out(0, site.type(0), first.with(axis, size), inputs -> ConstantViews.concatenated(inputs, dims, axis));
    }

    private static void pad(InferenceContext site) {
        Dims in = site.dims(0);
        PaddedAxes padding = PaddedAxes.of(site);
        Dims out = padding.over(in);
        boolean zeros = padding.mode().equals("constant");
        double filler = site.attributes().real("value", 0);
        site.out(0, site.type(0), out, inputs -> {
            ConstantValues fill =
                    inputs.size() > 2 && inputs.get(2).count() > 0 ? inputs.get(2) : ConstantValues.ofReals(filler);
            return zeros ? padded(inputs.get(0), fill, in, out, padding.before()) : null;
        });
    }

    private static ConstantValues padded(ConstantValues values, ConstantValues fill, Dims in, Dims out, int[] before) {
        int[] strides = in.strides();
        int[] steps = out.strides();
        LazyValues.IntegerAt from = i -> {
            int at = 0;
            for (int axis = 0; axis < strides.length; axis++) {
                int index = i / steps[axis] % out.at(axis) - before[axis];
                if (index < 0 || index >= in.at(axis)) {
                    return -1;
                }
                at += index * strides[axis];
            }
            return at;
        };
        return new LazyValues(
                out.count(),
                values.depth() + 1,
                i -> from.at(i) < 0 ? fill.integer(0) : values.integer((int) from.at(i)),
                i -> from.at(i) < 0 ? fill.real(0) : values.real((int) from.at(i)));
    }
}
