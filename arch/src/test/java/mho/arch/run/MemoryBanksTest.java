package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.element.Block;
import mho.arch.element.WriteOnce;
import mho.arch.element.crossbar.CrossbarCore;
import mho.arch.write.AllWeights;
import mho.core.cost.Action;
import mho.core.engine.Clock;
import mho.core.yaml.BadInput;
import mho.periphery.memory.Buffer;
import mho.periphery.memory.RowTiming;
import mho.workloads.network.Network;
import mho.workloads.task.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRIME's banks, against what a pencil says: steps of amplifiers, mats, rows that open, rows that are moved out. */
class MemoryBanksTest {
    private static final Network LAYER = Given.network("256", "dense: {name: fc, out: 256, bias: false}");
    private static final double ARRAY = 10e-9;
    private static final double STEP = 1e-9;

    private static ChipSpec prime(String... more) {
        return Given.chip("prime", more);
    }

    /** 32 columns a amplifier, 16 of high cells and 16 of low ones: 16 x 6 + 16 x 2 steps behind the high digits, 16 x 3 behind the low. */
    @ParameterizedTest
    @CsvSource({"true, 176", "false, 384"})
    void a_pair_of_mats_takes_two_reads_and_a_step_for_each_bit_that_is_kept(boolean composed, int steps) {
        ChipSpec chip = prime("tile.core.composed=" + composed, "tile.core.adc.step=1 ns", "tile.core.merge=0 s");
        CrossbarCore core = Given.crossbar(chip);
        double wanted = 2 * ARRAY + steps * STEP;
        assertThat(core.timing(6).latencySeconds()).isCloseTo(wanted, within(1e-18));
        assertThat(core.timing(6).occupancySeconds()).isCloseTo(wanted, within(1e-18));
        double cycle = 1e-12;
        assertThat(core.timing(6, cycle)
                        .service(Verb.MULTIPLY, new Block(256, 256, 1))
                        .latencyCycles())
                .isEqualTo((int) Math.round(wanted / cycle));
    }

    @Test
    void a_layer_takes_four_mats_768_conversions_of_2816_steps_and_drives_both_signs() {
        ChipSpec chip = prime();
        RunResult run = Given.run(chip, LAYER);
        Inventory parts = Inventory.of(chip);
        int layer = run.program().model().stages() - 1;
        assertThat(run.placement().arrays() * 2).isEqualTo(4);
        assertThat(run.perImage(layer, CrossbarCore.CONVERT)).isEqualTo(768);
        assertThat(run.perImage(layer, CrossbarCore.ROW_DRIVE)).isEqualTo(4 * 256 * 2);
        assertThat(run.perImage(layer, CrossbarCore.CELL_READ)).isEqualTo(4 * 65_536 * 2);
        assertThat(joules(run, parts, layer, CrossbarCore.CONVERT))
                .isCloseTo(2816 * 10.05e-12, within(1e-6 * 2816e-11));
        assertThat(joules(run, parts, layer, CrossbarCore.ROW_DRIVE)).isCloseTo(2048 * 10.9e-12, within(1e-6 * 2e-8));
        assertThat(joules(run, parts, layer, CrossbarCore.CELL_READ))
                .isCloseTo(524_288 * 20.2e-15, within(1e-6 * 1e-8));
    }

    private static double joules(RunResult run, Inventory parts, int layer, Action action) {
        return run.perImage(layer, action) * parts.price(action).joules();
    }

    /** 22.5 + 9.8 ns, 24 bursts of 64 bits, and 0.5 ns to close the row, in whole cycles of the bus: 22 + 10 opening in all, 24, 1. */
    @Test
    void reading_192_bytes_opens_a_row_sends_24_bursts_and_closes_it() {
        double beat = 1 / 1.066e9;
        RowTiming rows = new RowTiming(8192, 22.5e-9, 9.8e-9, 0.5e-9, 41.4e-9, false);
        ChipSpec chip = prime(
                "tile.buffer.banks=1",
                "tile.buffer.width=64 bit",
                "tile.buffer.rows={bits: 8192 bit, activate: 22.5 ns, column: 9.8 ns, precharge: 0.5 ns, write: 41.4 ns}");
        Buffer buffer = chip.tile().buffer();
        assertThat(buffer.rows()).isEqualTo(rows);
        int bits = 192 * 8;
        assertThat(buffer.accesses(bits)).isEqualTo(24);
        assertThat(buffer.openingCycles(bits, false))
                .isEqualTo(Math.ceil(32.3e-9 / beat))
                .isEqualTo(35);
        assertThat(buffer.openingCycles(bits, true))
                .isEqualTo(Math.ceil(63.9e-9 / beat))
                .isEqualTo(69);
        assertThat(buffer.closingCycles(bits)).isEqualTo(1);
        assertThat(buffer.openingCycles(8193, false)).isEqualTo(Math.ceil(2 * 32.3e-9 / beat));
    }

