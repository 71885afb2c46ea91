package mho.workloads.network.file;

import java.util.List;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.YamlNode;
import mho.workloads.network.Concat.Along;
import mho.workloads.network.Pad;
import mho.workloads.network.Resize;
import mho.workloads.network.Resize.Interpolation;
import mho.workloads.network.Shape;
import mho.workloads.network.Slice;
import mho.workloads.network.View;
import org.jspecify.annotations.Nullable;

/** Layers that lay the same values out otherwise. */
sealed interface ViewSpec extends LayerSpec {
    @Kind("flatten")
    record Flat(@Inline LayerPlace place) implements ViewSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            assembly.add("flatten", place, View.flatten(assembly.inputShape(place)));
        }
    }

    @Kind("reshape")
    record Reshape(@Inline LayerPlace place, @Doc("[channels, height, width]") List<Integer> to) implements ViewSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            expect(3, to, "to", "[channels, height, width]", assembly);
            Shape shape = assembly.shape(to, "to");
            assembly.add("reshape", place, View.reshape(assembly.inputShape(place), shape));
        }
    }

    @Kind("transpose")
    record Transpose(@Inline LayerPlace place, @Doc("as in [channels, width, height]") List<Along> order)
            implements ViewSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            expect(3, order, "order", "[channels, height, width] in any order", assembly);
            if (order.stream().distinct().count() != 3) {
                throw assembly.refusal("order", "names an extent twice");
            }
            assembly.add("transpose", place, View.transpose(assembly.inputShape(place), order));
        }
    }

    @Kind("slice")
    record Part(
            @Inline LayerPlace place,
            @Doc("[from, to), all if absent") @Nullable @Range(min = 0) List<Integer> channels,
            @Doc("[from, to), all if absent") @Nullable @Range(min = 0) List<Integer> rows,
            @Doc("[from, to), all if absent") @Nullable @Range(min = 0) List<Integer> columns)
            implements ViewSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            Shape in = assembly.inputShape(place);
            int[] c = span(channels, in.channels(), "channels", assembly);
            int[] y = span(rows, in.height(), "rows", assembly);
            int[] x = span(columns, in.width(), "columns", assembly);
            assembly.add("slice", place, new Slice(c[0], c[1], y[0], x[0], y[1], x[1], 1, 1));
        }

        private static int[] span(@Nullable List<Integer> span, int extent, String key, NetworkAssembly assembly) {
            if (span == null) {
                return new int[] {0, extent};
            }
            expect(2, span, key, "[from, to]", assembly);
            if (span.get(1) <= span.get(0)) {
                throw assembly.refusal(key, "expected [from, to] with from below to, found " + span);
            }
            return new int[] {span.get(0), span.get(1) - span.get(0)};
        }
    }

    @Kind("pad")
    record Border(
            @Inline LayerPlace place, @Doc("one number, [height, width] or [top, left, bottom, right]") YamlNode pad)
            implements ViewSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            int[] sides = SlidingWindowSpec.sides(pad, assembly);
            assembly.add("pad", place, new Pad(sides[0], sides[1], sides[2], sides[3]));
        }
    }

    @Kind("resize")
    record Scaled(
            @Inline LayerPlace place,
            @Doc("how many times larger: one number, or [height, width]") List<Integer> scale,
            @Doc("what stands between the values") @Default("nearest") Interpolation mode)
            implements ViewSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            int[] times = SlidingWindowSpec.pair(scale, "scale", assembly);
            Shape in = assembly.inputShape(place);
            int height = Math.multiplyExact(in.height(), times[0]);
            int width = Math.multiplyExact(in.width(), times[1]);
            assembly.add("resize", place, new Resize(height, width, mode));
        }
    }

    private static void expect(int count, List<?> values, String key, String form, NetworkAssembly assembly) {
        if (values.size() != count) {
            throw assembly.refusal(key, "expected " + form + ", found " + values.size() + " values");
        }
    }
}
