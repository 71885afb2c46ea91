package mho.workloads.network.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mho.core.yaml.Yaml;
import mho.workloads.network.Activation;
import mho.workloads.network.Axis;
import mho.workloads.network.DigitalWork;
import mho.workloads.network.Matrix;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkFileTest {

    @Test
    void layersFollowOneAnotherAndAreNamedByKindAndNumber(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("net.yaml");
        Files.writeString(
                file,
                """
                network: small
                about: a small one
                source: made up
                input: [1, 32, 32]
                layers:
                  - conv: {out: 6, kernel: 5, activation: relu, copies: 4}
                  - pool: {kind: average, kernel: 2}
                  - conv: {out: 16, kernel: 5}
                  - relu
                  - global-pool
                  - dense: {out: 10}
                """);
        Network network = NetworkFile.read(file);
        assertThat(network.name() + "; " + network.about() + "; " + network.source())
                .isEqualTo("small; a small one; made up");
        assertThat(lines(network))
                .containsExactly(
                        "input: input 1 x 32 x 32",
                        "conv1: conv relu 6 x 28 x 28 <- input",
                        "pool1: average-pool 6 x 14 x 14 <- conv1",
                        "conv2: conv 16 x 10 x 10 <- pool1",
                        "relu1: relu 16 x 10 x 10 <- conv2",
                        "pool2: average-pool 16 x 1 x 1 <- relu1",
                        "dense1: dense 10 x 1 x 1 <- pool2");
        assertThat(network.node(1).copies()).isEqualTo(4);
    }

    @Test
    void fromNamesOtherInputsAndTheInput() {
        assertThat(
                        lines(
                                read(
                                        "[4, 8, 8]",
                                        """
                  - conv: {name: left, out: 4, kernel: 1}
                  - conv: {name: right, out: 4, kernel: 3, pad: 1, from: input}
                  - add: {from: [left, right, input], activation: relu}
                  - concat: {from: [add1, left]}
                  - multiply: {from: [concat1, concat1]}
                """)))
                .endsWith(
                        "right: conv 4 x 8 x 8 <- input",
                        "add1: add relu 4 x 8 x 8 <- left right input",
                        "concat1: concat 8 x 8 x 8 <- add1 left",
                        "multiply1: multiply 8 x 8 x 8 <- concat1 concat1");
    }

    @Test
    void aNormStandsBetweenTheSumsAndTheActivationAndTakesTheBiasAway() {
        Network network = read(
                "[4, 8, 8]",
                """
                  - conv: {name: c, out: 4, kernel: 1, norm: true, activation: relu}
                  - add: {from: [c, input]}
                  - conv: {out: 4, kernel: 1, norm: true, bias: true}
                """);
        assertThat(lines(network))
                .containsExactly(
                        "input: input 4 x 8 x 8",
                        "c: conv 4 x 8 x 8 <- input",
                        "c-norm: batch-norm relu 4 x 8 x 8 <- c",
                        "add1: add 4 x 8 x 8 <- c-norm input",
                        "conv1: conv 4 x 8 x 8 <- add1",
                        "conv1-norm: batch-norm 4 x 8 x 8 <- conv1");
        assertThat(network.node(1).matrix()).isEqualTo(new Matrix(1, 4, 4, 1, false));
        assertThat(network.node(4).matrix()).isEqualTo(new Matrix(1, 4, 4, 1, true));
    }

    @Test
    void aResidualAddsItsInputOrItsShortcut() {
        assertThat(
                        lines(
                                read(
                                        "[4, 8, 8]",
                                        """
                  - residual:
                      layers: [conv: {out: 4, kernel: 1}]
                      activation: relu
                  - residual:
                      name: down
                      layers:
                        - conv: {out: 8, kernel: 3, stride: 2, pad: 1}
                        - conv: {out: 8, kernel: 1}
                      shortcut:
                        - conv: {out: 8, kernel: 1, stride: 2}
                  - dense: {out: 2, from: down}
                """)))
                .containsExactly(
                        "input: input 4 x 8 x 8",
                        "conv1: conv 4 x 8 x 8 <- input",
                        "add1: add relu 4 x 8 x 8 <- conv1 input",
                        "conv2: conv 8 x 4 x 4 <- add1",
                        "conv3: conv 8 x 4 x 4 <- conv2",
                        "conv4: conv 8 x 4 x 4 <- add1",
                        "down: add 8 x 4 x 4 <- conv3 conv4",
                        "dense1: dense 2 x 1 x 1 <- down");
    }

    @Test
    void aRepeatNumbersTheNamesOfItsRounds() {
        assertThat(
                        lines(
                                read(
                                        "[4, 8, 8]",
                                        """
                  - repeat:
                      times: 2
                      layers:
                        - conv: {name: c, out: 4, kernel: 1}
                        - add: {name: a, from: [c, input]}
                        - conv: {out: 4, kernel: 1}
                  - add: {from: [a.1, conv2]}
                """)))
                .containsExactly(
                        "input: input 4 x 8 x 8",
                        "c.1: conv 4 x 8 x 8 <- input",
                        "a.1: add 4 x 8 x 8 <- c.1 input",
                        "conv1: conv 4 x 8 x 8 <- a.1",
                        "c.2: conv 4 x 8 x 8 <- conv1",
                        "a.2: add 4 x 8 x 8 <- c.2 input",
                        "conv2: conv 4 x 8 x 8 <- a.2",
                        "add1: add 4 x 8 x 8 <- a.1 conv2");
    }

    @Test
    void kernelStrideAndPaddingMayDifferBySide() {
        Network network = read(
                "[2, 9, 12]",
                """
                  - conv: {out: 2, kernel: [3, 2], stride: [2, 1], pad: [1, 2, 0, 1], dilation: [1, 3]}
                  - conv: {out: 2, kernel: 3, stride: 2, pad: same, from: input}
                  - conv: {out: 2, kernel: 3, pad: [0, 1], from: input}
                """);
        assertThat(network.node(1).field(0).rows()).isEqualTo(new Axis(3, 2, 1, 1, 1, 9, 4));
        assertThat(network.node(1).field(0).columns()).isEqualTo(new Axis(2, 1, 2, 3, 1, 12, 12));
        assertThat(network.node(2).output()).isEqualTo(new Shape(2, 5, 6));
        assertThat(network.node(3).output()).isEqualTo(new Shape(2, 7, 12));
    }

    @Test
    void convolutionsComeGroupedDepthwiseTransposedAndPrivate() {
        Network network = read(
                "[4, 5, 5]",
                """
                  - conv: {out: 8, kernel: 3, groups: 2}
                  - depthwise-conv: {kernel: 3, from: input}
                  - depthwise-conv: {kernel: 3, multiplier: 2, from: input}
                  - transposed-conv: {out: 3, kernel: 2, stride: 2, from: input}
                  - transposed-conv: {out: 3, kernel: 3, stride: 2, pad: 1, output-pad: 1, from: input}
                  - local: {out: 2, kernel: 3, from: input}
                """);
        assertThat(network.nodes().stream().skip(1).map(Node::matrix))
                .containsExactly(
                        new Matrix(2, 18, 4, 1, true),
                        new Matrix(4, 9, 1, 1, true),
                        new Matrix(4, 9, 2, 1, true),
                        new Matrix(1, 16, 3, 1, true),
                        new Matrix(1, 36, 3, 1, true),
                        new Matrix(1, 36, 2, 9, true));
        assertThat(network.node(4).output()).isEqualTo(new Shape(3, 10, 10));
        assertThat(network.node(5).output()).isEqualTo(new Shape(3, 10, 10));
    }

    @Test
    void recurrentLayersReadSequences() {
        assertThat(
                        lines(
                                read(
                                        "[1, 1, 20]",
                                        """
                  - embedding: {vocabulary: 100, width: 16}
                  - lstm: {hidden: 8, steps: 20}
                  - gru: {name: both, hidden: 8, bidirectional: true}
                  - rnn: {hidden: 4, last: true}
                  - dense: {out: 3}
                """)))
                .containsExactly(
                        "input: input 1 x 1 x 20",
                        "embedding1: embedding 16 x 1 x 20 <- input",
                        "lstm1: lstm 8 x 1 x 20 <- embedding1",
                        "both-forward: gru 8 x 1 x 20 <- lstm1",
                        "both-turned: slice 8 x 1 x 20 <- lstm1",
                        "both-backward: gru 8 x 1 x 20 <- both-turned",
                        "both-back: slice 8 x 1 x 20 <- both-backward",
                        "both: concat 16 x 1 x 20 <- both-forward both-back",
                        "rnn1: rnn 4 x 1 x 20 <- both",
                        "rnn1-last: slice 4 x 1 x 1 <- rnn1",
                        "dense1: dense 3 x 1 x 1 <- rnn1-last");
    }

    @Test
    void aBidirectionalLayerMayHandOnItsTwoLastStates() {
        Network network = read("[5, 1, 4]", "  - lstm: {hidden: 3, bidirectional: true, last: true}\n");
        Node joined = network.outputs().get(0);
        assertThat(joined.name()).isEqualTo("lstm1");
        assertThat(joined.output()).isEqualTo(Shape.vector(6));
        // Both passes end at their fourth window, the backward one at the first step of the sequence.
        Network folded = network.folded();
        Node out = folded.outputs().get(0);
        assertThat(out.field(0).lastNeeded()).containsExactly(3);
        assertThat(out.field(1).lastNeeded()).containsExactly(3);
    }

    @Test
    void attentionIsWrittenWithProducts() {
        assertThat(
                        lines(
                                read(
                                        "[12, 1, 7]",
                                        """
                  - dense: {name: q, out: 12, per-position: true, from: input}
                  - dense: {name: k, out: 12, per-position: true, from: input}
                  - dense: {name: v, out: 12, per-position: true, from: input}
                  - matmul: {groups: 3, transposed: true, from: [q, k]}
                  - softmax: {groups: 3}
                  - matmul: {groups: 3, from: [softmax1, v]}
                  - add: {from: [matmul2, input]}
                  - layer-norm
                """)))
                .endsWith(
                        "matmul1: matmul 21 x 1 x 7 <- q k",
                        "softmax1: softmax 21 x 1 x 7 <- matmul1",
                        "matmul2: matmul 12 x 1 x 7 <- softmax1 v",
                        "add1: add 12 x 1 x 7 <- matmul2 input",
                        "norm1: layer-norm 12 x 1 x 7 <- add1");
    }

    @Test
    void aLocalResponseNormIsWrittenOutStepByStep() {
        Network network = read("[7, 3, 2]", "- local-response-norm: {size: 5}").folded();
        assertThat(lines(network))
                .containsExactly(
                        "input: input 7 x 3 x 2",
                        "response1-square: multiply 7 x 3 x 2 <- input input",
                        "response1-sum: add 7 x 3 x 2 <- response1-square response1-square response1-square"
                                + " response1-square response1-square",
                        "response1-scale: batch-norm power 7 x 3 x 2 <- response1-sum",
                        "response1: divide 7 x 3 x 2 <- input response1-scale");
        DigitalWork all = network.nodes().stream().map(Node::work).reduce(DigitalWork.NONE, DigitalWork::plus);
        assertThat(all.byUnit())
                .isEqualTo(new DigitalWork.ByUnit(
                        4 * 7, 3 * 7, 0, 2 * 7)); // a square, a scale, a share; a power, its reciprocal
    }

    @Test
    void mapsAreCutPaddedTurnedAndResized() {
        assertThat(
                        lines(
                                read(
                                        "[6, 4, 5]",
                                        """
                  - slice: {channels: [2, 5], rows: [1, 3]}
                  - pad: {pad: [1, 0, 2, 0]}
                  - transpose: {order: [channels, width, height]}
                  - resize: {scale: [2, 1], mode: linear}
                  - reshape: {to: [3, 1, 50]}
                  - batch-norm
                  - flatten
                """)))
                .containsExactly(
                        "input: input 6 x 4 x 5",
                        "slice1: slice 3 x 2 x 5 <- input",
                        "pad1: pad 3 x 5 x 5 <- slice1",
                        "transpose1: transpose 3 x 5 x 5 <- pad1",
                        "resize1: resize 3 x 10 x 5 <- transpose1",
                        "reshape1: reshape 3 x 1 x 50 <- resize1",
                        "norm1: batch-norm 3 x 1 x 50 <- reshape1",
                        "flatten1: flatten 150 x 1 x 1 <- norm1");
    }

    @Test
    void aPyramidPoolsToEachNumberOfBins() {
        Network network = read("[512, 14, 14]", "  - pyramid-pool: {bins: [7, 3, 2, 1]}\n  - dense: {out: 4096}\n");
        assertThat(network.nodes().stream()
                        .filter(n -> n.kind().equals("max-pool"))
                        .map(Node::output))
                .containsExactly(
                        new Shape(512, 7, 7), new Shape(512, 3, 3), new Shape(512, 2, 2), new Shape(512, 1, 1));
        assertThat(network.outputs().get(0).matrix()).isEqualTo(new Matrix(1, 32256, 4096, 1, true));
        // Folded, the join reads every pooled map once.
        Node join = network.folded().outputs().get(0).inputs().stream()
                .map(id -> network.folded().node(id))
                .findFirst()
                .orElseThrow();
        assertThat(Stream.of(0, 1, 2, 3).mapToInt(i -> join.field(i).neededTaps(0) * join.inputChannels(i)))
                .containsExactly(512 * 49, 512 * 9, 512 * 4, 512);
    }

    @Test
    void severalInputsAreGivenByName() {
        assertThat(lines(read("{image: [3, 4, 4], gain: 3}", "  - multiply: {from: [image, gain]}\n")))
                .containsExactly(
                        "image: input 3 x 4 x 4",
                        "gain: input 3 x 1 x 1",
                        "multiply1: multiply 3 x 4 x 4 <- image gain");
    }

    @Test
    void aboutAndSourceMayBeLeftOut() {
        Network network = NetworkFile.parse(Yaml.parse("a.yaml", "{network: a, input: 3, layers: [dense: {out: 2}]}"));
        assertThat(network.about()).isEmpty();
        assertThat(network.source()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyActivationIsALayerByItsName(Activation activation) {
        Network network =
                read("3", "  - " + activation.label() + "\n  - activation: {function: " + activation.label() + "}\n");
        assertThat(network.nodes())
                .extracting(Node::kind)
                .containsExactly("input", activation.label(), activation.label());
    }

    static Network read(String input, String layers) {
        return NetworkFile.parse(Yaml.parse("net.yaml", "network: net\ninput: " + input + "\nlayers:\n" + layers));
    }

    private static List<String> lines(Network network) {
        return network.nodes().stream()
                .map(node -> node.name() + ": " + node.kind()
                        + (node.activation() == Activation.NONE
                                ? ""
                                : " " + node.activation().label())
                        + " " + node.output()
                        + (node.edges().isEmpty() ? "" : " <- ")
                        + node.inputs().stream()
                                .map(id -> network.node(id).name())
                                .collect(Collectors.joining(" ")))
                .toList();
    }
}
