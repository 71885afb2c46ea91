package mho.arch.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.arch.chip.ChipSpec;
import mho.arch.element.crossbar.CrossbarCore;
import mho.arch.element.macarray.MacArray;
import mho.arch.run.RunResult;
import mho.core.engine.Clock;
import mho.core.engine.Model;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers that take turns, against what a pencil says: fetch, fill, vectors, rounds. */
final class TurnsTest {
    /** A byte of weights at 34 GB/s. */
    private static final double BYTE = 1 / 34e9;

    private static final double CYCLE = 1 / 700e6;

    /** A systolic array of 256 x 256 behind a wide host, so that what is in the way is the array and its weights. */
    private static ChipSpec systolic(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "chips=1",
                "tiles=1",
                "link=null",
                "tile.cores=1",
                "tile.mac-steps=1",
                "mesh={kind: bus, wires: {width: 65536 bit, clock: 10 GHz, energy: 1 pJ, area: 1 mm2}}",
                "tile.buffer={kind: sram, size: 64 MiB, width: 65536 bit, banks: 8, clock: 10 GHz, energy: 1 pJ, area: 1 mm2}",
                "tile.bus={width: 65536 bit, clock: 10 GHz, energy: 1 pJ, area: 1 mm2}",
                "tile.core={kind: mac-array, rows: 256, columns: 256, clock: 700 MHz, weight-bits: 8 bit, accumulators: 4096, mac: {energy: 1 pJ, area: 1 um2}}",
                "mapping={schedule: sequential, batch: 1}",
                "weights={kind: streamed, fifo: 4, port: {bandwidth: 34 GB/s, energy: 560 pJ, area: 1 mm2}}"));
        settings.addAll(Arrays.asList(more));
        return Given.chip("analog-256", settings);
    }

    private static Network dense(int inputs, int outputs) {
        return Given.network(String.valueOf(inputs), "dense: {name: fc, out: " + outputs + ", bias: false}");
    }

    private static double seconds(double ticks) {
        return ticks / Clock.TICKS_PER_SECOND;
    }

    private static int stage(RunResult run, String name) {
        Model model = run.program().model();
        for (int stage = 0; stage < model.stages(); stage++) {
            if (model.stageName(stage).equals(name)) {
                return stage;
            }
        }
        throw new AssertionError("no stage " + name);
    }

    private static double interval(RunResult run) {
        return seconds(run.pace().intervalTicks());
    }

    /** 1349.3 + 256 + 1 + 511 cycles: fetched, moved in, entered, added up in the last corner. */
    @Test
    void a_single_vector_takes_fetch_fill_and_the_depth_of_the_array() {
        RunResult run = Given.run(systolic(), dense(256, 256), 1);
        double finished = seconds(run.alone().finish(stage(run, "fc arrays"), 0));
        assertThat(finished / CYCLE).isBetween(65_536 * BYTE / CYCLE + 768, 65_536 * BYTE / CYCLE + 768 + 4);
    }

    /** A streamed layer takes the longer of fetch and vectors for a block, once blocks are ahead; a batch leaves the array before the next enters. */
    @ParameterizedTest
    @CsvSource({"1, 9", "200, 9", "1200, 9", "1500, 9", "1700, 9"})
    void a_block_takes_the_longer_of_fetch_and_vectors(int batch, int blocks) {
        RunResult run = Given.steady(systolic("mapping.batch=" + batch), dense(600, 600));
        double fetch = 65_536 * BYTE;
        double drain = batch * CYCLE > fetch ? 511 * CYCLE : 0;
        double expected = blocks * Math.max(fetch, batch * CYCLE) + drain;
        assertThat(interval(run)).isCloseTo(expected, within(2e-3 * expected));
    }

    /** To the tick where the port limits, for it is never idle. */
    @Test
    void the_port_is_never_idle() {
        RunResult run = Given.steady(systolic("mapping.batch=200"), dense(600, 600));
        assertThat(run.pace().intervalTicks()).isEqualTo(9 * Math.round(65_536 * BYTE * 1e12) * 1e3);
    }

    /** With nothing between port and array, and no room behind the block in use: fetch, fill and compute, one after the other. */
    @ParameterizedTest
    @CsvSource({"1", "200", "1700"})
    void without_room_ahead_a_block_takes_fetch_and_fill_and_vectors(int batch) {
        RunResult run = Given.steady(
                systolic("mapping.batch=" + batch, "weights.fifo=0", "tile.core.double-buffer=0"), dense(600, 600));
        double block = 65_536 * BYTE + (256 + batch + 511) * CYCLE;
        assertThat(interval(run)).isCloseTo(9 * block, within(5e-3 * 9 * block));
    }

    /** Sums of more vectors than accumulators take wait for no further rows: weights come again for every pass. */
    @Test
    void more_vectors_than_sums_are_kept_take_the_weights_again() {
        ChipSpec chip = systolic("mapping.batch=300", "tile.core.accumulators=100");
        RunResult run = Given.steady(chip, dense(600, 600));
        assertThat(interval(run)).isCloseTo(3 * 9 * 65_536 * BYTE, within(1e-3 * interval(run)));
        RunResult narrow = Given.steady(chip, dense(256, 600));
        assertThat(interval(narrow)).isCloseTo(3 * 65_536 * BYTE, within(1e-3 * interval(narrow)));
    }

    /** Products are those of the network; bytes those of whole blocks, once for the batch. */
    @Test
    void a_batch_shares_its_weights_and_nothing_else() {
        int fc = 1;
        RunResult run = Given.run(systolic("mapping.batch=50"), dense(600, 600), 2);
        assertThat(run.perImage(fc, MacArray.MULTIPLY)).isCloseTo(600 * 600, within(1e-6));
        assertThat(run.perImage(fc, mho.arch.chip.WeightPort.BYTE)).isCloseTo(9 * 65_536 / 50.0, within(1e-6));
    }

    /** Layer after layer: the next one's weights come while the last one's inputs pass. */
    @Test
    void weights_come_ahead_from_layer_to_layer_and_from_batch_to_batch() {
        Network two = Given.network(
                "512", "dense: {name: a, out: 512, bias: false}", "dense: {name: b, out: 512, bias: false}");
        RunResult run = Given.steady(systolic("mapping.batch=100"), two);
        assertThat(interval(run)).isCloseTo(8 * 65_536 * BYTE, within(1e-3 * interval(run)));
    }

    /** Copies beside one another in a tile share its vectors: 9 of them take 64 windows in 8 turns each. */
    @Test
    void copies_in_a_tile_share_its_vectors() {
        String write = "tile.core.array.write={pulse: 1 ns, pulses: 1, energy: 1 pJ, parallel: 65536, arrays: all}";
        List<String> settings = List.of("chips=1", "tiles=1", "tile.cores=9", "mesh.columns=1", "link=null", write);
        ChipSpec chip = Given.chip("analog-256", settings);
        Network map = Given.network("4, 8, 8", "conv: {name: c, out: 8, kernel: 1, bias: false}");
        RunResult one = Given.steady(with(chip, settings, "mapping={schedule: sequential, copies: one}"), map);
        RunResult nine = Given.steady(with(chip, settings, "mapping={schedule: sequential, layers: {c: 9}}"), map);
        assertThat(one.placement().copies(one.placement().pipeline().stages().get(1)))
                .isEqualTo(1);
        assertThat(nine.placement().copies(nine.placement().pipeline().stages().get(1)))
                .isEqualTo(9);
        assertThat(busy(one) / busy(nine)).isCloseTo(64 / 8.0, within(1e-9));
        assertThat(nine.perImage(1, CrossbarCore.CELL_READ))
                .isCloseTo(one.perImage(1, CrossbarCore.CELL_READ), within(1e-6));
    }

    private static ChipSpec with(ChipSpec chip, List<String> settings, String more) {
        List<String> all = new ArrayList<>(settings);
        all.add(more);
        return Given.chip(chip.chip(), all);
    }

    private static double busy(RunResult run) {
        Model model = run.program().model();
        for (int resource = 0; resource < model.resources(); resource++) {
            if (model.resourceName(resource).equals("tile[0].arrays")) {
                return (double) run.timeline().busy(resource) / run.images();
            }
        }
        throw new AssertionError("no arrays");
    }

    /** However windows are shared out, products are those of the network, and whatever is fetched is fetched once. */
    @ParameterizedTest
    @CsvSource({"chips=1", "chips=3", "tiles=5", "mapping.copies=one"})
    void products_are_those_of_the_network_however_windows_are_shared_out(String setting) {
        Network network = Given.network(
                "3, 11, 11",
                "conv: {name: c, out: 20, kernel: 3, bias: false}",
                "local: {name: l, out: 5, kernel: 3, bias: false}",
                "dense: {name: d, out: 33, bias: false}");
        RunResult run = Given.run(Given.chip("dadiannao", setting), network, 1);
        for (var stage : run.placement().pipeline().stages()) {
            assertThat(run.perImage(stage.id(), MacArray.MULTIPLY))
                    .as(stage.node().name())
                    .isCloseTo(
                            stage.node().macs(), within(1e-6 * (1 + stage.node().macs())));
        }
        String port = "weights={kind: streamed, port: {bandwidth: 34 GB/s, energy: 1 pJ, area: 1 mm2}}";
        RunResult streamed = Given.run(Given.chip("dadiannao", setting, port), network, 1);
        for (var stage : streamed.placement().pipeline().stages()) {
            assertThat(streamed.perImage(stage.id(), mho.arch.chip.WeightPort.BYTE))
                    .as(stage.node().name())
                    .isCloseTo(stage.arrays() * 256 * 2.0, within(1e-3));
        }
    }

    /** 16 x 16 units beside their memory: 16 outputs a tile, 16 cycles for 256 inputs. */
    @Test
    void adder_trees_beside_their_memory_take_a_cycle_a_block() {
        RunResult run = Given.steady(Given.chip("dadiannao", "chips=1"), dense(256, 256));
        Model model = run.program().model();
        for (int resource = 0; resource < model.resources(); resource++) {
            if (model.resourceName(resource).endsWith(".arrays")) {
                double busy = seconds(run.timeline().busy(resource)) / run.images();
                assertThat(busy).isCloseTo(16 / 606e6, within(1e-12));
            }
        }
        double units = run.perImage(1, MacArray.MULTIPLY)
                * run.inventory().price(MacArray.MULTIPLY).joules();
        double memory = run.perImage(1, MacArray.READ)
                * run.inventory().price(MacArray.READ).joules();
        // the table's 9.7 W less the eDRAM that holds values, for 16 cycles
        assertThat(units + memory).isCloseTo((4.9 + 4.8 * 32 / 36) * 16 / 606e6, within(1e-3 * units));
    }

    /** Rows x columns cells, in turns of 64, four pulses of 100 ns each, array after array. */
    @Test
    void an_analog_chip_writes_what_does_not_fit() {
        String write = "tile.core.array.write={pulse: 100 ns, pulses: 4, energy: 10 pJ, parallel: 64, arrays: one}";
        List<String> small = List.of("chips=1", "tiles=1", "tile.cores=1", "mesh.columns=1", "link=null", write);
        ChipSpec chip = Given.chip("analog-256", small);
        Network two = Given.network(
                "200", "dense: {name: a, out: 100, bias: false}", "dense: {name: b, out: 50, bias: false}");
        RunResult run = Given.steady(chip, two);
        assertThat(run.placement().takesTurns()).isTrue();
        double a = 200 * Math.ceil(200 / 64.0) * 4 * 100e-9;
        double b = 100 * Math.ceil(100 / 64.0) * 4 * 100e-9;
        assertThat(interval(run)).isBetween(a + b, (a + b) * 1.05);
        assertThat(run.perImage(1, CrossbarCore.PULSE)).isCloseTo(200 * 200 * 4, within(1e-6));
        assertThat(run.perImage(2, CrossbarCore.PULSE)).isCloseTo(100 * 100 * 4, within(1e-6));
        assertThat(run.inventory().price(CrossbarCore.PULSE).joules()).isEqualTo(10e-12);
        RunInvariants.hold(run, "written");
    }

    /** A batch shares what writing takes. */
    @Test
    void a_batch_shares_the_writing() {
        String write = "tile.core.array.write={pulse: 100 ns, pulses: 4, energy: 10 pJ, parallel: 64, arrays: one}";
        List<String> small = new ArrayList<>(List.of(
                "chips=1", "tiles=1", "tile.cores=1", "mesh.columns=1", "link=null", write, "mapping.batch=10"));
        small.add("weights={kind: reloaded}");
        Network two = Given.network(
                "200", "dense: {name: a, out: 100, bias: false}", "dense: {name: b, out: 50, bias: false}");
        RunResult run = Given.steady(Given.chip("analog-256", small), two);
        assertThat(run.perImage(1, CrossbarCore.PULSE)).isCloseTo(200 * 200 * 4 / 10.0, within(1e-6));
    }

    @Test
    void what_does_not_fit_and_cannot_be_written_is_refused_with_both_remedies() {
        ChipSpec chip = Given.chip("isaac-ce", "chips=1");
        Network large = Given.network("20000", "dense: {name: fc, out: 20000, bias: false}");
        assertThatThrownBy(() -> Given.run(chip, large, 1))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("chips would do")
                .hasMessageContaining("state what a write takes");
        assertThatThrownBy(() -> Given.run(Given.chip("dadiannao", "chips=1"), large, 1))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("weights={kind: reloaded}");
    }

    @Test
    void a_spatial_schedule_takes_neither_batches_nor_moving_weights() {
        Network small = dense(10, 10);
        assertThatThrownBy(() -> Given.run(systolic("mapping.schedule=spatial"), small, 1))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("mapping.schedule=sequential");
    }
}
