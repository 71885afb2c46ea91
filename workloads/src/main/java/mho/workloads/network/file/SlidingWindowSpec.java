package mho.workloads.network.file;

import java.util.List;
import mho.core.yaml.Binder;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.Range;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;
import mho.workloads.network.Kernel;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/** A sliding window as it stands in a file. */
record SlidingWindowSpec(
        @Doc("extent: one number, or [height, width]") List<Integer> kernel,
        @Doc("step: one number, or [height, width]; 1, and for a pool its kernel, if absent") @Nullable
                List<Integer> stride,
        @Doc("padding: one number, [height, width], [top, left, bottom, right], or same") @Default("0") YamlNode pad,
        @Doc("distance of taps: one number, or [height, width]") @Default("[1]") List<Integer> dilation) {

    private record Padding(@Range(min = 0) List<Integer> pad) {}

    Kernel over(Shape input, List<Integer> absentStride, NetworkAssembly assembly) {
        int[] extent = pair(kernel, "kernel", assembly);
        int[] step = pair(stride == null ? absentStride : stride, "stride", assembly);
        int[] reach = pair(dilation, "dilation", assembly);
        Kernel bare = new Kernel(extent[0], extent[1], step[0], step[1], 0, 0, 0, 0, reach[0], reach[1]);
        if (isSame(pad)) {
            return bare.same(input, true);
        }
        int[] sides = sides(pad, assembly);
        return new Kernel(
                extent[0], extent[1], step[0], step[1], sides[0], sides[1], sides[2], sides[3], reach[0], reach[1]);
    }

    private static boolean isSame(YamlNode pad) {
        YamlNode value = pad instanceof ListNode list && list.items().size() == 1
                ? list.items().get(0)
                : pad;
        return value instanceof ScalarNode scalar && scalar.text().equals("same");
    }

    /** Top, left, bottom, right. */
    static int[] sides(YamlNode pad, NetworkAssembly assembly) {
        MapNode wrapped = MapNode.empty(pad.mark()).put("pad", LayerEntries.list(pad));
        List<Integer> sides =
                Binder.bind(wrapped, Padding.class, assembly.path()).pad();
        return switch (sides.size()) {
            case 1 -> new int[] {sides.get(0), sides.get(0), sides.get(0), sides.get(0)};
            case 2 -> new int[] {sides.get(0), sides.get(1), sides.get(0), sides.get(1)};
            case 4 -> new int[] {sides.get(0), sides.get(1), sides.get(2), sides.get(3)};
            default -> throw assembly.refusal(
                    "pad",
                    "expected one number, [height, width] or [top, left, bottom, right], found " + sides.size()
                            + " numbers");
        };
    }

    /** Height and width. */
    static int[] pair(List<Integer> values, String key, NetworkAssembly assembly) {
        return switch (values.size()) {
            case 1 -> new int[] {values.get(0), values.get(0)};
            case 2 -> new int[] {values.get(0), values.get(1)};
            default -> throw assembly.refusal(
                    key, "expected one number or [height, width], found " + values.size() + " numbers");
        };
    }
}
