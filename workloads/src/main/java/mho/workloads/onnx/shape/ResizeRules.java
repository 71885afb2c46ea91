package mho.workloads.onnx.shape;

import java.util.Arrays;
import java.util.stream.IntStream;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Refusal;

/** Maps stretched or shrunk, by factors or to sizes. */
final class ResizeRules {
    private ResizeRules() {}

    static void register() {
        ShapeRules.put(ResizeRules::upsample, "Upsample");
        ShapeRules.put(ResizeRules::resize, "Resize");
    }

    private static void upsample(InferenceContext site) {
        double[] scales = site.has(1)
                ? site.constant(1, "scales").reals()
                : site.attributes().reals("scales");
        if (scales == null) {
            // Opset 1 had one factor each for the last two axes.
            double tall = site.attributes().real("height_scale", 1);
            double wide = site.attributes().real("width_scale", 1);
            scales = new double[] {1, 1, tall, wide};
        }
        site.out(0, site.type(0), scaled(site.dims(0), scales, allAxes(site.dims(0))));
    }

    private static void resize(InferenceContext site) {
        Dims in = site.dims(0);
        int[] axes = axes(site);
        // Opset 10: (X, scales); later: (X, roi, scales, sizes), one of the last two.
        int scales = site.opset() < 11 ? 1 : 2;
        if (site.has(3) && site.dims(3).count() > 0) {
            site.out(0, site.type(0), sized(site, in, axes));
        } else if (site.has(scales) && site.dims(scales).count() > 0) {
            site.out(0, site.type(0), scaled(in, site.constant(scales, "scales").reals(), axes));
        } else {
            throw new Refusal("has neither scales nor sizes");
        }
    }

    private static int[] axes(InferenceContext site) {
        long[] given = site.attributes().integers("axes");
        int rank = site.dims(0).rank();
        return given == null
                ? allAxes(site.dims(0))
                : Arrays.stream(given).mapToInt(axis -> Dims.axis(axis, rank)).toArray();
    }

    private static int[] allAxes(Dims dims) {
        return IntStream.range(0, dims.rank()).toArray();
    }

    private static Dims scaled(Dims in, double[] scales, int[] axes) {
        if (scales.length != axes.length) {
            throw new Refusal("has " + scales.length + " scales for " + axes.length + " axes of " + in);
        }
        long[] out = Arrays.stream(in.toArray()).asLongStream().toArray();
        for (int i = 0; i < axes.length; i++) {
            // Scales are float32; the product is rounded down as ONNX says.
            out[axes[i]] = (long) Math.floor((float) in.at(axes[i]) * (float) scales[i]);
        }
        return Dims.ofLongs(out);
    }

    private static Dims sized(InferenceContext site, Dims in, int[] axes) {
        ConstantValues sizes = site.constant(3, "sizes");
        if (sizes.count() != axes.length) {
            throw new Refusal("has " + sizes.count() + " sizes for " + axes.length + " axes of " + in);
        }
        double[] ratios = IntStream.range(0, axes.length)
                .mapToDouble(i -> sizes.real(i) / in.at(axes[i]))
                .toArray();
        String policy = site.attributes().text("keep_aspect_ratio_policy", "stretch");
        long[] out = Arrays.stream(in.toArray()).asLongStream().toArray();
        for (int i = 0; i < axes.length; i++) {
            out[axes[i]] = switch (policy) {
                case "not_larger" -> Math.round(
                        in.at(axes[i]) * Arrays.stream(ratios).min().orElse(1));
                case "not_smaller" -> Math.round(
                        in.at(axes[i]) * Arrays.stream(ratios).max().orElse(1));
                default -> sizes.integer(i);
            };
        }
        return Dims.ofLongs(out);
    }
}
