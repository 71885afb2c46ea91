package mho.workloads.network.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.core.yaml.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad network files, and what is said of them. Layers start in line 4, column 5. */
class BadNetworkFileTest {
    private static final String KINDS =
            "conv, depthwise-conv, transposed-conv, local, dense, lstm, gru, rnn, embedding,"
                    + " matmul, softmax, pool, global-pool, pyramid-pool, add, multiply, concat, batch-norm, layer-norm,"
                    + " local-response-norm, activation, flatten, reshape, transpose, slice, pad, resize, repeat, residual";
    private static final String FUNCTIONS =
            "none, relu, relu6, leaky-relu, prelu, clip, thresholded-relu, shrink, elu, selu, celu, sigmoid, hard-sigmoid, tanh,"
                    + " silu, hard-swish, mish, gelu, erf, softplus, softsign, exp, log, sqrt,"
                    + " reciprocal, power, absolute, negate, sign, sine, cosine, floor, ceiling, round";

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("", "net.yaml: the file is empty, expected a mapping such as \"name: value\""),
                arguments(
                        "network: a\ninput: 3\n", "net.yaml:1:1: missing key \"layers\", for example \"layers: […]\""),
                arguments("network: a\nlayers: []\n", "net.yaml:1:1: missing key \"input\", for example \"input: …\""),
                arguments(
                        "network: a\ninput: 3\nlayer: []\nlayers: []\n",
                        "net.yaml:3:1: layer: unknown key, did you mean \"layers\"?"),
                arguments(
                        "network: a\ninput: [3, 4]\nlayers: []\n",
                        "net.yaml:2:8: input: expected [channels, height, width] or a number of values, found 2 numbers"),
                arguments(
                        "network: a\ninput: [3, 0, 4]\nlayers: []\n",
                        "net.yaml:2:12: input[1]: must be above 0, found \"0\""),
                arguments(
                        "network: a\ninput: {x: [3, four, 4]}\nlayers: []\n",
                        "net.yaml:2:16: input[1]: expected a whole number such as 8, found \"four\""),
                arguments(
                        "network: a\ninput: {}\nlayers: [relu]\n",
                        "net.yaml:2:8: input: names no input, give at least one, as in \"image: [3, 32, 32]\""),
                arguments(
                        "network: a\ninput: 3\nlayers: {conv: {out: 3}}\n",
                        "net.yaml:3:9: layers: expected a list such as […], found a mapping"),
                arguments(
                        "network: a\ninput: [100000, 100000, 100000]\nlayers: []\n",
                        "net.yaml:2:8: input: a shape of 100000 x 100000 x 100000 is not possible: every extent is 1 or more, positions up to 2^31 - 1"));
    }

    @ParameterizedTest
    @MethodSource
    void files(String text, String message) {
        assertThatThrownBy(() -> NetworkFile.parse(Yaml.parse("net.yaml", text)))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    static Stream<Arguments> layers() {
        return Stream.of(
                arguments(
                        "- convolution: {out: 3, kernel: 3}",
                        "net.yaml:4:5: layers[0]: unknown kind \"convolution\", expected one of " + KINDS),
                arguments(
                        "- conv: {out: 3, kernel: 3, strides: 2}",
                        "net.yaml:4:31: layers[0].conv.strides: unknown key, did you mean \"stride\"?"),
                arguments(
                        "- conv: {kernel: 3}",
                        "net.yaml:4:11: layers[0].conv: missing key \"out\", for example \"out: 8\""),
                arguments(
                        "- conv: {out: 3}",
                        "net.yaml:4:11: layers[0].conv: missing key \"kernel\", for example \"kernel: [8]\""),
                arguments(
                        "- conv: {out: three, kernel: 3}",
                        "net.yaml:4:17: layers[0].conv.out: expected a whole number such as 8, found \"three\""),
                arguments(
                        "- conv: {out: 0, kernel: 3}",
                        "net.yaml:4:17: layers[0].conv.out: must be above 0, found \"0\""),
                arguments(
                        "- conv: {out: 2.5, kernel: 3}",
                        "net.yaml:4:17: layers[0].conv.out: must be a whole number, found \"2.5\""),
                arguments(
                        "- conv: {out: 3, kernel: [3, 3, 3]}",
                        "net.yaml:4:5: layers[0].conv.kernel: expected one number or [height, width], found 3 numbers"),
                arguments(
                        "- conv: {out: 3, kernel: 3, pad: -1}",
                        "net.yaml:4:36: layers[0].conv.pad[0]: must be at least 0, found \"-1\""),
                arguments(
                        "- conv: {out: 3, kernel: 3, pad: [1, 2, 3]}",
                        "net.yaml:4:5: layers[0].conv.pad: expected one number, [height, width] or [top, left, bottom, right], found 3 numbers"),
                arguments(
                        "- conv: {out: 3, kernel: 3, pad: valid}",
                        "net.yaml:4:36: layers[0].conv.pad[0]: expected a whole number such as 8, found \"valid\""),
                arguments(
                        "- conv: {out: 3, kernel: 3, activation: rely}",
                        "net.yaml:4:43: layers[0].conv.activation: expected one of " + FUNCTIONS
                                + ", found \"rely\", did you mean \"relu\"?"),
                arguments(
                        "- conv: {out: 3, kernel: 3, copies: -1}",
                        "net.yaml:4:39: layers[0].conv.copies: must be at least 0, found \"-1\""),
                arguments(
                        "- conv: {out: 3, kernel: 9}",
                        "net.yaml:4:5: conv1: the kernel (9 x 9) is larger than its padded input (8 x 8), so nothing comes out; use a smaller kernel or more padding"),
                arguments(
                        "- conv: {out: 3, kernel: 3, groups: 3}",
                        "net.yaml:4:5: conv1: 4 input channels do not divide into 3 groups"),
                arguments(
                        "- {conv: {out: 3, kernel: 3}, pool: {kernel: 2}}",
                        "net.yaml:4:5: layers[0]: expected one key as in \"conv: {…}\", found 2: conv, pool"),
                arguments(
                        "- conv:",
                        "net.yaml:4:5: layers[0].conv: missing key \"out\", for example \"out: 8\"\nnet.yaml:4:5: layers[0].conv: missing key \"kernel\", for example \"kernel: [8]\""),
                arguments("- [conv, 3]", "net.yaml:4:5: layers[0]: expected \"conv: {…}\", found a list"),
                arguments(
                        "- dense: {out: 3, from: conv9}",
                        "net.yaml:4:5: layers[0].dense.from: no layer above is called \"conv9\""),
                arguments("- dense: {out: 3, from: [input, input]}", "net.yaml:4:5: dense1: takes 1 input, got 2"),
                arguments(
                        "- flatten: {from: [input, input]}",
                        "net.yaml:4:5: layers[0].flatten.from: takes 1 input, found 2"),
                arguments(
                        "- add",
                        "net.yaml:4:5: layers[0].add: joins two layers or more, say which, for example \"from: [conv1, conv2]\""),
                arguments(
                        "- conv: {name: a, out: 3, kernel: 3}\n  - add: {from: [a, input]}",
                        "net.yaml:5:5: add1: its inputs do not agree: 3 x 6 x 6 and 4 x 8 x 8"),
                arguments(
                        "- relu: {nam: a}",
                        "net.yaml:4:12: layers[0].activation.nam: unknown key, did you mean \"name\"?"),
                arguments(
                        "- dense: {name: input, out: 3}",
                        "net.yaml:4:5: input: the name is taken by an earlier layer; give this one another"),
                arguments(
                        "- lstm: {hidden: 4}",
                        "net.yaml:4:5: lstm1: needs a sequence (values x 1 x steps), got 4 x 8 x 8; reshape it first"),
                arguments(
                        "- reshape: {to: [4, 1, 64]}\n  - lstm: {hidden: 4, steps: 20}",
                        "net.yaml:5:5: layers[1].lstm.steps: its input (4 x 1 x 64) has 64 steps, not 20"),
                arguments(
                        "- reshape: {to: [4, 1, 60]}",
                        "net.yaml:4:5: reshape1: 4 x 8 x 8 has 256 values, 4 x 1 x 60 would have 240"),
                arguments(
                        "- reshape: {to: [4, 64]}",
                        "net.yaml:4:5: layers[0].reshape.to: expected [channels, height, width], found 2 values"),
                arguments(
                        "- transpose: {order: [width, width, height]}",
                        "net.yaml:4:5: layers[0].transpose.order: names an extent twice"),
                arguments(
                        "- slice: {channels: [2, 9]}",
                        "net.yaml:4:5: slice1: 7 channels from 2 in steps of 1 do not lie in the 4 there are"),
                arguments(
                        "- slice: {channels: [3, 2]}",
                        "net.yaml:4:5: layers[0].slice.channels: expected [from, to] with from below to, found [3, 2]"),
                arguments(
                        "- pyramid-pool: {bins: [9]}",
                        "net.yaml:4:5: layers[0].pyramid-pool.bins: a map of 4 x 8 x 8 has no 9 x 9 bins"),
                arguments(
                        "- pyramid-pool: {bins: [5]}",
                        "net.yaml:4:5: layers[0].pyramid-pool.bins: a map of 4 x 8 x 8 does not divide into 5 x 5 bins; pool to another number"),
                arguments(
                        "- resize: {scale: 2147483647}",
                        "net.yaml:4:5: layers[0].resize: its sizes go beyond what can be counted"),
                arguments(
                        "- depthwise-conv: {kernel: 1, multiplier: 2147483647}",
                        "net.yaml:4:5: layers[0].depthwise-conv: its sizes go beyond what can be counted"),
                arguments(
                        "- repeat: {times: 100000, layers: []}",
                        "net.yaml:4:21: layers[0].repeat.times: must be at most 10000, found \"100000\""),
                arguments(
                        "- repeat: {times: 9999, layers: [relu, relu, relu]}",
                        "net.yaml:4:48: layers[0].repeat.layers[2].relu: more than 20000 layers; repeat fewer"),
                arguments(
                        "- repeat: {times: 2, layers: [conv: {out: 1, kernel: 3}, convo: {out: 3}]}",
                        "net.yaml:4:60: layers[0].repeat.layers[1]: unknown kind \"convo\", expected one of " + KINDS
                                + ", did you mean \"conv\"?"),
                arguments(
                        "- residual: {layers: [conv: {out: 3, kernel: 1}]}",
                        "net.yaml:4:5: add1: its inputs do not agree: 3 x 8 x 8 and 4 x 8 x 8"),
                arguments(
                        "- conv: {out: 3}\n  - pool: {kernel: 0}",
                        "net.yaml:4:11: layers[0].conv: missing key \"kernel\", for example \"kernel: [8]\"\nnet.yaml:5:20: layers[1].pool.kernel[0]: must be above 0, found \"0\""),
                arguments(
                        "- transposed-conv: {out: 3, kernel: 2, pad: 9}",
                        "net.yaml:4:5: conv1: its padding cuts away the whole output; use less padding"),
                arguments(
                        "- conv: {out: 3, kernel: 2147483647, pad: same}",
                        "net.yaml:4:5: conv1: its sizes go beyond what can be counted"),
                arguments(
                        "- dense: {out: 3, per-position: perhaps}",
                        "net.yaml:4:35: layers[0].dense.per-position: expected true or false, found \"perhaps\""),
                arguments(
                        "- lstm: {name: m, hidden: 4, activation: relu}",
                        "net.yaml:4:32: layers[0].lstm.activation: unknown key, known here: name, from, hidden, steps, bidirectional, last, bias"),
                arguments(
                        "- concat: {from: [input]}",
                        "net.yaml:4:5: layers[0].concat: joins two layers or more, say which, for example \"from: [conv1, conv2]\""),
                arguments(
                        "- pad: {pad: [1, 2, 3]}",
                        "net.yaml:4:5: layers[0].pad.pad: expected one number, [height, width] or [top, left, bottom, right], found 3 numbers"),
                arguments(
                        "- reshape: {to: [4, 100000, 100000]}",
                        "net.yaml:4:5: layers[0].reshape.to: a shape of 4 x 100000 x 100000 is not possible: every extent is 1 or more, positions up to 2^31 - 1"));
    }

    @ParameterizedTest
    @MethodSource
    void layers(String layers, String message) {
        String text = "network: a\ninput: [4, 8, 8]\nlayers:\n  " + layers + "\n";
        assertThatThrownBy(() -> NetworkFile.parse(Yaml.parse("net.yaml", text)))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }
}
