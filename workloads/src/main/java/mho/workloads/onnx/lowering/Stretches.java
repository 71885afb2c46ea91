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
        step.put(
                0,
                step.shape(aligned).equals(target.shape())
                        ? new Placed(aligned.node(), target)
                        : stretched(step, aligned, target));
    }

    /** Copies until the map has the shape of {@code target}. */
    static Placed stretched(Step step, Placed placed, Layout target) {
        Shape wants = target.shape();
        Placed at = placed;
        Shape has = step.shape(at);
        if (has.channels() != wants.channels()) {
            at = copies(step, at, wants.channels() / has.channels(), Concat.Along.CHANNELS);
            has = step.shape(at);
        }
        boolean rows = has.height() == 1 || has.height() == wants.height();
        boolean columns = has.width() == 1 || has.width() == wants.width();
        if (has.channels() != wants.channels() || !rows || !columns) {
            throw new Unplaceable(step.type() + " that stretches one of several axes of positions");
        }
        if (!has.samePositions(wants)) {
            Resize resize = new Resize(wants.height(), wants.width(), Interpolation.NEAREST);
            at = new Placed(step.addPart("expand", resize, at), at.layout());
        }
        return new Placed(at.node(), target);
    }

    private static Placed copies(Step step, Placed placed, int times, Concat.Along along) {
        if (times > MOST_COPIES) {
            throw new Unplaceable(step.type() + " of more than " + MOST_COPIES + " copies");
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
