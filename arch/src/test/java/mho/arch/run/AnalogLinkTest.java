package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mho.arch.Given;
import mho.arch.chip.Mesh;
import mho.arch.chip.Tile;
import mho.arch.element.crossbar.CrossbarCore;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;

/** Layers that hand voltages on, on RENO: what of a chain takes time, what is converted, what is held. */
final class AnalogLinkTest {
    private static final long NS = 1_000_000L; // ticks
    private static final long INPUT = 10;
    private static final long WAY = 3 * 5 + 5; // amplifiers and the sum
    private static final long READ = 10;
    private static final long BENT = 5;
    private static final long OUT = 4 * 10; // columns of a converter

    private static Network network(String... layers) {
        return Given.network("64", layers);
    }

    private static RunResult run(Network network, int inputs, String... settings) {
        return Given.run(Given.chip("reno", settings), network, inputs);
    }

    private static long latency(RunResult run) {
        int last = run.timed().network().nodes().size() - 1;
        return run.timeline().finish(last, 0) - run.timeline().start(1, 0);
    }

    private static double all(RunResult run, mho.core.cost.Action action) {
        double sum = 0;
        for (int node = 0; node < run.timed().network().nodes().size(); node++) {
            sum += run.perImage(node, action);
        }
        return sum;
    }

    @Test
    void a_layer_of_256_by_256_converts_256_values_each_way_and_fills_the_chip() {
        Network layer = Given.network("256", "dense: {out: 256, bias: false}");
        RunResult run = Given.run(Given.chip("reno"), layer);

        assertThat(run.placement().arrays()).isEqualTo(16); // pairs
        assertThat(all(run, CrossbarCore.ROW_DRIVE)).isEqualTo(256);
        assertThat(all(run, CrossbarCore.CONVERT)).isEqualTo(256);
        assertThat(all(run, CrossbarCore.CELL_READ)).isEqualTo(2 * 256 * 256);
        assertThat(all(run, CrossbarCore.AMPLIFY)).isEqualTo(256 * 2 + 256 * 4 * 2);
        assertThat(all(run, Tile.ADD)).isZero();
    }

    @Test
    void a_further_layer_adds_its_way_and_its_read_and_no_conversion() {
        RunResult one = run(network("dense: {out: 64, bias: false}"), 1);
        RunResult two =
                run(network("dense: {out: 64, bias: false, activation: relu}", "dense: {out: 64, bias: false}"), 1);
        RunResult three = run(
                network(
                        "dense: {out: 64, bias: false, activation: relu}",
                        "dense: {out: 64, bias: false, activation: sigmoid}",
                        "dense: {out: 64, bias: false}"),
                1);

        assertThat(latency(two) - latency(one)).isEqualTo((WAY + READ + BENT) * NS);
        assertThat(latency(three) - latency(two)).isEqualTo((WAY + READ + BENT) * NS);
        for (RunResult run : new RunResult[] {one, two, three}) {
            assertThat(all(run, CrossbarCore.ROW_DRIVE)).isEqualTo(64);
            assertThat(all(run, CrossbarCore.CONVERT)).isEqualTo(64);
        }
        assertThat(all(three, Tile.ACTIVATE)).isEqualTo(128);
        assertThat(all(three, Tile.BUFFER_READ)).isEqualTo(all(one, Tile.BUFFER_READ));
        assertThat(all(three, Mesh.HOP)).isEqualTo(all(one, Mesh.HOP));
    }

    @Test
    void inputs_follow_one_another_when_all_of_the_chain_has_been_read() {
        Network two = network("dense: {out: 64, bias: false, activation: relu}", "dense: {out: 64, bias: false}");
        RunResult run = run(two, 12);
        int last = run.images() - 1;

        long interval = (run.timeline().finish(2, last) - run.timeline().finish(2, 2)) / (last - 2);
        assertThat(interval).isEqualTo((INPUT + 2 * (WAY + READ) + BENT + OUT) * NS);
    }

    @Test
    void what_a_converter_must_stand_before_has_one() {
        RunResult joined = run(
                network(
                        "dense: {out: 64, bias: false, activation: relu}",
                        "softmax: {}",
                        "dense: {out: 64, bias: false}"),
                1);

        assertThat(all(joined, CrossbarCore.ROW_DRIVE)).isEqualTo(128);
        assertThat(all(joined, CrossbarCore.CONVERT)).isEqualTo(128);
    }

    @Test
    void without_the_link_every_array_has_its_results_converted() {
        Network two = network("dense: {out: 64, bias: false, activation: relu}", "dense: {out: 64, bias: false}");
        RunResult digital = Given.run(Given.chip("reno-digital"), two);

        assertThat(all(digital, CrossbarCore.CONVERT)).isEqualTo(128);
        assertThat(all(digital, CrossbarCore.ROW_DRIVE)).isEqualTo(2 * 128); // both arrays of a pair
        assertThat(all(digital, CrossbarCore.AMPLIFY)).isZero();
        assertThat(latency(digital)).isGreaterThan(latency(run(two, 1)));
    }

    @Test
    void voltages_do_not_go_from_chip_to_chip() {
        Network wide = Given.network("64", "dense: {out: 640, bias: false}", "dense: {out: 64, bias: false}");

        assertThatThrownBy(() -> run(wide, 1, "chips=2"))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("between which links carry codes");
    }

    @Test
    void nothing_keeps_a_voltage_until_a_turn_comes() {
        assertThatThrownBy(() -> run(network("dense: {out: 64}"), 1, "mapping.schedule=sequential"))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("hand voltages on");
    }

    @Test
    void an_image_on_nor_flash_takes_101_780_cells() {
        Network network = Given.network("784", "dense: {out: 64, activation: sigmoid}", "dense: {out: 10}");
        RunResult run = Given.run(Given.chip("nor-flash-perceptron"), network);

        assertThat(all(run, CrossbarCore.CELL_READ)).isEqualTo(2 * (785 * 64 + 65 * 10));
        assertThat(all(run, CrossbarCore.ROW_DRIVE)).isEqualTo(784);
        assertThat(all(run, CrossbarCore.CONVERT)).isEqualTo(10);
        assertThat(latency(run)).isLessThan(1000 * NS);
    }
}
