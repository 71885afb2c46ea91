package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;

import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Mesh;
import mho.arch.chip.Tile;
import mho.arch.element.crossbar.CrossbarCore;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;

/** One array of ISAAC-CE full of 16-bit weights: a dense layer of 128 inputs and 16 outputs (Shafiee et al. 2016, figure 4). */
final class OneWindowTest {
    private static final long CYCLE = 100_000_000L; // ticks in 100 ns
    private static final int DENSE = 1;

    private final Network layer = Given.network("128, 1, 1", "dense: {out: 16, activation: sigmoid}");

    private static Network positions(int windows) {
        return Given.network("128, 1, " + windows, "dense: {out: 16, per-position: true, copies: 1}");
    }

    private static long latency(RunResult run) {
        return run.timeline().finish(DENSE, 0) - run.timeline().start(DENSE, 0);
    }

    private static long interval(RunResult run) {
        int last = run.images() - 1;
        return (run.timeline().finish(DENSE, last) - run.timeline().finish(DENSE, 0)) / last;
    }

    @Test
    void a_window_is_22_cycles_from_buffer_to_buffer() {
        RunResult run = Given.run(Given.chip("isaac-ce"), layer);

        assertThat(run.placement().arrays()).isOne();
        assertThat(latency(run)).isEqualTo(22 * CYCLE);
    }

    @Test
    void windows_follow_one_another_every_16_cycles() {
        ChipSpec isaac = Given.chip("isaac-ce");

        assertThat(interval(Given.run(isaac, layer, 20))).isEqualTo(16 * CYCLE);
        // and so do those of one image, once the first have come in
        long few = latency(Given.run(isaac, positions(20)));
        assertThat(latency(Given.run(isaac, positions(40)))).isEqualTo(few + 20 * 16 * CYCLE);
    }

    @Test
    void arrays_that_take_200_ns_halve_the_throughput() {
        ChipSpec slow = Given.chip("isaac-ce", "tile.core.array.read-time=200 ns", "cycle=200 ns");

        assertThat(interval(Given.run(slow, layer, 20))).isEqualTo(2 * 16 * CYCLE);
        assertThat(slow.peakOpsPerSecond()).isEqualTo(Given.chip("isaac-ce").peakOpsPerSecond() / 2);
    }

    @Test
    void half_the_converters_halve_the_throughput() {
        RunResult run = Given.run(Given.chip("isaac-ce", "tile.core.adc.count=4"), layer, 20);

        assertThat(interval(run)).isEqualTo(2 * 16 * CYCLE);
        assertThat(latency(run)).isGreaterThan(22 * CYCLE);
    }

    @Test
    void a_window_does_exactly_what_its_matrix_asks_for() {
        RunResult run = Given.run(Given.chip("isaac-ce"), layer);

        assertThat(run.perImage(DENSE, CrossbarCore.CELL_READ)).isEqualTo(128 * 128 * 16);
        assertThat(run.perImage(DENSE, CrossbarCore.ROW_DRIVE)).isEqualTo(128 * 16);
        assertThat(run.perImage(DENSE, CrossbarCore.INTEGRATE)).isEqualTo(128 * 16);
        assertThat(run.perImage(DENSE, CrossbarCore.CONVERT)).isEqualTo(128 * 16);
        assertThat(run.perImage(DENSE, CrossbarCore.ADD)).isEqualTo(128 * 16 + 16);
        assertThat(run.perImage(DENSE, Tile.BUFFER_READ)).isEqualTo(128 * 16 / 256);
        assertThat(run.perImage(DENSE, Tile.BUFFER_WRITE)).isOne();
        assertThat(run.perImage(DENSE, Tile.BUS)).isEqualTo((128 + 16) * 16);
        assertThat(run.perImage(DENSE, CrossbarCore.INPUT_REGISTER)).isEqualTo(2 * 128 * 2);
        assertThat(run.perImage(DENSE, CrossbarCore.OUTPUT_REGISTER)).isEqualTo(2 * 16 * 2);
        assertThat(run.perImage(DENSE, Tile.ACTIVATE)).isEqualTo(16);
        assertThat(run.perImage(DENSE, Tile.REGISTER)).isEqualTo(2 * 16 * 2);
        assertThat(run.perImage(DENSE, Tile.ADD)).isZero();
        assertThat(run.perImage(DENSE, Tile.COMPARE)).isZero();
        assertThat(run.perImage(DENSE, Mesh.HOP)).isZero();
        assertThat(run.perImage(DENSE, ChipSpec.LINK)).isZero();
    }

    @Test
    void a_vector_takes_hermes_133_ns_in_one_phase_and_520_in_four() {
        Network matrix = Given.network("256, 1, 20", "dense: {out: 256, per-position: true, copies: 1, bias: false}");

        assertThat(interval("hermes-64-1phase", matrix)).isEqualTo(133_000_000L);
        assertThat(interval("hermes-64-4phase", matrix)).isEqualTo(520_000_000L);
    }

    /** Of windows within an image, whose input comes fast enough. */
    private static long interval(String chip, Network matrix) {
        RunResult run = Given.run(Given.chip(chip, "link.bandwidth=100 GB/s"), matrix, 2);
        return (run.timeline().finish(DENSE, 1) - run.timeline().finish(DENSE, 0)) / 20;
    }
}