    @Test
    void a_layer_behind_a_memory_of_rows_begins_later_by_their_opening() {
        String rows = "tile.buffer.rows={bits: 8192 bit, activate: %s, column: 10 ns, precharge: 0 s, write: 10 ns}";
        double soon = latency(prime(rows.formatted("10 ns"), "tile.buffer.clock=1 GHz", "cycle=1 ns"));
        double late = latency(prime(rows.formatted("60 ns"), "tile.buffer.clock=1 GHz", "cycle=1 ns"));
        // written by the host, read by the layer, its results written
        assertThat(late - soon).isBetween(3 * 50e-9 - 1e-15, 3 * 50e-9 + 2e-9);
    }

    @Test
    void a_row_that_is_kept_open_is_shared_by_all_of_its_bits() {
        RowTiming open = new RowTiming(1000, 20e-9, 10e-9, 5e-9, 40e-9, true);
        assertThat(open.rows(100)).isEqualTo(0.1);
        assertThat(open.accessSeconds(false)).isCloseTo(30e-9, within(1e-18));
        assertThat(open.accessSeconds(true)).isCloseTo(60e-9, within(1e-18));
        assertThat(open.moveSeconds()).isCloseTo(75e-9, within(1e-18));
    }

    private static double latency(ChipSpec chip) {
        return Given.run(chip, LAYER).alone().finish(0) / (double) Clock.TICKS_PER_SECOND;
    }

    /** 128 mats share the rows of a subarray: two subarrays of one bank, then two banks side by side. */
    @ParameterizedTest
    @CsvSource({"128, 128, 256, 256", "256, 8320, 512, 512", "512, 16640, 1280, 512"})
    void memory_is_moved_out_row_by_row_before_weights_are_written(int inputs, int outputs, int rows, int ofABank) {
        ChipSpec chip = prime("tile.core.weights.bias=digital");
        Network network = Given.network("" + inputs, "dense: {out: %d, bias: false}".formatted(outputs));
        RunResult run = Given.run(chip, network);
        WriteOnce writing = AllWeights.of(chip, run.placement(), Inventory.of(chip));
        assertThat(writing.movedOut().rows()).isEqualTo(rows);
        assertThat(writing.movedOut().seconds()).isCloseTo(ofABank * 74.2e-9, within(1e-15));
        assertThat(writing.movedOut().joules()).isCloseTo(rows * 82e-9, within(1e-15));
        assertThat(writing.cells()).isEqualTo(2L * 2 * inputs * outputs);
    }

    @Test
    void half_a_memory_in_use_moves_half_and_switching_comes_on_top() {
        ChipSpec chip = prime(
                "tile.core.weights.bias=digital",
                "tile.core.memory-mode.occupied=50 %",
                "tile.core.memory-mode.switching=1 us");
        WriteOnce writing = AllWeights.of(chip, Given.run(chip, LAYER).placement(), Inventory.of(chip));
        assertThat(writing.movedOut().rows()).isEqualTo(128);
        assertThat(writing.movedOut().seconds()).isCloseTo(128 * 74.2e-9 + 1e-6, within(1e-15));
    }

    @Test
    void converters_that_cannot_stop_early_compose_nothing() {
        assertThatThrownBy(() -> Given.chip("isaac-ce", "tile.core.composed=true"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("composed");
    }

    /** Chi et al.: 5.76 % of the memory, of which the mats' share is 4.69 % and control and connections, which have no figure here, the rest. */
    @Test
    void what_makes_a_mat_compute_takes_a_twentieth_of_the_memory() {
        Inventory parts = Inventory.of(prime());
        double added = Stream.of("driver", "integration", "column-function", "adc", "shift-add")
                .mapToDouble(part -> parts.component("tile.core." + part).chipAreaM2())
                .sum();
        int subarraysOfABank = 64;
        int thoseThatCompute = 2;
        double memory = parts.component("tile.core.array").chipAreaM2() * subarraysOfABank / thoseThatCompute;
        assertThat(added / memory).isCloseTo(0.0469, within(0.0001));
    }
}
