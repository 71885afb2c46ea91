package mho.workloads.onnx.lowering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import mho.workloads.network.Shape;
import mho.workloads.network.Strides;
import mho.workloads.onnx.graph.Dims;
import org.jspecify.annotations.Nullable;

/**
 * How the axes of a tensor are read as a feature map: some count rows, some columns, the rest channels. Positions are
 * row-major over the row axes and then the column axes, channels over the channel axes, each in the order they stand.
 */
final class AxisLayout {
    private final Dims dims;
    private final List<Integer> rows;
    private final List<Integer> columns;

    private AxisLayout(Dims dims, List<Integer> rows, List<Integer> columns) {
        this.dims = dims;
        this.rows = rows;
        this.columns = columns;
    }

    /** Positions along {@code axes}: the last that is more than 1 counts columns, those before it rows. */
    static AxisLayout of(Dims dims, int... axes) {
        int[] wide =
                Arrays.stream(axes).filter(axis -> dims.at(axis) > 1).sorted().toArray();
        List<Integer> all = Arrays.stream(wide).boxed().toList();
        return all.isEmpty()
                ? new AxisLayout(dims, List.of(), List.of())
                : new AxisLayout(dims, all.subList(0, all.size() - 1), all.subList(all.size() - 1, all.size()));
    }

    static AxisLayout where(Dims dims, IntPredicate position) {
        return of(dims, IntStream.range(0, dims.rank()).filter(position).toArray());
    }

    /** (N, C, H, W) or (N, C, L): axis 2 counts rows and axis 3 columns, even where they are 1. */
    static AxisLayout image(Dims dims) {
        return switch (dims.rank()) {
            case 4 -> new AxisLayout(dims, List.of(2), List.of(3));
            case 3 -> new AxisLayout(dims, List.of(), List.of(2));
            default -> where(dims, axis -> axis >= 2);
        };
    }

    /** What a window slides over: as an image, or (N, C, D, H, W), rows standing plane by plane, even where an axis is 1. */
    static AxisLayout slid(Dims dims) {
        return dims.rank() == 5 ? new AxisLayout(dims, List.of(2, 3), List.of(4)) : image(dims);
    }

    /** (…, D): the last axis holds channels, all others count positions. */
    static AxisLayout channelsLast(Dims dims) {
        return where(dims, axis -> axis < dims.rank() - 1);
    }

    /** What a tensor of this rank usually is, for lack of anything better. */
    static AxisLayout usual(Dims dims) {
        return dims.rank() >= 4 ? image(dims) : channelsLast(dims);
    }

    Dims dims() {
        return dims;
    }

    boolean isPosition(int axis) {
        return rows.contains(axis) || columns.contains(axis);
    }

    List<Integer> rows() {
        return rows;
    }

    List<Integer> columns() {
        return columns;
    }

    /** Position axes that are more than 1, in order. */
    List<Integer> positionAxes() {
        return wide(this::isPosition);
    }

    /** Channel axes that are more than 1, in order. */
    List<Integer> channelAxes() {
        return wide(axis -> !isPosition(axis));
    }

    private List<Integer> wide(IntPredicate kept) {
        return IntStream.range(0, dims.rank())
                .filter(axis -> dims.at(axis) > 1 && kept.test(axis))
                .boxed()
                .toList();
    }

    int channels() {
        int channels = 1;
        for (int axis = 0; axis < dims.rank(); axis++) {
            channels *= isPosition(axis) ? 1 : dims.at(axis);
        }
        return channels;
    }

    Shape shape() {
        return new Shape(channels(), extent(rows), extent(columns));
    }

    private int extent(List<Integer> axes) {
        return axes.stream().mapToInt(dims::at).reduce(1, (a, b) -> a * b);
    }

    /** The same roles for other sizes of the same axes. */
    AxisLayout over(Dims other) {
        return new AxisLayout(other, rows, columns);
    }

    /** Aligned at the right with {@code rank} axes, those in front being 1. */
    AxisLayout ranked(int rank) {
        int more = rank - dims.rank();
        if (more == 0) {
            return this;
        }
        int[] sizes = new int[rank];
        Arrays.fill(sizes, 1);
        System.arraycopy(dims.toArray(), 0, sizes, more, dims.rank());
        return new AxisLayout(Dims.of(sizes), shifted(rows, more), shifted(columns, more));
    }

    private static List<Integer> shifted(List<Integer> axes, int by) {
        return axes.stream().map(axis -> axis + by).toList();
    }

    /** Output axis i is input axis perm[i]; roles go along. */
    AxisLayout transposed(int[] perm, Dims out) {
        return where(out, axis -> isPosition(perm[axis]));
    }

    /**
     * The same values in another shape. Null where an output axis mixes positions with channels: then the values must be
     * put in another order.
     */
    @Nullable
    AxisLayout reshaped(Dims out) {
        List<Integer> positions = new ArrayList<>();
        int[] from = nonUnit(dims);
        int[] to = nonUnit(out);
        int i = 0;
        int k = 0;
        while (i < from.length && k < to.length) {
            int firstIn = i;
            int firstOut = k;
            long in = dims.at(from[i++]);
            long made = out.at(to[k++]);
            while (in != made) {
                if (in < made) {
                    in *= dims.at(from[i++]);
                } else {
                    made *= out.at(to[k++]);
                }
            }
            boolean position = isPosition(from[firstIn]);
            for (int axis = firstIn; axis < i; axis++) {
                if (isPosition(from[axis]) != position) {
                    return null;
                }
            }
            for (int axis = firstOut; position && axis < k; axis++) {
                positions.add(to[axis]);
            }
        }
        return of(out, positions.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int[] nonUnit(Dims dims) {
        return IntStream.range(0, dims.rank())
                .filter(axis -> dims.at(axis) != 1)
                .toArray();
    }

    /** The axes in the order in which values stand: rows, columns, channels, the last running fastest. */
    List<Integer> stored() {
        List<Integer> axes = new ArrayList<>(rows);
        axes.addAll(columns);
        IntStream.range(0, dims.rank()).filter(axis -> !isPosition(axis)).forEach(axes::add);
        return axes;
    }

    /** Reads values that stand by this layout by another, whose axis i is this one's axis perm[i]. */
    Strides read(AxisLayout wanted, int... perm) {
        List<Integer> own = stored();
        List<Integer> sizes = own.stream().map(dims::at).toList();
        return Strides.transposing(
                sizes,
                wanted.stored().stream().map(axis -> own.indexOf(perm[axis])).toList());
    }

    /** The same with the axes as they are. */
    Strides read(AxisLayout wanted) {
        return read(wanted, IntStream.range(0, dims.rank()).toArray());
    }

    /** All axes as they stand in the file, the last running fastest. */
    static AxisLayout plain(Dims dims) {
        return new AxisLayout(dims, List.of(), List.of());
    }

    @Override
    public String toString() {
        return dims + " read as " + shape();
    }
}
