package mho.workloads.onnx.lowering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mho.workloads.network.Concat;
import mho.workloads.network.Resize;
import mho.workloads.network.Resize.Interpolation;
import mho.workloads.network.Resize.Sampling;
import mho.workloads.network.Shape;
import mho.workloads.network.Strides;
import mho.workloads.onnx.graph.Attributes;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;

/** Maps made larger by copies or interpolation. */
final class Resizings {
    /** Copies of channels are one edge each. */
    private static final int MOST_COPIES = 4096;

    private Resizings() {}

    static void register() {
        LoweringRules.put(Resizings::expand, "Expand");
        LoweringRules.put(Resizings::tile, "Tile");
        LoweringRules.put(Resizings::resize, "Resize", "Upsample");
    }

    private static void expand(LoweringContext step) {
        AxisLayout target = Operands.joint(List.of(step.in(0)), step.out(0));
        PlacedTensor aligned = Operands.fitted(step, step.in(0), target);
        step.put(0, stretched(step, aligned, target));
    }

    /** Copies until the map has the shape of {@code target}. */
    static PlacedTensor stretched(LoweringContext step, PlacedTensor placed, AxisLayout target) {
        Shape wants = target.shape();
        PlacedTensor at = channels(step, placed, target);
        if (!step.shape(at).samePositions(wants)) {
            Resize resize = new Resize(wants.height(), wants.width(), Interpolation.NEAREST);
            at = new PlacedTensor(step.addPart("expand", resize, at), at.layout());
        }
        return new PlacedTensor(at.node(), target);
    }

    /** Copies of all channels behind one another, then in the order of {@code target}; the same serve whoever else asks. */
    static PlacedTensor channels(LoweringContext step, PlacedTensor placed, AxisLayout target) {
        int times = target.channels() / step.shape(placed).channels();
        if (times == 1) {
            return placed;
        }
        int node = step.canvas().repeated(placed.node(), times, () -> copies(step, placed, times, Concat.Along.CHANNELS)
                .node());
        int ordered = step.canvas().rechannelled(node, step.op().title(), repeats(placed.layout(), target.dims()));
        return new PlacedTensor(ordered, placed.layout());
    }

    /** For each channel of the output the first copy of the one it repeats. */
    private static Strides repeats(AxisLayout layout, Dims out) {
        List<Integer> sizes = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        int step = layout.channels();
        int offset = out.rank() - layout.dims().rank();
        for (int axis = 0; axis < out.rank(); axis++) {
            int has = axis < offset ? 1 : layout.dims().at(axis - offset);
            if (axis >= offset && layout.isPosition(axis - offset)) {
                continue;
            }
            step /= has;
            sizes.add(out.at(axis) / has);
            steps.add(0);
            sizes.add(has);
            steps.add(step);
        }
        return new Strides(0, sizes, steps);
    }

    private static PlacedTensor copies(LoweringContext step, PlacedTensor placed, int times, Concat.Along along) {
        if (times > MOST_COPIES || !step.canvas().affords(times)) {
            throw new Unplaceable(step.type() + " of " + times + " copies");
        }
        if (times < 2) {
            return placed;
        }
        PlacedTensor[] same = Collections.nCopies(times, placed).toArray(new PlacedTensor[0]);
        return new PlacedTensor(step.addPart("repeat", new Concat(along), same), placed.layout());
    }

    private static void tile(LoweringContext step) {
        PlacedTensor at = step.in(0);
        AxisLayout layout = at.layout();
        Dims in = step.dims(0);
        Dims out = step.out(0);
        int channels = 1;
        for (int axis = 0; axis < in.rank(); axis++) {
            int times = out.at(axis) / in.at(axis);
            if (!layout.isPosition(axis)) {
                channels *= times;
            } else if (times > 1) {
                boolean column = layout.columns().equals(List.of(axis));
                if (!column && !layout.rows().equals(List.of(axis))) {
                    throw new Unplaceable("Tile along one of several axes of rows");
                }
                at = copies(step, at, times, column ? Concat.Along.WIDTH : Concat.Along.HEIGHT);
            }
        }
        PlacedTensor tiled = copies(step, at, channels, Concat.Along.CHANNELS);
        int ordered = channels == 1
                ? tiled.node()
                : step.canvas().rechannelled(tiled.node(), step.op().title(), repeats(layout, out));
        step.put(0, ordered, layout.over(out));
    }

    private static Sampling sampling(LoweringContext step, String mode) {
        Attributes given = step.attributes();
        boolean old = step.type().equals("Upsample") || step.op().opset() < 11;
        String place = given.flag("antialias", false)
                ? "antialiasing"
                : given.text("coordinate_transformation_mode", old ? "asymmetric" : "half_pixel");
        int at = old ? 1 : 2;
        ConstantTensor scales = step.constant(at);
        ConstantValues factors = scales == null ? null : scales.values();
        int rank = step.dims(0).rank();
        boolean all = factors != null && factors.count() == rank && !given.has("axes") && !step.has(3);
        boolean wide = rank == 4;
        return new Sampling(
                place,
                given.text("nearest_mode", old ? "floor" : "round_prefer_floor"),
                mode.equals("cubic") ? given.real("cubic_coeff_a", -0.75) : 0,
                given.flag("exclude_outside", false),
                all && wide && factors != null ? factors.real(2) : Double.NaN,
                all && factors != null ? factors.real(rank - 1) : Double.NaN);
    }

    private static void resize(LoweringContext step) {
        Dims in = step.dims(0);
        Dims out = step.out(0);
        PlacedTensor input = step.in(0, AxisLayout.image(in));
        boolean mapOnly = in.rank() >= 3 && in.rank() <= 4 && in.at(0) == out.at(0) && in.at(1) == out.at(1);
        if (!mapOnly) {
            throw new Unplaceable(step.type() + " of other axes than height and width");
        }
        String mode = step.attributes().text("mode", "nearest");
        Shape to = AxisLayout.image(out).shape();
        Interpolation how = mode.equals("nearest") ? Interpolation.NEAREST : Interpolation.LINEAR;
        step.put(
                0,
                step.add(new Resize(to.height(), to.width(), how, sampling(step, mode)), input),
                AxisLayout.image(out));
    }
}
