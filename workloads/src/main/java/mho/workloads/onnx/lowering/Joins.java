package mho.workloads.onnx.lowering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import mho.workloads.network.Concat;
import mho.workloads.network.Pad;
import mho.workloads.network.Pad.Border;
import mho.workloads.network.Pad.Filled;
import mho.workloads.network.Pad.Mirrored;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.shape.PaddedAxes;
import mho.workloads.onnx.shape.SlicedAxes;
import org.jspecify.annotations.Nullable;

/** Maps joined, or made larger at their edges. */
final class Joins {
    private Joins() {}

    static void register() {
        LoweringRules.put(Joins::concat, "Concat");
        LoweringRules.put(Joins::pad, "Pad");
    }

    private static void concat(LoweringContext step) {
        Dims out = step.out(0);
        int axis = out.axis(step.attributes().integer("axis", 1));
        AxisLayout target = joined(Operands.activations(step), out, axis);
        List<PlacedTensor> parts = new ArrayList<>();
        @Nullable List<ConstantTensor> front = null;
        for (int k = 0; k < step.inputs(); k++) {
            int size = step.dims(k).at(axis);
            if (size == 0) {
                continue;
            }
            if (!step.isConstant(k)) {
                parts.add(edged(step, step.in(k, target.over(step.dims(k))), axis, front, null));
                front = null;
            } else if (parts.isEmpty()) {
                front = joined(front, step.tensor(k)); // constants in front: the next map stands further in
            } else {
                parts.add(edged(step, parts.remove(parts.size() - 1), axis, null, List.of(step.tensor(k))));
            }
        }
        if (parts.size() == 1) {
            step.put(0, parts.get(0).node(), target);
            return;
        }
        Concat.Along along = target.rows().contains(axis)
                ? Concat.Along.HEIGHT
                : target.columns().contains(axis) ? Concat.Along.WIDTH : Concat.Along.CHANNELS;
        step.put(
                0,
                step.add(
                        new Concat(along, along == Concat.Along.CHANNELS ? blocks(target, axis) : 1),
                        parts.toArray(new PlacedTensor[0])),
                target);
    }

    /** Channels of the axes in front of the one that is joined. */
    private static int blocks(AxisLayout layout, int axis) {
        return layout.channelAxes().stream()
                .filter(each -> each < axis)
                .mapToInt(layout.dims()::at)
                .reduce(1, (a, b) -> a * b);
    }

    private static List<ConstantTensor> joined(@Nullable List<ConstantTensor> before, ConstantTensor next) {
        List<ConstantTensor> all = new ArrayList<>(before == null ? List.of() : before);
        all.add(next);
        return all;
    }

    /** Constants joined to a map lie there from the start, like padding. */
    private static PlacedTensor edged(
            LoweringContext step,
            PlacedTensor part,
            int axis,
            @Nullable List<ConstantTensor> before,
            @Nullable List<ConstantTensor> after) {
        if (before == null && after == null) {
            return part;
        }
        AxisLayout layout = part.layout();
        int[] front = new int[layout.dims().rank()];
        int[] back = front.clone();
        List<ConstantTensor> constants = before == null ? Objects.requireNonNull(after) : before;
        int size = constants.stream().mapToInt(each -> each.dims().at(axis)).sum();
        (before == null ? back : front)[axis] = size;
        AxisLayout padded = layout.over(layout.dims().with(axis, layout.dims().at(axis) + size));
        int start = before == null ? layout.dims().at(axis) : 0;
        PlacedTensor made = padded(step, part, front, back, given(padded, constants, axis, start));
        return constants.stream().allMatch(each -> each.values() != null)
                ? made
                : step.canvas().opaque(made, step.op().title() + "/constant", "a constant that is not decoded");
    }

    /** A map of the padded size that holds the constants from index {@code start} of the axis on. */
    private static Pad.Given given(AxisLayout padded, List<ConstantTensor> constants, int axis, int start) {
        return new Pad.Given(HeldWeights.tensor(padded.dims(), () -> {
            float[] plain = new float[padded.dims().count()];
            int inner = padded.dims().count(axis + 1, padded.dims().rank());
            int run = inner * padded.dims().at(axis);
            int at = start;
            for (ConstantTensor constant : constants) {
                float[] values = constant.values() == null
                        ? new float[0]
                        : constant.values().floats();
                int own = inner * constant.dims().at(axis);
                for (int i = 0; i < values.length; i++) {
                    plain[i / own * run + at * inner + i % own] = values[i];
                }
                at += constant.dims().at(axis);
            }
            int[] from = AxisLayout.plain(padded.dims()).read(padded).indices();
            float[] stored = new float[plain.length];
            for (int i = 0; i < stored.length; i++) {
                stored[i] = plain[from[i]];
            }
            return stored;
        }));
    }

