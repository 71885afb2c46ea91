package mho.workloads.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mho.core.yaml.BadInput;
import mho.core.yaml.Yaml;
import mho.workloads.network.Activation;
import mho.workloads.network.Dense;
import mho.workloads.network.Network;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.network.Shape;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;
import mho.workloads.network.View;
import mho.workloads.network.file.NetworkFile;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks as files and in code: folded and as read they compute the same; what cannot be computed says so. */
class InterpreterTest {
    private static Batch random(Shape shape, int count, long seed) {
        Batch batch = Batch.empty(count, shape);
        Random random = new Random(seed);
        for (int i = 0; i < batch.values().length; i++) {
            batch.values()[i] = random.nextFloat();
        }
        return batch;
    }

    private static List<Batch> run(Network network, Batch... inputs) {
        return new Interpreter(network, new FloatArithmetic()).run(List.of(inputs));
    }

    private static void sameFolded(Network network, Batch input) {
        float[] asRead = run(network, input).get(0).values();
        float[] folded = run(network.folded(), input).get(0).values();
        assertThat(folded).hasSameSizeAs(asRead);
        double largest = 1e-6;
        for (float value : asRead) {
            assertThat(value).isFinite();
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < asRead.length; i++) {
            assertThat(Math.abs(folded[i] - asRead[i]) / largest).isLessThan(1e-5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "mlp", "prime-cnn-1", "prime-cnn-2", "prime-mlp-s"})
    void networksOfTheZooComputeTheSameFoldedAndAsRead(String name) {
        Network network = RandomWeights.of(Zoo.load(name), 1);
        sameFolded(network, random(network.node(0).output(), 3, 2));
    }

    @Test
    void everyLayerOfANetworkFileComputesTheSameFoldedAndAsRead() {
        Network network = NetworkFile.parse(
                Yaml.parse(
                        "net.yaml",
                        """
                network: many
                input: [3, 10, 8]
                layers:
                  - conv: {out: 8, kernel: 3, pad: same, norm: true, activation: prelu}
                  - local: {out: 4, kernel: 3, stride: 2, activation: tanh}
                  - pad: {pad: [1, 0, 0, 1]}
                  - slice: {channels: [1, 4], rows: [0, 4]}
                  - transposed-conv: {out: 6, kernel: 3, stride: 2, norm: true, activation: relu}
                  - transpose: {order: [width, channels, height]}
                  - residual: {layers: [{depthwise-conv: {kernel: 3, pad: 1}}], activation: relu}
                  - resize: {scale: 2, mode: linear}
                  - global-pool: {kind: average}
                  - reshape: {to: [3, 1, 3]}
                  - lstm: {hidden: 5, bidirectional: true}
                  - gru: {hidden: 4}
                  - layer-norm: {}
                  - softmax: {groups: 2}
                  - flatten: {}
                  - dense: {out: 4}
                """));
        Network weighted = RandomWeights.of(network, 3);
        sameFolded(weighted, random(network.node(0).output(), 2, 5));
    }

    /** A channel has one neighbour on each side, those at the ends one: x / (1 + 1e-4 / 3 · sum of squares)^0.75. */
    @Test
    void aLocalResponseNormDividesByWhatStandsAround() {
        Network network = NetworkFile.parse(Yaml.parse(
                        "net.yaml", "network: lrn\ninput: [3, 1, 1]\nlayers:\n  - local-response-norm: {size: 3}\n"))
                .folded();
        float[] values = run(network, new Batch(1, network.node(0).output(), new float[] {100, 200, -100}))
                .get(0)
                .values();
        double ends = Math.pow(1 + 1e-4 / 3 * 50_000, 0.75);
        double middle = Math.pow(1 + 1e-4 / 3 * 60_000, 0.75);
        assertThat((double) values[0]).isCloseTo(100 / ends, within(1e-4));
        assertThat((double) values[1]).isCloseTo(200 / middle, within(1e-4));
        assertThat((double) values[2]).isCloseTo(-100 / ends, within(1e-4));
    }

    @Test
    void inputsOfABatchDoNotMeet() {
        Network network = RandomWeights.of(Zoo.load("lenet5"), 1).folded();
        Batch one = random(network.node(0).output(), 1, 8);
        Batch two = random(network.node(0).output(), 1, 9);
        float[] both = new float[one.values().length * 2];
        System.arraycopy(one.values(), 0, both, 0, one.values().length);
        System.arraycopy(two.values(), 0, both, one.values().length, two.values().length);
        List<Float> apart = new ArrayList<>();
        for (Batch each : List.of(one, two)) {
            for (float value : run(network, each).get(0).values()) {
                apart.add(value);
            }
        }
        float[] together = run(network, new Batch(2, one.shape(), both)).get(0).values();
        for (int i = 0; i < together.length; i++) {
            assertThat(together[i]).isEqualTo(apart.get(i));
        }
    }

    @Test
    void aNetworkWithoutWeightsSaysSo() {
        Network network = Zoo.load("lenet5").folded();
        assertThatThrownBy(() -> run(network, random(network.node(0).output(), 1, 1)))
                .isInstanceOf(BadInput.class)
                .hasMessage(network.node(1).name()
                        + " has no weights: timing works without, values need trained weights, for example"
                        + " --network fmnist-lenet or an .onnx file");
        Network named = Zoo.load("fmnist-lenet").folded();
        assertThat(run(named, random(named.node(0).output(), 1, 1))).isNotEmpty();
    }

    @Test
    void weightsThatAreNoNumbersAreNamed() {
        NetworkBuilder builder = Network.builder("net", "", "");
        int in = builder.input("in", Shape.vector(2));
        TrainedWeights weights =
                new TrainedWeights(Map.of("kernel", new Tensor(List.of(1, 2), () -> new float[] {1, Float.NaN})));
        builder.add("dense", new Dense(1, false, true), List.of(in), Activation.NONE, 0, weights);
        assertThatThrownBy(() -> run(builder.build(), random(Shape.vector(2), 1, 1)))
                .isInstanceOf(BadInput.class)
                .hasMessage("dense: value 1 of its kernel is NaN; train it again, or repair the file");
    }

    @Test
    void inputsOfAnotherShapeAreRefused() {
        Network network = Zoo.load("lenet5");
        assertThatThrownBy(() -> run(network, random(Shape.vector(4), 1, 1)))
                .isInstanceOf(BadInput.class)
                .hasMessage("input: takes 1 x 32 x 32, got 4 x 1 x 1");
    }

    @Test
    void aViewThatNobodyCanComputeIsNamed() {
        NetworkBuilder builder = Network.builder("net", "", "");
        int in = builder.input("in", Shape.vector(2));
        builder.add("codes", View.opaque("rounding to integers", Shape.vector(2)), in);
        Network network = builder.build();
        for (Network each : List.of(network, network.folded())) {
            assertThatThrownBy(() -> run(each, random(Shape.vector(2), 1, 1)))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("goes through \"rounding to integers\"");
        }
    }
}
