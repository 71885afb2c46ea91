package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes at the edge: never 0 ns, 0 pJ, a crash or a wrong count of operations. */
final class EdgeShapesTest {
    private static final List<String> CHIPS = List.of("isaac-ce", "analog-256", "hermes-64-1phase", "hermes-64-4phase");

    /** Operations are two per tap, channel and output, padding included. */
    static Stream<Arguments> shapes() {
        return Stream.of(
                shape("1x1 map", 2 * 7 * 5, "7, 1, 1", "conv: {out: 5, kernel: 1}"),
                shape("1x1 map, 3x3 kernel", 2 * 9 * 7 * 5, "7, 1, 1", "conv: {out: 5, kernel: 3, pad: 1}"),
                shape("3x3 kernel on a 2x2 map", 2 * 4 * 9 * 3 * 4, "3, 2, 2", "conv: {out: 4, kernel: 3, pad: 1}"),
                shape("kernel larger than input", 2 * 9 * 49 * 2 * 3, "2, 3, 3", "conv: {out: 3, kernel: 7, pad: 3}"),
                shape("windows wholly in padding", 2 * 49 * 9 * 3, "1, 3, 3", "conv: {out: 3, kernel: 3, pad: 3}"),
                shape("stride above kernel", 2 * 9 * 4 * 2 * 3, "2, 11, 11", "conv: {out: 3, kernel: 2, stride: 4}"),
                shape("one channel", 2 * 25 * 9, "1, 5, 5", "conv: {out: 1, kernel: 3, pad: 1}"),
                shape(
                        "prime sizes",
                        2 * 5 * 9 * 35 * 11 * 17,
                        "11, 13, 19",
                        "conv: {out: 17, kernel: [5, 7], stride: [3, 2], pad: [2, 2]}"),
                shape("depthwise", 2 * 49 * 9 * 29, "29, 7, 7", "depthwise-conv: {kernel: 3, pad: 1}"),
                shape(
                        "depthwise with a multiplier",
                        2 * 25 * 9 * 29 * 3,
                        "29, 7, 7",
                        "depthwise-conv: {kernel: 3, multiplier: 3}"),
                shape("grouped", 2 * 25 * 9 * 5 * 21, "15, 5, 5", "conv: {out: 21, kernel: 3, pad: 1, groups: 3}"),
                shape(
                        "large groups",
                        2 * 4 * 9 * 150 * 60,
                        "300, 2, 2",
                        "conv: {out: 60, kernel: 3, pad: 1, groups: 2}"),
                shape("dilated", 2 * 9 * 9 * 2 * 3, "2, 7, 7", "conv: {out: 3, kernel: 3, dilation: 2}"),
                shape("asymmetric padding", 2 * 36 * 9 * 2, "1, 5, 5", "conv: {out: 2, kernel: 3, pad: [1, 0, 2, 3]}"),
                shape(
                        "transposed: taps of inputs",
                        2 * 9 * 9 * 2 * 3,
                        "2, 3, 3",
                        "transposed-conv: {out: 3, kernel: 3, stride: 2, pad: 1, output-pad: 1}"),
                shape("private kernels", 2 * 9 * 9 * 2 * 3, "2, 5, 5", "local: {out: 3, kernel: 3}"),
                shape("one value", 2, "1, 1, 1", "dense: {out: 1, bias: false}"),
                shape("one value in, many out", 2 * 1000, "1, 1, 1", "dense: {out: 1000}"),
                shape("many in, one out", 2 * 3000, "3000, 1, 1", "dense: {out: 1}"),
                shape("a row", 2 * 15 * 3 * 2, "1, 1, 17", "conv: {out: 2, kernel: [1, 3]}"),
                shape("a column", 2 * 15 * 3 * 2, "1, 17, 1", "conv: {out: 2, kernel: [3, 1]}"),
                shape("pool behind its edge", 0, "3, 5, 5", "pool: {kernel: 3, stride: 2, pad: 1, ceil: true}"),
                shape("one step", 2 * 4 * 5 * (3 + 5), "3, 1, 1", "lstm: {hidden: 5}"),
                shape("digital alone", 0, "3, 2, 2", "activation: {function: relu}", "softmax: {}"),
                shape(
                        "a slice of it",
                        2 * 4 * 2,
                        "4, 4, 4",
                        "slice: {rows: [1, 3], columns: [2, 4], channels: [1, 3]}",
                        "conv: {out: 1, kernel: 1}"),
                shape("a border around it", 2 * 64 * 9, "1, 4, 4", "pad: {pad: 3}", "conv: {out: 1, kernel: 3}"),
                shape(
                        "turned around",
                        2 * 3 * 12,
                        "3, 2, 2",
                        "transpose: {order: [width, height, channels]}",
                        "dense: {out: 3}"),
                shape(
                        "joined with itself",
                        2 * 4 * 4 * 2,
                        "2, 2, 2",
                        "concat: {from: [input, input]}",
                        "conv: {out: 2, kernel: 1}"));
    }

    private static Arguments shape(String what, long ops, String input, String... layers) {
        return Arguments.of(what, ops, input, layers);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void an_edge_shape_runs_on_every_chip(String what, long ops, String input, String[] layers) {
        Network network = Given.network(input, layers);
        assertThat(network.ops()).isEqualTo(ops);
        for (String chip : CHIPS) {
            for (String copies : List.of("one", "balanced", "fill")) {
                RunResult run = Given.run(Given.chip(chip, "chips=8", "mapping.copies=" + copies), network, 2);
                assertThat(run.network().ops()).isEqualTo(ops);
                RunInvariants.hold(run, what + ", " + copies);
            }
        }
    }

    @Test
    void a_chip_of_a_single_array_runs_what_fits_it() {
        String[] single = {"chips=1", "tiles=1", "tile.cores=1", "tile.core.arrays=1"};
        for (String chip : CHIPS) {
            RunResult run = Given.run(Given.chip(chip, single), Given.network("9, 1, 1", "dense: {out: 5}"), 3);
            RunInvariants.hold(run, "single array");
            assertThat(run.placement().arrays()).isOne();
        }
    }

    @Test
    void an_array_of_one_cell_multiplies_two_numbers() {
        RunResult run = Given.run(
                Given.chip(
                        "isaac-ce", "tile.core.array.rows=1", "tile.core.array.columns=1", "tile.core.weights.bits=2"),
                Given.network("1, 1, 1", "dense: {out: 1, bias: false}"),
                2);
        RunInvariants.hold(run, "one cell");
        assertThat(run.placement().arrays()).isOne();
    }
}