    /** The roles of the operands; the axis they are joined along must be rows or columns by itself, or channels. */
    private static AxisLayout joined(List<PlacedTensor> operands, Dims out, int axis) {
        AxisLayout like = Operands.joint(operands, out);
        boolean unit =
                operands.stream().allMatch(operand -> operand.layout().dims().at(axis) == 1);
        // Vectors stacked in front of their channels make a sequence.
        boolean position = unit ? like.channelAxes().stream().anyMatch(c -> c > axis) : like.isPosition(axis);
        AxisLayout roles = position == like.isPosition(axis)
                ? like
                : AxisLayout.where(out, each -> each == axis ? position : like.isPosition(each));
        if (roles.rows().size() < 2
                || !roles.rows().contains(axis)
                || roles.rows().get(0) == axis) {
            return roles;
        }
        // One of several axes of rows: read as channels.
        return AxisLayout.where(out, each -> each != axis && roles.isPosition(each));
    }

    private static void pad(LoweringContext step) {
        Dims in = step.dims(0);
        PaddedAxes padding = PaddedAxes.of(step.site());
        SlicedAxes cut = SlicedAxes.whole(in);
        int[] before = padding.before().clone();
        int[] after = padding.after().clone();
        for (int axis = 0; axis < in.rank(); axis++) {
            cut.start()[axis] = Math.max(0, -before[axis]);
            cut.count()[axis] = in.at(axis) + Math.min(0, before[axis]) + Math.min(0, after[axis]);
            before[axis] = Math.max(0, before[axis]);
            after[axis] = Math.max(0, after[axis]);
        }
        PlacedTensor part = TensorSlice.of(step, step.in(0), cut);
        Border border = border(step, padding.mode());
        for (int[] axes = misplaced(part.layout(), before, after, border);
                axes.length > 0;
                axes = misplaced(part.layout(), before, after, border)) {
            // Along two of these axes at a time, as rows and columns; the others stay as they are meanwhile.
            int[] now = Arrays.copyOf(axes, Math.min(2, axes.length));
            int[] front = only(before, now);
            int[] back = only(after, now);
            AxisLayout turned = AxisLayout.of(part.layout().dims(), now);
            PlacedTensor seen = step.canvas().as(part, turned, step.op().title());
            part = padded(step, seen, front, back, border);
            for (int axis : now) {
                before[axis] = 0;
                after[axis] = 0;
            }
        }
        step.put(0, padded(step, part, before, after, border));
    }

    /** Axes that are padded and are neither the rows nor the columns, unless constants before or behind the channels do. */
    private static int[] misplaced(AxisLayout layout, int[] before, int[] after, Border border) {
        int[] padded = IntStream.range(0, before.length)
                .filter(axis -> before[axis] + after[axis] > 0 && !isEdge(layout, axis))
                .toArray();
        boolean channels =
                border instanceof Filled && Arrays.stream(padded).allMatch(axis -> isFirstChannel(layout, axis));
        return channels ? new int[0] : padded;
    }

    private static int[] only(int[] sizes, int... axes) {
        int[] kept = new int[sizes.length];
        for (int axis : axes) {
            kept[axis] = sizes[axis];
        }
        return kept;
    }

    private static boolean isEdge(AxisLayout layout, int axis) {
        return layout.rows().equals(List.of(axis)) || layout.columns().equals(List.of(axis));
    }

    /** Whether channels put beside this axis stand beside all of them. */
    private static boolean isFirstChannel(AxisLayout layout, int axis) {
        return !layout.isPosition(axis) && layout.channelAxes().stream().allMatch(channel -> channel >= axis);
    }

    private static Border border(LoweringContext step, String mode) {
        double value = step.attributes().real("value", step.scalar(2, 0));
        return switch (mode) {
            case "reflect" -> Mirrored.REFLECT;
            case "edge" -> Mirrored.EDGE;
            case "wrap" -> Mirrored.WRAP;
            default -> new Filled((float) value);
        };
    }

    private static PlacedTensor padded(
            LoweringContext step, PlacedTensor part, int[] before, int[] after, Border border) {
        AxisLayout layout = part.layout();
        int[] sizes = layout.dims().toArray();
        boolean any = false;
        int fronts = 0;
        int backs = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            boolean added = before[axis] > 0 || after[axis] > 0;
            boolean channels = isFirstChannel(layout, axis);
            if (added && !channels && !isEdge(layout, axis)) {
                throw new Unplaceable(step.type() + " that adds constant channels");
            }
            if (added && channels) {
                int inner = layout.channels() / sizes[axis];
                fronts += before[axis] * inner;
                backs += after[axis] * inner;
            }
            any |= added;
            sizes[axis] += before[axis] + after[axis];
        }
        if (!any) {
            return part;
        }
        Pad pad = new Pad(
                sum(before, layout.rows()),
                sum(before, layout.columns()),
                sum(after, layout.rows()),
                sum(after, layout.columns()),
                border,
                fronts,
                backs);
        return new PlacedTensor(step.addPart("pad", pad, part), layout.over(Dims.of(sizes)));
    }

    private static int sum(int[] edges, List<Integer> axes) {
        return axes.stream().mapToInt(axis -> edges[axis]).sum();
    }
}
