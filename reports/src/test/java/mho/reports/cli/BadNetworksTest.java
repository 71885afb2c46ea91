package mho.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks that cannot be used, or do not fit. */
class BadNetworksTest {
    static Stream<CommandCase> cases() {
        return Stream.of(
                CommandCase.of("a network that does not exist", "run", "--network", "vg16")
                        .says(2, "vg16: no such network, did you mean \"vgg16\"?"),
                CommandCase.of("a network with no name like it", "run", "--network", "zzzzzzzzzz")
                        .says(
                                2,
                                "zzzzzzzzzz: no such network; give a .yaml or .onnx file, or one of vgg-1, vgg-2, vgg-3, vgg-4, msra-1, msra-2, msra-3, deepface, prime-cnn-1, prime-cnn-2, prime-mlp-s, prime-mlp-m, prime-mlp-l, puma-mlp-l4, puma-mlp-l5, alexnet, alexnet-binary, resnet18, resnet34, resnet50, cifar-vgg16, cifar-resnet18, lenet5, mlp, rpu-mlp, pcm-mlp, neurosim-mlp, lstm-lm, tpu-mlp0, tpu-mlp1, tpu-lstm0, tpu-lstm1, tpu-cnn0, tpu-cnn1, dadiannao-class1, dadiannao-class2, dadiannao-conv1, dadiannao-conv2, dadiannao-conv3, dadiannao-conv4, dadiannao-pool1, dadiannao-pool2, dadiannao-lrn1, dadiannao-lrn2, fmnist-lenet, vgg16, prime-vgg-d"),
                CommandCase.of("a network file that does not exist", "run", "--network", "{dir}/net.yaml")
                        .says(2, "{dir}/net.yaml: no such file"),
                CommandCase.of("a network file with another ending", "run", "--network", "{dir}/net.txt")
                        .file("net.txt", "network: x\n")
                        .says(
                                2,
                                "{dir}/net.txt: no such network; the name of a network file ends in .yaml, .onnx or .csv"),
                CommandCase.of(
                                "a list of layers of NeuroSim that do not follow one another",
                                "run",
                                "--network",
                                "{dir}/net.csv")
                        .file("net.csv", "8,8,3,3,3,8,0,1\n4,4,8,3,3,8,0,1\n9,9,8,3,3,8,0,1\n")
                        .says(
                                2,
                                "{dir}/net.csv:1:1: reads 8 x 8 x 3 and gives 6 x 6 x 8 or, padded, 8 x 8 x 8; the next row reads 4 x 4 x 8; a network with branches other than shortcuts is written as a .yaml file"),
                CommandCase.of("a problem of Timeloop that is no convolution", "run", "--network", "{dir}/net.yaml")
                        .file("net.yaml", "problem:\n  instance: {C: 1, K: 5}\n")
                        .says(
                                2,
                                "{dir}/net.yaml:2:23: problem: K is no dimension of a convolution (C, M, R, S, P, Q, N, G, strides and dilations); write the layer as a network file"),
                CommandCase.of("a network without layers", "run", "--network", "{dir}/net.yaml")
                        .file("net.yaml", "network: n\ninput: 4\n")
                        .says(2, "{dir}/net.yaml:1:1: missing key \"layers\", for example \"layers: […]\""),
                CommandCase.of("a network with an unknown layer", "run", "--network", "{dir}/net.yaml")
                        .file("net.yaml", "network: n\ninput: 4\nlayers:\n  - dens: {out: 3}\n")
                        .says(
                                2,
                                "{dir}/net.yaml:4:5: layers[0]: unknown kind \"dens\", expected one of conv, depthwise-conv, transposed-conv, local, dense, lstm, gru, rnn, embedding, matmul, softmax, pool, global-pool, pyramid-pool, add, multiply, concat, batch-norm, layer-norm, local-response-norm, activation, flatten, reshape, transpose, slice, pad, resize, repeat, residual, did you mean \"dense\"?"),
                CommandCase.of("a layer with an unknown key", "run", "--network", "{dir}/net.yaml")
                        .file("net.yaml", "network: n\ninput: 4\nlayers:\n  - dense: {outs: 3}\n")
                        .says(2, "{dir}/net.yaml:4:13: layers[0].dense.outs: unknown key, did you mean \"out\"?"),
                CommandCase.of("a kernel larger than its input", "run", "--network", "{dir}/net.yaml")
                        .file("net.yaml", "network: n\ninput: [1, 4, 4]\nlayers:\n  - conv: {out: 3, kernel: 7}\n")
                        .says(
                                2,
                                "{dir}/net.yaml:4:5: conv1: the kernel (7 x 7) is larger than its padded input (4 x 4), so nothing comes out; use a smaller kernel or more padding"),
                CommandCase.of("a join of shapes that do not agree", "run", "--network", "{dir}/net.yaml")
                        .file(
                                "net.yaml",
                                "network: n\ninput: [3, 8, 8]\nlayers:\n  - conv: {name: a, out: 3, kernel: 3, pad: 1}\n  - conv: {name: b, out: 4, kernel: 3, pad: 1}\n  - add: {from: [a, b]}\n")
                        .says(2, "{dir}/net.yaml:6:5: add1: its inputs do not agree: 3 x 8 x 8 and 4 x 8 x 8"),
                CommandCase.of("a layer from nowhere", "run", "--network", "{dir}/net.yaml")
                        .file("net.yaml", "network: n\ninput: 4\nlayers:\n  - dense: {out: 3, from: conv9}\n")
                        .says(2, "{dir}/net.yaml:4:5: layers[0].dense.from: no layer above is called \"conv9\""),
                CommandCase.of("two layers of one name", "run", "--network", "{dir}/net.yaml")
                        .file(
                                "net.yaml",
                                "network: n\ninput: 4\nlayers:\n  - dense: {name: a, out: 3}\n  - dense: {name: a, out: 3}\n")
                        .says(2, "{dir}/net.yaml:5:5: a: the name is taken by an earlier layer; give this one another"),
                CommandCase.of("an input of two sizes", "run", "--network", "{dir}/net.yaml")
                        .file("net.yaml", "network: n\ninput: [4, 4]\nlayers:\n  - dense: {out: 3}\n")
                        .says(
                                2,
                                "{dir}/net.yaml:2:8: input: expected [channels, height, width] or a number of values, found 2 numbers"),
                CommandCase.of("groups that do not divide", "run", "--network", "{dir}/net.yaml")
                        .file(
                                "net.yaml",
                                "network: n\ninput: [3, 8, 8]\nlayers:\n  - conv: {out: 4, kernel: 3, groups: 2}\n")
                        .says(2, "{dir}/net.yaml:4:5: conv1: 3 input channels do not divide into 2 groups"),
                CommandCase.of("a network file that is a list", "run", "--network", "{dir}/net.yaml")
                        .file("net.yaml", "- 1\n")
                        .says(2, "{dir}/net.yaml: expected a network file, a mapping that begins with network: NAME"),
                CommandCase.of("an ONNX file that does not exist", "run", "--network", "{dir}/net.onnx")
                        .says(2, "{dir}/net.onnx: no such file"),
                CommandCase.of("a batch where nothing is open", "run", "--network", "mlp", "--batch", "4")
                        .says(
                                2,
                                "--network mlp: --batch, --dim and --input fill in what an ONNX file leaves open; this network leaves nothing open"),
                CommandCase.of(
                                "a network that does not fit",
                                "run",
                                "--chip",
                                "isaac-ce",
                                "--network",
                                "vgg16",
                                "--set",
                                "chips=1")
                        .says(
                                1,
                                "the network needs 67576 arrays; isaac-ce has 1 chip of 168 tiles with 96 arrays each: 5 chips would do (--set chips=5); or state what a write takes, and layers take turns on the arrays (tile.core.array.write={pulse: 100 ns, pulses: 4, energy: 10 pJ}, say)"),
                CommandCase.of(
                                "a network larger than the system",
                                "run",
                                "--chip",
                                "hermes-64-1phase",
                                "--network",
                                "vgg16")
                        .says(
                                1,
                                "the network needs 2121 arrays; hermes-64-1phase has 1 chip of 64 tiles with 1 arrays each: 34 chips would do (--set chips=34); or state what a write takes, and layers take turns on the arrays (tile.core.array.write={pulse: 100 ns, pulses: 4, energy: 10 pJ}, say)"),
                CommandCase.of(
                                "copies of a layer that is not there",
                                "run",
                                "--network",
                                "mlp",
                                "--set",
                                "mapping.layers.dense9=2")
                        .says(
                                2,
                                "mapping.layers[\"dense9\"]: the network has no layer of this name (in brackets and quotes names may"
                                        + " hold dots and slashes); its layers are input, dense1, dense2, dense3"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isOneClearMessage(CommandCase bad, @TempDir Path directory) throws IOException {
        bad.check(directory);
    }
}
