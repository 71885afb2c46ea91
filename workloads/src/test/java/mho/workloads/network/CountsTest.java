package mho.workloads.network;

import static mho.workloads.network.Seeds.between;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Random;
import java.util.stream.Stream;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.Recurrent.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CountsTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("mho.workloads.network.Seeds#many")
    void aConvolutionCountsWhatItsLoopsMultiply(long seed) {
        Random random = new Random(seed);
        int groups = between(random, 1, 3);
        Shape in = new Shape(groups * between(random, 1, 3), between(random, 1, 8), between(random, 1, 8));
        int out = groups * between(random, 1, 3);
        Kernel kernel = ReceptiveFieldTest.fitting(random, in);
        Node node = OneLayerNetworks.node(new Conv(kernel, out, groups, true), in);

        boolean[] used = new boolean[(int) node.weights()];
        long products = 0;
        for (int y = 0; y < node.output().height(); y++) {
            for (int x = 0; x < node.output().width(); x++) {
                for (int o = 0; o < out; o++) {
                    for (int c = 0; c < in.channels() / groups; c++) {
                        for (int k = 0; k < kernel.taps(); k++) {
                            used[(o * (in.channels() / groups) + c) * kernel.taps() + k] = true;
                            products++;
                        }
                    }
                }
            }
        }
        String what = "%s over %s".formatted(node.layer(), in);
        assertThat(node.macs()).as(what).isEqualTo(products);
        assertThat(node.ops()).as(what).isEqualTo(2 * products);
        assertThat(used).as("every weight of %s is used", what).doesNotContain(false);
        assertThat(node.parameters()).as(what).isEqualTo(node.weights() + out);
    }

    @Test
    void theStrideDividesTheOperations() {
        // Counting without the stride is a known slip: it made ResNet-18's 3.63 GOP 5.49.
        Shape in = new Shape(64, 56, 56);
        long dense = OneLayerNetworks.node(new Conv(Kernel.square(3, 1, 1), 128, 1, false), in)
                .macs();
        long strided = OneLayerNetworks.node(new Conv(Kernel.square(3, 2, 1), 128, 1, false), in)
                .macs();
        assertThat(dense).isEqualTo(4 * strided).isEqualTo(56L * 56 * 9 * 64 * 128);
    }

    @Test
    void aDepthwiseConvolutionIsOneColumnPerChannel() {
        Node node = OneLayerNetworks.node(new Conv(Kernel.square(3, 1, 1), 32, 32, false), new Shape(32, 7, 7));
        assertThat(node.matrix()).isEqualTo(new Matrix(32, 9, 1, 1, false));
        assertThat(node.macs()).isEqualTo(49 * 32 * 9);
        assertThat(node.inputChannels(0)).isEqualTo(32);
    }

    @Test
    void privateKernelsAreHeldOncePerWindowAndMultipliedOnceEach() {
        Node node =
                OneLayerNetworks.node(new LocallyConnected(Kernel.square(5, 1, 0), 16, true), new Shape(16, 25, 25));
        assertThat(node.matrix()).isEqualTo(new Matrix(1, 400, 16, 441, true));
        assertThat(node.weights()).isEqualTo(2_822_400);
        assertThat(node.macs()).isEqualTo(2_822_400);
        assertThat(node.parameters()).isEqualTo(2_822_400 + 441 * 16);
    }

    @Test
    void aDenseLayerReadsAMapFlattenedOrPositionByPosition() {
        Shape in = new Shape(4, 3, 5);
        Node flat = OneLayerNetworks.node(new Dense(7, true, false), in);
        assertThat(flat.output()).isEqualTo(Shape.vector(7));
        assertThat(flat.matrix()).isEqualTo(new Matrix(1, 60, 7, 1, true));
        assertThat(flat.field(0).neededTaps(0) * flat.inputChannels(0)).isEqualTo(60);
        assertThat(flat.macs()).isEqualTo(420);

        Node each = OneLayerNetworks.node(new Dense(7, true, true), in);
        assertThat(each.output()).isEqualTo(new Shape(7, 3, 5));
        assertThat(each.matrix()).isEqualTo(new Matrix(1, 4, 7, 1, true));
        assertThat(each.macs()).isEqualTo(15 * 28);
    }

    @Test
    void recurrentCellsAreOneMatrixOverInputAndState() {
        Shape in = Shape.sequence(96, 20);
        Node lstm = OneLayerNetworks.node(new Recurrent(Cell.LSTM, 48, true), in);
        assertThat(lstm.recurrent()).isTrue();
        assertThat(lstm.windows()).isEqualTo(20);
        assertThat(lstm.output()).isEqualTo(Shape.sequence(48, 20));
        assertThat(lstm.matrix()).isEqualTo(new Matrix(1, 144, 192, 1, true));
        assertThat(lstm.macs()).isEqualTo(20 * 144 * 192);
        assertThat(OneLayerNetworks.node(new Recurrent(Cell.GRU, 48, false), in).matrix())
                .isEqualTo(new Matrix(1, 144, 144, 1, false));
        assertThat(OneLayerNetworks.node(new Recurrent(Cell.RNN, 48, false), in).matrix())
                .isEqualTo(new Matrix(1, 144, 48, 1, false));
    }

    @Test
    void attentionIsCountedAsMacsButSitsInNoArray() {
        // 12 heads of 32 over 50 tokens.
        Shape tokens = Shape.sequence(384, 50);
        Node scores = OneLayerNetworks.node(new MatMul(12, true), tokens, tokens);
        assertThat(scores.output()).isEqualTo(Shape.sequence(12 * 50, 50));
        assertThat(scores.matrix()).isNull();
        assertThat(scores.weights()).isZero();
        assertThat(scores.macs()).isEqualTo(12L * 50 * 32 * 50);
        assertThat(scores.work()).isEqualTo(new DigitalWork(0, 12 * 32 * 50, 0, 0));
        assertThat(scores.field(1).lastNeeded(0)).isEqualTo(49);

        Node mixed = OneLayerNetworks.node(new MatMul(12, false), scores.output(), tokens);
        assertThat(mixed.output()).isEqualTo(tokens);
        assertThat(mixed.macs()).isEqualTo(12L * 50 * 50 * 32);
    }

    @Test
    void anEmbeddingReadsItsTableAndMultipliesNothing() {
        Node node = OneLayerNetworks.node(new Embedding(10_000, 512), Shape.sequence(1, 35));
        assertThat(node.output()).isEqualTo(Shape.sequence(512, 35));
        assertThat(node.parameters()).isEqualTo(5_120_000);
        assertThat(node.weights()).isZero();
        assertThat(node.macs()).isZero();
        assertThat(node.tableValues()).isEqualTo(512);
        assertThat(node.movesData()).isTrue();
    }

    static Stream<Arguments> digitalWork() {
        Shape map = new Shape(10, 6, 6);
        Shape vector = Shape.vector(8);
        return Stream.of(
                arguments(new Pool(Reduction.MAX, Kernel.square(3, 2, 0), false), map, new DigitalWork(0, 0, 80, 0)),
                arguments(
                        new Pool(Reduction.AVERAGE, Kernel.square(2, 2, 0), false), map, new DigitalWork(30, 10, 0, 0)),
                arguments(Pool.global(Reduction.AVERAGE, map), map, new DigitalWork(350, 10, 0, 0)),
                arguments(new Pool(Reduction.SUM, Kernel.square(2, 2, 0), false), map, new DigitalWork(30, 0, 0, 0)),
                arguments(new Pool(Reduction.L2, Kernel.square(2, 2, 0), false), map, new DigitalWork(0, 40, 0, 10)),
                arguments(new Reduce(Reduction.AVERAGE), map, new DigitalWork(9, 1, 0, 0)),
                arguments(new Reduce(Reduction.MIN), map, new DigitalWork(0, 0, 9, 0)),
                arguments(new BatchNorm(), map, new DigitalWork(0, 10, 0, 0)),
                arguments(new LayerNorm(), vector, new DigitalWork(15, 26, 0, 1)),
                arguments(new Softmax(1), vector, new DigitalWork(15, 8, 7, 9)),
                arguments(new Softmax(2), vector, new DigitalWork(14, 8, 6, 10)),
                arguments(new Softmax(1, 1, true), vector, new DigitalWork(23, 0, 7, 9)),
                arguments(new ActivationLayer(Activation.GELU), map, new DigitalWork(0, 0, 0, 10)),
                arguments(new Recurrent(Cell.LSTM, 5, true), vector, new DigitalWork(0, 15, 0, 25)),
                arguments(new Recurrent(Cell.GRU, 5, true), vector, new DigitalWork(5, 10, 0, 15)),
                arguments(new Recurrent(Cell.RNN, 5, true), vector, new DigitalWork(0, 0, 0, 5)),
                arguments(new Elementwise(Operator.ADD), vector, new DigitalWork(8, 0, 0, 0)),
                arguments(new Elementwise(Operator.DIVIDE), vector, new DigitalWork(0, 8, 0, 8)),
                arguments(new Conv(Kernel.point(), 3, 1, true), map, DigitalWork.NONE));
    }

    @ParameterizedTest
    @MethodSource
    void digitalWork(Layer layer, Shape in, DigitalWork perWindow) {
        assertThat(OneLayerNetworks.node(layer, in).work()).isEqualTo(perWindow);
    }

    @Test
    void residualAddsCostAnAddPerValueAndFurtherBranch() {
        Shape map = new Shape(64, 8, 8);
        Elementwise add = new Elementwise(Operator.ADD);
        assertThat(OneLayerNetworks.node(add, map, map).work()).isEqualTo(new DigitalWork(64, 0, 0, 0));
        assertThat(OneLayerNetworks.node(add, map, map, map).work()).isEqualTo(new DigitalWork(128, 0, 0, 0));
    }

    @Test
    void aGateStretchesOverItsMap() {
        Shape map = new Shape(64, 8, 8);
        Node node = OneLayerNetworks.node(new Elementwise(Operator.MULTIPLY), map, Shape.vector(64));
        assertThat(node.output()).isEqualTo(map);
        assertThat(node.work()).isEqualTo(new DigitalWork(0, 64, 0, 0));
        assertThat(node.field(1).lastNeeded(63)).isZero();
        assertThat(node.field(0).lastNeeded(63)).isEqualTo(63);
    }

    @Test
    void aFusedActivationIsEvaluatedOncePerOutputValue() {
        NetworkBuilder builder = Network.builder("small", "", "");
        int in = builder.input("input", new Shape(3, 4, 4));
        Conv conv = new Conv(Kernel.square(3, 1, 1), 6, 1, true);
        builder.add("conv", conv, java.util.List.of(in), Activation.RELU, 2, null);
        assertThat(builder.build().node(1).work()).isEqualTo(new DigitalWork(0, 0, 0, 6));
    }

    @Test
    void concatenationNeedsEachInputWhereItLies() {
        Concat wide = new Concat(Concat.Along.WIDTH);
        Node node = OneLayerNetworks.node(wide, new Shape(2, 1, 3), new Shape(2, 1, 2));
        assertThat(node.output()).isEqualTo(new Shape(2, 1, 5));
        assertThat(node.field(0).lastNeeded()).containsExactly(0, 1, 2, -1, -1);
        assertThat(node.field(1).lastNeeded()).containsExactly(-1, -1, -1, 0, 1);
        assertThat(node.movesData()).isTrue();

        Node deep = OneLayerNetworks.node(new Concat(Concat.Along.CHANNELS), new Shape(2, 2, 2), new Shape(5, 2, 2));
        assertThat(deep.output()).isEqualTo(new Shape(7, 2, 2));
        assertThat(deep.inputChannels(1)).isEqualTo(5);
    }
}
