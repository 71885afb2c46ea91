package mho.workloads.onnx.lowering;

import java.util.Collections;
import java.util.List;
import mho.workloads.network.Concat;
import mho.workloads.network.Resize;
import mho.workloads.network.Resize.Interpolation;
import mho.workloads.network.Shape;
import mho.workloads.onnx.graph.Dims;

/** Maps made larger by copies or interpolation. */
final class Stretches {
    /** Copies of channels are one edge each. */
    private static final int MOST_COPIES = 4096;

    private Stretches() {}

    static void register() {
        Table.put(Stretches::expand, "Expand");
        Table.put(Stretches::tile, "Tile");
        Table.put(Stretches::resize, "Resize", "Upsample");
    }

    private static void expand(Step step) {
        Layout target = Operands.joint(List.of(step.in(0)), step.out(0));
        Placed aligned = Operands.fitted(step, step.in(0), target);
        step.put(0, stretched(step, aligned, target));
    }

    /** Copies until the map has the shape of {@code target}. */
    static Placed stretched(Step step, Placed placed, Layout target) {
        Shape wants = target.shape();
        Placed at = channels(step, placed, wants.channels());
        if (!step.shape(at).samePositions(wants)) {
            Resize resize = new Resize(wants.height(), wants.width(), Interpolation.NEAREST);
            at = new Placed(step.addPart("expand", resize, at), at.layout());
        }
        return new Placed(at.node(), target);
    }

    /** Copies of all channels behind one another; the same copies serve whoever else asks. */
    static Placed channels(Step step, Placed placed, int wanted) {
        int times = wanted / step.shape(placed).channels();
        if (times == 1) {
            return placed;
        }
        int node = step.canvas().repeated(placed.node(), times, () -> copies(step, placed, times, Concat.Along.CHANNELS)
                .node());
        return new Placed(node, placed.layout());
    }

    private static Placed copies(Step step, Placed placed, int times, Concat.Along along) {
        if (times > MOST_COPIES || !step.canvas().affords(times)) {
            throw new Unplaceable(step.type() + " of " + times + " copies");
        }
        if (times < 2) {
            return placed;
        }
        Placed[] same = Collections.nCopies(times, placed).toArray(new Placed[0]);
        return new Placed(step.addPart("repeat", new Concat(along), same), placed.layout());
    }

    private static void tile(Step step) {
        Placed at = step.in(0);
        Layout layout = at.layout();
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
        at = copies(step, at, channels, Concat.Along.CHANNELS);
        step.put(0, at.node(), layout.over(out));
    }

    private static void resize(Step step) {
        Dims in = step.dims(0);
        Dims out = step.out(0);
        Placed input = step.in(0, Layout.image(in));
        boolean mapOnly = in.rank() >= 3 && in.rank() <= 4 && in.at(0) == out.at(0) && in.at(1) == out.at(1);
        if (!mapOnly) {
            throw new Unplaceable(step.type() + " of other axes than height and width");
        }
        String mode = step.attributes().text("mode", "nearest");
        Shape to = Layout.image(out).shape();
        Interpolation how = mode.equals("nearest") ? Interpolation.NEAREST : Interpolation.LINEAR;
        step.put(0, step.add(new Resize(to.height(), to.width(), how), input), Layout.image(out));
    }
}
