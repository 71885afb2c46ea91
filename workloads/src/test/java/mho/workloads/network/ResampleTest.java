package mho.workloads.network;

import static mho.workloads.network.Seeds.between;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import mho.workloads.network.Resize.Interpolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers whose output can be larger than their input, against what they mean. */
class ResampleTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("mho.workloads.network.Seeds#many")
    void aTransposedConvolutionNeedsTheInputsThatScatterOntoTheOutput(long seed) {
        Random random = new Random(seed);
        Shape in = Shape.sequence(1, between(random, 1, 7));
        int span = between(random, 1, 5);
        int stride = between(random, 1, 4);
        int dilation = between(random, 1, 3);
        int pad = between(random, 0, 2);
        Kernel kernel = new Kernel(1, span, 1, stride, 0, pad, 0, pad, 1, dilation);
        int outputPad = between(random, 0, stride - 1);
        int width = (in.width() - 1) * stride + (span - 1) * dilation + 1 + outputPad - 2 * pad;
        if (width < 1) {
            return;
        }
        TransposedConv layer = new TransposedConv(kernel, 0, outputPad, 1, 1, false);
        Shape out = layer.outputOf(List.of(in));
        assertThat(out.width()).isEqualTo(width);
        ReceptiveField field = layer.field(0, List.of(in), out);
        for (int w = 0; w < width; w++) {
            TreeSet<Integer> sources = new TreeSet<>();
            for (int i = 0; i < in.width(); i++) {
                for (int k = 0; k < span; k++) {
                    if (i * stride + k * dilation - pad == w) {
                        sources.add(i);
                    }
                }
            }
            assertNeeds(field, w, sources);
        }
    }

    @Test
    void aTransposedConvolutionMultipliesEveryInputByEveryTapOnce() {
        // Count by scattering: 6 x 5 inputs, 3 x 3 taps, 8 channels to 4 in 2 groups.
        Network network = single(new Shape(8, 6, 5), new TransposedConv(Kernel.square(3, 2, 1), 1, 1, 4, 2, true));
        Node node = network.node(1);
        assertThat(node.output()).isEqualTo(new Shape(4, 12, 10));
        assertThat(node.macs()).isEqualTo(6 * 5 * 9 * (8 / 2) * 4);
        assertThat(node.weights()).isEqualTo(9 * (8 / 2) * 4);
        assertThat(node.parameters()).isEqualTo(node.weights() + 4);
    }

    @Test
    void withoutPaddingTheRowsDrivenOnRealInputMakeUpTheMacsExactly() {
        Network network = single(new Shape(3, 5, 4), new TransposedConv(Kernel.square(2, 2, 0), 0, 0, 7, 1, false));
        Node node = network.node(1);
        long driven = IntStream.range(0, node.windows())
                .mapToLong(w -> (long) node.field(0).neededTaps(w) * node.inputChannels(0) * 7)
                .sum();
        assertThat(driven).isEqualTo(node.macs());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("mho.workloads.network.Seeds#many")
    void nearestTakesTheInputAtOrBelow(long seed) {
        Random random = new Random(seed);
        int in = between(random, 1, 12);
        int out = between(random, 1, 30);
        ReceptiveField field = resized(in, out, Interpolation.NEAREST);
        for (int w = 0; w < out; w++) {
            assertNeeds(field, w, new TreeSet<>(List.of(w * in / out)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("mho.workloads.network.Seeds#many")
    void linearTakesTheInputsOnBothSides(long seed) {
        Random random = new Random(seed);
        int in = between(random, 1, 12);
        int out = between(random, 1, 30);
        ReceptiveField field = resized(in, out, Interpolation.LINEAR);
        for (int w = 0; w < out; w++) {
            int below = Math.floorDiv((2 * w + 1) * in - out, 2 * out); // floor((w + 1/2) in / out - 1/2)
            TreeSet<Integer> around = new TreeSet<>(List.of(below, below + 1));
            around.removeIf(i -> i < 0 || i >= in);
            assertNeeds(field, w, in == out ? new TreeSet<>(List.of(w)) : around);
        }
    }

    @Test
    void nearestMovesDataAndLinearMultiplies() {
        Shape in = new Shape(3, 4, 4);
        assertThat(single(in, new Resize(8, 8, Interpolation.NEAREST)).node(1).movesData())
                .isTrue();
        assertThat(single(in, new Resize(8, 8, Interpolation.LINEAR))
                        .node(1)
                        .work()
                        .byUnit())
                .isEqualTo(new DigitalWork.ByUnit(0, 12, 0, 0));
        assertThat(single(in, new Resize(8, 4, Interpolation.LINEAR))
                        .node(1)
                        .work()
                        .byUnit())
                .isEqualTo(new DigitalWork.ByUnit(0, 6, 0, 0));
    }

    private static ReceptiveField resized(int in, int out, Interpolation interpolation) {
        return single(Shape.sequence(1, in), new Resize(1, out, interpolation))
                .node(1)
                .field(0);
    }

    private static Network single(Shape in, Layer layer) {
        NetworkBuilder builder = Network.builder("test", "", "");
        builder.add("layer", layer, builder.input("input", in));
        return builder.build();
    }

    private static void assertNeeds(ReceptiveField field, int window, TreeSet<Integer> expected) {
        assertThat(field.firstNeeded(window)).isEqualTo(expected.isEmpty() ? -1 : expected.first());
        assertThat(field.lastNeeded(window)).isEqualTo(expected.isEmpty() ? -1 : expected.last());
        assertThat(field.neededTaps(window)).isEqualTo(expected.size());
    }
}
