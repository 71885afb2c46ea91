package mho.workloads.onnx.lowering;

import java.util.ArrayList;
import java.util.List;
import mho.workloads.network.Shape;
import mho.workloads.network.Slice;
import mho.workloads.network.Strides;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.shape.SlicedAxes;
import org.jspecify.annotations.Nullable;

/** A cut of a tensor as a slice of its map. */
final class TensorSlice {
    private final LoweringContext step;
    private final SlicedAxes cut;
    private PlacedTensor input;

    private TensorSlice(LoweringContext step, PlacedTensor input, SlicedAxes cut) {
        this.step = step;
        this.input = input;
        this.cut = cut;
    }

    /** What is left, with the axes it had. */
    static PlacedTensor of(LoweringContext step, PlacedTensor input, SlicedAxes cut) {
        return new TensorSlice(step, input, cut).placed();
    }

    private PlacedTensor placed() {
        Dims dims = input.layout().dims();
        Dims out = Dims.of(cut.count());
        if (out.equals(dims) && steps(1)) {
            return input;
        }
        List<Integer> awkward = awkward();
        if (!awkward.isEmpty()) {
            // One of several axes of rows: read as channels, everything has to be there.
            AxisLayout wanted =
                    AxisLayout.where(dims, axis -> input.layout().isPosition(axis) && !awkward.contains(axis));
            input = step.canvas().as(input, wanted, step.op().title());
        }
        AxisLayout layout = input.layout();
        Shape to = layout.over(out).shape();
        int row = first(layout.rows());
        int column = first(layout.columns());
        Slice slice = new Slice(
                firstChannel(layout),
                to.channels(),
                row < 0 ? 0 : cut.start()[row] * inner(layout.rows()),
                column < 0 ? 0 : cut.start()[column],
                to.height(),
                to.width(),
                row < 0 || cut.count()[row] == 1 ? 1 : cut.step()[row],
                column < 0 || cut.count()[column] == 1 ? 1 : cut.step()[column],
                scattered(layout));
        return new PlacedTensor(step.add(slice, input), layout.over(out));
    }

    private boolean steps(int by) {
        for (int axis = 0; axis < cut.step().length; axis++) {
            if (cut.step()[axis] != by && cut.count()[axis] > 1) {
                return false;
            }
        }
        return true;
    }

    private boolean isCut(int axis) {
        return cut.count()[axis] != input.layout().dims().at(axis) || (cut.step()[axis] != 1 && cut.count()[axis] > 1);
    }

    /** Position axes that are cut and are not all of the rows or all of the columns, nor the outermost rows in one piece. */
    private List<Integer> awkward() {
        List<Integer> awkward = new ArrayList<>();
        List<Integer> rows = input.layout().rows();
        for (int axis : rows) {
            boolean outermost = axis == rows.get(0) && (rows.size() == 1 || cut.step()[axis] == 1);
            if (isCut(axis) && !outermost) {
                awkward.add(axis);
            }
        }
        return awkward;
    }

    /** The axis that is cut among rows or columns, -1 if there is none at all. */
    private int first(List<Integer> axes) {
        return axes.isEmpty() ? -1 : axes.get(0);
    }

    /** Rows of the map in one index of the outermost row axis. */
    private int inner(List<Integer> rows) {
        return rows.stream().skip(1).mapToInt(input.layout().dims()::at).reduce(1, (a, b) -> a * b);
    }

    /** Where a block of channels begins; scattered ones count from the front, since any order of channels serves. */
    private int firstChannel(AxisLayout layout) {
        List<Integer> channels = layout.channelAxes();
        List<Integer> cuts = channels.stream().filter(this::isCut).toList();
        boolean block = cuts.size() == 1 && cuts.get(0).equals(channels.get(0)) && cut.step()[cuts.get(0)] == 1;
        if (!block) {
            return 0;
        }
        int inner = channels.stream().skip(1).mapToInt(layout.dims()::at).reduce(1, (a, b) -> a * b);
        return cut.start()[cuts.get(0)] * inner;
    }

    /** Which channels are left where they are no block; null where they are. */
    private @Nullable Strides scattered(AxisLayout layout) {
        List<Integer> channels = layout.channelAxes();
        List<Integer> cuts = channels.stream().filter(this::isCut).toList();
        boolean block = cuts.size() == 1 && cuts.get(0).equals(channels.get(0)) && cut.step()[cuts.get(0)] == 1;
        if (cuts.isEmpty() || block) {
            return null;
        }
        int start = 0;
        List<Integer> sizes = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            int axis = channels.get(i);
            int inner =
                    channels.stream().skip(i + 1L).mapToInt(layout.dims()::at).reduce(1, (a, b) -> a * b);
            start += cut.start()[axis] * inner;
            sizes.add(cut.count()[axis]);
            steps.add(cut.step()[axis] * inner);
        }
        return new Strides(start, sizes, steps);
    }
}
