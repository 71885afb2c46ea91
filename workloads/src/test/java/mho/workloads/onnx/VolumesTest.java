package mho.workloads.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.ReceptiveField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows that slide over depth, height and width. */
final class VolumesTest {
    private static Node only(Network network, String kind) {
        return network.nodes().stream()
                .filter(node -> node.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_convolution_over_three_axes_counts_every_tap_of_every_window() {
        Onnx model = Onnx.model()
                .input("x", 1, 3, 4, 8, 6)
                .weights("k", 5, 3, 3, 2, 4)
                .weights("b", 5)
                .node("Conv", "x k b", "y", Onnx.ints("pads", 1, 0, 1, 1, 1, 2))
                .output("y");
        Node conv = only(model.network(), "conv");

        assertThat(conv.field(0).windows()).isEqualTo(4 * 8 * 6);
        assertThat(java.util.Objects.requireNonNull(conv.matrix()).rows()).isEqualTo(3 * 3 * 2 * 4);
        assertThat(model.network().macs()).isEqualTo(4L * 8 * 6 * 72 * 5);
    }

    @ParameterizedTest
    @CsvSource({
        "4 4 6 5, 4 4 3 3 3, 1, 1 1 1, 1 1 1, 1 1 1 1 1 1",
        "4 5 7 6, 6 4 2 3 1, 1, 2 1 3, 1 1 1, 0 1 0 1 0 2",
        "4 6 7 8, 6 2 2 2 3, 2, 1 2 1, 2 3 1, 1 0 2 0 1 1",
        "4 5 5 5, 4 1 3 3 3, 4, 2 2 2, 1 1 1, 1 1 1 1 1 1",
        "3 1 5 6, 2 3 1 3 3, 1, 1 1 1, 1 1 1, 0 1 1 0 1 1",
        "3 4 5 1, 2 3 3 3 1, 1, 1 1 1, 1 1 1, 1 1 0 1 1 0",
        "2 3 1 1, 5 2 3 1 1, 1, 1 1 1, 1 1 1, 1 0 0 1 0 0",
    })
    void convolutions_over_volumes_agree_with_onnx_runtime(
            String input, String kernel, int groups, String strides, String dilations, String pads) {
        Onnx model = volume(input)
                .weights("k", longs(kernel))
                .node(
                        "Conv",
                        "x k",
                        "c",
                        Onnx.integer("group", groups),
                        Onnx.ints("strides", longs(strides)),
                        Onnx.ints("dilations", longs(dilations)),
                        Onnx.ints("pads", longs(pads)))
                .node("Relu", "c", "y")
                .output("y");

        Oracle.check(model.proto().build(), Map.of(), 1, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "MaxPool, 2 2 2, 2 2 2, 0 0 0 0 0 0, 0, 0",
        "MaxPool, 3 2 3, 2 1 2, 1 0 1 1 1 1, 1, 0",
        "AveragePool, 3 3 2, 2 2 1, 1 1 0 1 1 1, 0, 0",
        "AveragePool, 3 3 2, 2 2 1, 1 1 0 1 1 1, 0, 1",
        "AveragePool, 3 2 3, 2 2 2, 0 0 0 0 0 0, 1, 0",
    })
    void pools_over_volumes_agree_with_onnx_runtime(
            String kind, String kernel, String strides, String pads, int ceil, int counted) {
        Onnx model = volume("3 6 7 8");
        if (counted == 1) {
            model.node(
                    "AveragePool",
                    "x",
                    "p",
                    shape(kernel),
                    Onnx.ints("strides", longs(strides)),
                    Onnx.ints("pads", longs(pads)),
                    Onnx.integer("count_include_pad", 1));
        } else {
            model.node(
                    kind,
                    "x",
                    "p",
                    shape(kernel),
                    Onnx.ints("strides", longs(strides)),
                    Onnx.ints("pads", longs(pads)),
                    Onnx.integer("ceil_mode", ceil));
        }
        model.weights("k", 2, 3, 1, 1, 1).node("Conv", "p k", "y").output("y");

        Oracle.check(model.proto().build(), Map.of(), 1, 1);
    }

    @Test
    void a_classifier_of_volumes_agrees_with_onnx_runtime() {
        Onnx model = volume("2 4 6 6")
                .weights("k", 4, 2, 3, 3, 3)
                .weights("b", 4)
                .weights("m", 4, 4, 3, 3, 3)
                .weights("w", 4, 3)
                .node("Conv", "x k b", "c", Onnx.ints("pads", 1, 1, 1, 1, 1, 1))
                .node("Relu", "c", "r")
                .node("MaxPool", "r", "p", shape("2 2 2"), Onnx.ints("strides", 2, 2, 2))
                .node("Conv", "p m", "d", Onnx.ints("pads", 1, 1, 1, 1, 1, 1))
                .node("Add", "p d", "a")
                .node("GlobalAveragePool", "a", "g")
                .node("Flatten", "g", "f")
                .node("MatMul", "f w", "y")
                .output("y");

        assertThat(model.network().macs()).isEqualTo(144L * 54 * 4 + 18L * 108 * 4 + 12);
        Oracle.check(model.proto().build(), Map.of(), 1, 1);
    }

    @Test
    void a_flattened_volume_agrees_with_onnx_runtime() {
        Onnx model = volume("2 3 4 5")
                .weights("k", 3, 2, 2, 2, 2)
                .weights("w", 3 * 2 * 3 * 4, 4)
                .node("Conv", "x k", "c")
                .node("Flatten", "c", "f")
                .node("MatMul", "f w", "y")
                .output("y");

        Oracle.check(model.proto().build(), Map.of(), 1, 1);
    }

    /** Every position between the first and the last that is needed, straight from the definition. */
    @Test
    void a_window_needs_the_positions_of_its_taps() {
        Onnx model = volume("1 4 5 3")
                .weights("k", 2, 1, 2, 3, 2)
                .node("Conv", "x k", "y", Onnx.ints("strides", 2, 1, 1), Onnx.ints("pads", 1, 1, 0, 1, 1, 0))
                .output("y");
        ReceptiveField field = only(model.network(), "conv").field(0);

        assertThat(field.windows()).isEqualTo(3 * 5 * 2);
        for (int w = 0; w < field.windows(); w++) {
            TreeSet<Integer> met = new TreeSet<>();
            for (int tap = 0; tap < 12; tap++) {
                int d = w / 10 * 2 - 1 + tap / 6;
                int h = w / 2 % 5 - 1 + tap / 2 % 3;
                int x = w % 2 + tap % 2;
                if (d >= 0 && d < 4 && h >= 0 && h < 5) {
                    met.add((d * 5 + h) * 3 + x);
                }
            }
            assertThat(List.of(field.firstNeeded(w), field.lastNeeded(w), field.neededTaps(w)))
                    .as("window %d", w)
                    .containsExactly(met.first(), met.last(), met.size());
        }
    }

    @Test
    void windows_over_more_axes_and_transposed_ones_over_three_are_refused_by_name() {
        Onnx four = Onnx.model()
                .input("x", 1, 1, 2, 2, 2, 2)
                .weights("k", 1, 1, 1, 1, 1, 1)
                .node("Conv", "x k", "y")
                .output("y");
        Onnx transposed = volume("2 3 4 5")
                .weights("k", 2, 1, 2, 2, 2)
                .node("ConvTranspose", "x k", "y")
                .output("y");

        assertThatThrownBy(four::network).hasMessageContaining("Conv over 4 axes");
        assertThatThrownBy(transposed::network).hasMessageContaining("ConvTranspose over 3 axes");
    }

    private static Onnx volume(String sizes) {
        return Onnx.model()
                .input(
                        "x",
                        java.util.Arrays.stream(longs("1 " + sizes))
                                .mapToObj(Math::toIntExact)
                                .toArray());
    }

    private static ai.onnx.proto.OnnxMl.AttributeProto shape(String kernel) {
        return Onnx.ints("kernel_shape", longs(kernel));
    }

    private static long[] longs(String text) {
        return java.util.Arrays.stream(text.split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
