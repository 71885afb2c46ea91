package mho.workloads.network;

import static mho.workloads.network.Seeds.between;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.Recurrent.Cell;
import mho.workloads.network.Recurrent.Details;
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
        assertThat(scores.work().byUnit()).isEqualTo(new DigitalWork.ByUnit(0, 12 * 32 * 50, 0, 0));
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
                arguments(
                        new Pool(Reduction.MAX, Kernel.square(3, 2, 0), false),
                        map,
                        new DigitalWork.ByUnit(0, 0, 80, 0)),
                arguments(
                        new Pool(Reduction.AVERAGE, Kernel.square(2, 2, 0), false),
                        map,
                        new DigitalWork.ByUnit(30, 10, 0, 0)),
                arguments(Pool.global(Reduction.AVERAGE, map), map, new DigitalWork.ByUnit(350, 10, 0, 0)),
                arguments(
                        new Pool(Reduction.SUM, Kernel.square(2, 2, 0), false),
                        map,
                        new DigitalWork.ByUnit(30, 0, 0, 0)),
                arguments(
                        new Pool(Reduction.L2, Kernel.square(2, 2, 0), false),
                        map,
                        new DigitalWork.ByUnit(0, 40, 0, 10)),
                arguments(new Reduce(Reduction.AVERAGE), map, new DigitalWork.ByUnit(9, 1, 0, 0)),
                arguments(new Reduce(Reduction.MIN), map, new DigitalWork.ByUnit(0, 0, 9, 0)),
                arguments(new BatchNorm(), map, new DigitalWork.ByUnit(0, 10, 0, 0)),
                arguments(new LayerNorm(), vector, new DigitalWork.ByUnit(15, 26, 0, 1)),
                arguments(new Softmax(1), vector, new DigitalWork.ByUnit(15, 8, 7, 9)),
                arguments(new Softmax(2), vector, new DigitalWork.ByUnit(14, 8, 6, 10)),
                arguments(new Softmax(1, 1, true), vector, new DigitalWork.ByUnit(23, 0, 7, 9)),
                arguments(new ActivationLayer(Activation.GELU), map, new DigitalWork.ByUnit(0, 0, 0, 10)),
                arguments(new Recurrent(Cell.LSTM, 5, true), vector, new DigitalWork.ByUnit(0, 15, 0, 25)),
                arguments(new Recurrent(Cell.GRU, 5, true), vector, new DigitalWork.ByUnit(5, 10, 0, 15)),
                arguments(new Recurrent(Cell.RNN, 5, true), vector, new DigitalWork.ByUnit(0, 0, 0, 5)),
                arguments(new Elementwise(Operator.ADD), vector, new DigitalWork.ByUnit(8, 0, 0, 0)),
                arguments(new Elementwise(Operator.DIVIDE), vector, new DigitalWork.ByUnit(0, 8, 0, 8)),
                arguments(new Conv(Kernel.point(), 3, 1, true), map, DigitalWork.NONE.byUnit()));
    }

    @ParameterizedTest
    @MethodSource
    void digitalWork(Layer layer, Shape in, DigitalWork.ByUnit perWindow) {
        assertThat(OneLayerNetworks.node(layer, in).work().byUnit()).isEqualTo(perWindow);
    }

    /** The same work by operation: what a tile with units for single operations has to know. */
    static Stream<Arguments> operations() {
        return Stream.of(
                arguments(new Softmax(2), "add=14 multiply=8 compare=6 exp=8 divide=2"),
                arguments(new Softmax(1, 1, true), "add=23 compare=7 exp=8 log=1"),
                arguments(new LayerNorm(), "add=15 multiply=10 multiply-accumulate=16 square-root=1"),
                arguments(new Recurrent(Cell.LSTM, 5, true), "multiply=10 multiply-accumulate=5 sigmoid=15 tanh=10"),
                arguments(new Recurrent(Cell.GRU, 5, true), "add=5 multiply-accumulate=10 sigmoid=10 tanh=5"),
                arguments(new Recurrent(Cell.RNN, 5, true), "tanh=5"),
                arguments(new Elementwise(Operator.DIVIDE), "multiply=8 divide=8"),
                arguments(new BatchNorm(), "multiply-accumulate=8"),
                arguments(new ActivationLayer(Activation.SQRT), "square-root=8"),
                arguments(new ActivationLayer(Activation.GELU), "function=8"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void digitalWorkIsCountedByOperation(Layer layer, String counts) {
        String counted = OneLayerNetworks.node(layer, Shape.vector(8)).work().counts().entrySet().stream()
                .map(entry -> entry.getKey().label() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        assertThat(counted).isEqualTo(counts);
    }

    /** A reset gate in front of the product multiplies alone, and before the second pass; nothing is done twice or never. */
    @Test
    void whatAnEarlierPassDoesIsPartOfAll() {
        Details usual = Recurrent.usual(Cell.GRU);
        Recurrent before =
                new Recurrent(Cell.GRU, 5, true, new Details(usual.functions(), false, usual.clip(), false, false));
        DigitalWork all = OneLayerNetworks.node(before, Shape.vector(8)).work();
        DigitalWork left = all.minus(before.earlierPasses().get(0));
        assertThat(left)
                .isEqualTo(DigitalWork.of(ScalarOperation.ADD, 5)
                        .and(ScalarOperation.MULTIPLY_ACCUMULATE, 5)
                        .and(ScalarOperation.TANH, 5));
    }

    @Test
    void residualAddsCostAnAddPerValueAndFurtherBranch() {
        Shape map = new Shape(64, 8, 8);
        Elementwise add = new Elementwise(Operator.ADD);
        assertThat(OneLayerNetworks.node(add, map, map).work().byUnit()).isEqualTo(new DigitalWork.ByUnit(64, 0, 0, 0));
        assertThat(OneLayerNetworks.node(add, map, map, map).work().byUnit())
                .isEqualTo(new DigitalWork.ByUnit(128, 0, 0, 0));
    }

    @Test
    void aGateStretchesOverItsMap() {
        Shape map = new Shape(64, 8, 8);
        Node node = OneLayerNetworks.node(new Elementwise(Operator.MULTIPLY), map, Shape.vector(64));
        assertThat(node.output()).isEqualTo(map);
        assertThat(node.work().byUnit()).isEqualTo(new DigitalWork.ByUnit(0, 64, 0, 0));
        assertThat(node.field(1).lastNeeded(63)).isZero();
        assertThat(node.field(0).lastNeeded(63)).isEqualTo(63);
    }

    @Test
    void aFusedActivationIsEvaluatedOncePerOutputValue() {
        NetworkBuilder builder = Network.builder("small", "", "");
        int in = builder.input("input", new Shape(3, 4, 4));
        Conv conv = new Conv(Kernel.square(3, 1, 1), 6, 1, true);
        builder.add("conv", conv, java.util.List.of(in), Activation.RELU, 2, null);
        assertThat(builder.build().node(1).work().byUnit()).isEqualTo(new DigitalWork.ByUnit(0, 0, 0, 6));
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
