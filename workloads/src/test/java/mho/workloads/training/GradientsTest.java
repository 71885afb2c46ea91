package mho.workloads.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mho.core.yaml.Yaml;
import mho.workloads.network.Activation;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Conv;
import mho.workloads.network.Dense;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Function;
import mho.workloads.network.Kernel;
import mho.workloads.network.Network;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.network.Pool;
import mho.workloads.network.Recurrent;
import mho.workloads.network.Reduction;
import mho.workloads.network.Shape;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;
import mho.workloads.network.file.NetworkFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients against central differences of the same network in double precision, kind by kind and mixed. */
class GradientsTest {
    private static Network network(String name, String input, String layers) {
        return NetworkFile.parse(Yaml.parse(
                "n.yaml",
                "network: %s\nabout: a\nsource: s\ninput: %s\nlayers: [%s]\n".formatted(name, input, layers)));
    }

    private static void check(Network network) {
        for (long seed = 1; seed <= 3; seed++) {
            assertThat(GradientCase.check(network, Loss.CROSS_ENTROPY, seed)).isPositive();
            assertThat(GradientCase.check(network, Loss.SQUARED, seed)).isPositive();
        }
    }

    private static void check(String input, String layers) {
        check(network("n", input, layers));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dense without bias | 5 | dense: {out: 4, bias: false}, dense: {out: 3, bias: false}",
                "dense over a map | [2, 3, 2] | dense: {out: 4, activation: tanh}, dense: {out: 3}",
                "dense at each position | [2, 1, 3] | dense: {out: 4, per-position: true, activation: tanh}, dense: {out: 3}",
                "conv | [2, 5, 4] | conv: {out: 3, kernel: 3, activation: tanh}, dense: {out: 3}",
                "conv, stride and pad | [2, 5, 6] | conv: {out: 3, kernel: 3}, conv: {out: 2, kernel: [3, 2], stride: [2, 1], pad: 1}, dense: {out: 3}",
                "conv, odd pads | [1, 4, 5] | conv: {out: 3, kernel: 2, pad: [1, 0, 2, 1]}, conv: {out: 2, kernel: 2, pad: [0, 2, 1, 0]}, dense: {out: 3}",
                "conv, dilation | [2, 6, 6] | conv: {out: 3, kernel: 2}, conv: {out: 2, kernel: 2, dilation: [2, 3], pad: 1}, dense: {out: 3}",
                "conv, groups | [4, 4, 4] | conv: {out: 6, kernel: 2, groups: 2}, conv: {out: 6, kernel: 2, groups: 3}, dense: {out: 3}",
                "depthwise conv | [2, 4, 4] | conv: {out: 3, kernel: 1}, depthwise-conv: {kernel: 3, pad: 1, multiplier: 2}, dense: {out: 3}",
                "transposed conv | [2, 3, 3] | conv: {out: 2, kernel: 1}, transposed-conv: {out: 3, kernel: 3, stride: 2, pad: 1}, dense: {out: 3}",
                "local | [2, 4, 4] | conv: {out: 2, kernel: 1}, local: {out: 2, kernel: 2, stride: 2}, dense: {out: 3}",
                "max pool | [2, 6, 6] | conv: {out: 3, kernel: 3}, pool: {kernel: 2}, dense: {out: 3}",
                "max pool, overlapping, padded | [2, 5, 5] | conv: {out: 3, kernel: 2}, pool: {kernel: 3, stride: 2, pad: 1}, dense: {out: 3}",
                "min pool | [2, 5, 5] | conv: {out: 3, kernel: 2}, pool: {kind: min, kernel: 2, stride: 1}, dense: {out: 3}",
                "average pool, padded | [2, 5, 5] | conv: {out: 3, kernel: 2}, pool: {kind: average, kernel: 3, stride: 2, pad: 1}, dense: {out: 3}",
                "sum pool | [2, 4, 4] | conv: {out: 3, kernel: 1}, pool: {kind: sum, kernel: 2}, dense: {out: 3}",
                "global pools | [2, 4, 4] | conv: {out: 4, kernel: 2, activation: tanh}, global-pool: {}, dense: {out: 3}",
                "global max pool | [2, 4, 4] | conv: {out: 4, kernel: 2}, global-pool: {kind: max}, dense: {out: 3}",
                "residual | [2, 4, 4] | conv: {out: 3, kernel: 1}, residual: {layers: [conv: {out: 3, kernel: 3, pad: 1, activation: tanh}], activation: relu}, dense: {out: 3}",
                "product of two ways | [2, 3, 3] | conv: {name: a, out: 3, kernel: 1}, conv: {name: b, out: 3, kernel: 1}, multiply: {from: [a, b, a]}, dense: {out: 3}",
                "channels scaled | [2, 3, 3] | conv: {name: a, out: 3, kernel: 1}, global-pool: {name: p, from: a}, multiply: {from: [a, p]}, dense: {out: 3}",
                "concat of channels | [2, 3, 3] | conv: {name: a, out: 2, kernel: 1}, conv: {name: b, out: 3, kernel: 1}, concat: {from: [a, b, a]}, dense: {out: 3}",
                "concat of rows | [2, 3, 3] | conv: {name: a, out: 2, kernel: 1}, conv: {name: b, out: 2, kernel: [2, 1]}, concat: {from: [a, b], along: height}, dense: {out: 3}",
                "concat of columns | [2, 3, 3] | conv: {name: a, out: 2, kernel: 1}, conv: {name: b, out: 2, kernel: [1, 2]}, concat: {from: [a, b], along: width}, dense: {out: 3}",
                "flatten | [2, 3, 2] | conv: {out: 3, kernel: 1}, flatten: {}, dense: {out: 3}",
                "reshape | [2, 3, 4] | conv: {out: 2, kernel: 1}, reshape: {to: [4, 2, 3]}, conv: {out: 2, kernel: 2}, dense: {out: 3}",
                "transpose | [2, 3, 4] | conv: {out: 2, kernel: 1}, transpose: {order: [channels, width, height]}, conv: {out: 2, kernel: [3, 2]}, dense: {out: 3}",
                "slice | [3, 4, 4] | conv: {out: 4, kernel: 1}, slice: {channels: [1, 3], rows: [1, 4]}, conv: {out: 2, kernel: 2}, dense: {out: 3}",
                "pad | [2, 3, 3] | conv: {out: 3, kernel: 1}, pad: {pad: [1, 0, 0, 2]}, conv: {out: 2, kernel: 2}, dense: {out: 3}",
                "two views of one map | [2, 3, 3] | conv: {name: a, out: 3, kernel: 1}, slice: {name: s, channels: [0, 2]}, slice: {name: t, from: [a], channels: [1, 3]}, multiply: {from: [s, t]}, dense: {out: 3}",
                "softmax in the middle | [2, 2, 2] | conv: {out: 4, kernel: 1}, softmax: {}, dense: {out: 3}",
                "lstm | [3, 1, 4] | lstm: {hidden: 3}, dense: {out: 3}",
                "lstm, last state, no bias | [3, 1, 5] | lstm: {hidden: 3, last: true, bias: false}, dense: {out: 3}",
                "two lstms | [2, 1, 4] | lstm: {hidden: 3}, lstm: {hidden: 2, last: true}, dense: {out: 3}",
                "lstm, both ways | [2, 1, 3] | dense: {out: 3, per-position: true}, lstm: {hidden: 2, bidirectional: true}, dense: {out: 3}",
                "rnn | [2, 1, 4] | rnn: {hidden: 3}, rnn: {hidden: 3, last: true}, dense: {out: 3}",
                "logistic units at the end | 4 | dense: {out: 5, activation: sigmoid}, dense: {out: 3, activation: sigmoid}",
            })
    void gradientsOfALayerAre(String what, String input, String layers) {
        check(network(what.replace(' ', '-').replace(",", ""), input, listed(layers)));
    }

    /** "a: {…}, b: {…}" as "{a: {…}}, {b: {…}}", whatever is inside. */
    private static String listed(String layers) {
        StringBuilder list = new StringBuilder("{");
        int depth = 0;
        for (int i = 0; i < layers.length(); i++) {
            char c = layers.charAt(i);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            list.append(c == ',' && depth == 0 ? "}, {" : String.valueOf(c));
        }
        return list.append('}').toString();
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"RELU", "LEAKY_RELU", "SIGMOID", "TANH", "HARD_SIGMOID", "HARD_SWISH", "SOFTPLUS"})
    void gradientsOfFunctionsFusedAndAlone(Activation function) {
        String label = function.label();
        check("5", "{dense: {out: 6, activation: %s}}, {dense: {out: 3}}".formatted(label));
        check(
                "[2, 3, 3]",
                "{conv: {name: a, out: 3, kernel: 1}}, {activation: {name: f, function: %s}}, {add: {from: [f, a]}}, {dense: {out: 3}}"
                        .formatted(label));
    }

    /** Of batch norms with numbers: one goes into the weights in front, which are then the matrix that learns; the other stays. */
    @Test
    void aBatchNormThatStaysScalesErrors() {
        NetworkBuilder builder = Network.builder("n", "a", "s");
        int input = builder.input("in", new Shape(2, 3, 3));
        int conv = builder.add("conv", new Conv(Kernel.point(), 3, 1, true), input);
        int pool = builder.add("pool", new Pool(Reduction.MAX, Kernel.square(2, 1, 0), false), conv);
        int norm = builder.add("norm", new BatchNorm(), List.of(pool), Activation.TANH, 0, norm(0.5f, -2, 1.5f));
        builder.add("dense", new Dense(3, true, false), norm);
        check(builder.build());
    }

    private static TrainedWeights norm(float... scale) {
        float[] shift = {0.1f, -0.2f, 0.3f};
        return new TrainedWeights(
                Map.of("scale", new Tensor(List.of(3), () -> scale), "shift", new Tensor(List.of(3), () -> shift)));
    }

    @Test
    void differencesHaveGradientsOfBothSigns() {
        NetworkBuilder builder = Network.builder("n", "a", "s");
        int input = builder.input("in", new Shape(2, 3, 3));
        int a = builder.add("a", new Conv(Kernel.point(), 3, 1, true), input);
        int b = builder.add("b", new Conv(Kernel.point(), 3, 1, true), input);
        int less = builder.add("less", new Elementwise(Elementwise.Operator.SUBTRACT), a, b);
        builder.add("dense", new Dense(3, true, false), less);
        check(builder.build());
    }

    @Test
    void anAverageThatCountsPaddingDividesByAllTaps() {
        NetworkBuilder builder = Network.builder("n", "a", "s");
        int input = builder.input("in", new Shape(2, 4, 4));
        int a = builder.add("a", new Conv(Kernel.point(), 3, 1, true), input);
        int pool = builder.add("pool", new Pool(Reduction.AVERAGE, Kernel.square(2, 2, 1), false, true), a);
        builder.add("dense", new Dense(3, true, false), pool);
        check(builder.build());
    }

    static Stream<Recurrent.Details> details() {
        Function gate = Function.of(Activation.SIGMOID);
        Function tanh = Function.of(Activation.TANH);
        List<Function> usual = List.of(gate, tanh, tanh);
        double free = Double.POSITIVE_INFINITY;
        return Stream.of(
                new Recurrent.Details(usual, true, free, true, false),
                new Recurrent.Details(usual, true, free, false, true),
                new Recurrent.Details(usual, true, 0.4, false, false),
                new Recurrent.Details(usual, true, 0.5, true, true));
    }

    @ParameterizedTest
    @MethodSource("details")
    void anLstmWithItsGatesCoupledItsSumsBoundOrItsCellsShown(Recurrent.Details details) {
        NetworkBuilder builder = Network.builder("n", "a", "s");
        int input = builder.input("in", Shape.sequence(2, 4));
        int first = builder.add("first", new Dense(3, true, true), input);
        int lstm = builder.add("lstm", new Recurrent(Recurrent.Cell.LSTM, 3, true, details), first);
        builder.add("dense", new Dense(3, true, false), lstm);
        check(builder.build());
    }

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gradientsOfRandomNetworksOfMixedLayers(long seed) {
        Random random = new Random(seed);
        StringBuilder layers = new StringBuilder("{conv: {out: 3, kernel: 1}}");
        int size = 7;
        for (int i = 0; i < 3; i++) {
            String function = List.of("relu", "tanh", "leaky-relu", "sigmoid").get(random.nextInt(4));
            int kind = random.nextInt(size > 3 ? 6 : 3);
            size -= kind > 2 ? size / 2 : 0;
            layers.append(", ")
                    .append(
                            switch (kind) {
                                case 0 -> "{residual: {layers: [{conv: {out: 3, kernel: 3, pad: 1, activation: %s}}, {conv: {out: 3, kernel: 1}}]}}"
                                        .formatted(function);
                                case 1 -> "{depthwise-conv: {kernel: 3, pad: same, activation: %s}}"
                                        .formatted(function);
                                case 2 -> "{residual: {layers: [%s], shortcut: [{conv: {out: 3, kernel: 1}}], activation: %s}}"
                                        .formatted("{conv: {out: 3, kernel: 3, pad: 2, dilation: 2}}", function);
                                case 3 -> "{pool: {kernel: 2, ceil: true}}";
                                case 4 -> "{pool: {kind: average, kernel: 3, stride: 2, pad: 1}}";
                                default -> "{conv: {out: 3, kernel: 3, stride: 2, pad: 1, groups: 3, activation: %s}}"
                                        .formatted(function);
                            });
        }
        layers.append(", {flatten: {}}, {dense: {out: 5, activation: tanh}}, {dense: {out: 4}}");
        assertThat(GradientCase.check(
                        network("random", "[2, 7, 7]", layers.toString()),
                        seed % 2 == 0 ? Loss.CROSS_ENTROPY : Loss.SQUARED,
                        seed))
                .isPositive();
    }
}
