package mho.arch.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mho.arch.Given;
import mho.arch.chip.Roofline;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** t = max(ops batch / (peak e), bytes / bandwidth) + overhead, by hand. */
class LayerTimeTest {
    private static final Offset<Double> EXACT = within(1e-18);
    private static final double DRAM = 10e9;

    /** 65,536 weights, 131,072 operations, 512 values. */
    private static final Network SQUARE = Given.network("256, 1, 1", "dense: {out: 256, bias: false}");

    private static LayerTime last(Network network, Roofline machine) {
        List<LayerTime> times = RooflineCompiler.times(machine, network.folded());
        return times.get(times.size() - 1);
    }

    @Test
    void below_the_ridge_the_memory_decides_and_weights_come_once_a_batch() {
        LayerTime alone = last(SQUARE, GivenMachine.plain("mapping.batch=1"));
        assertThat(alone.computeS()).isEqualTo(131_072 / 0.5e12, EXACT);
        assertThat(alone.memoryS()).isEqualTo(65_536 / DRAM, EXACT);
        assertThat(alone.seconds()).isEqualTo(65_536 / DRAM, EXACT);
        assertThat(last(SQUARE, GivenMachine.plain("mapping.batch=10")).seconds())
                .isEqualTo(65_536 / DRAM, EXACT);
    }

    @Test
    void above_the_ridge_the_units_decide() {
        LayerTime many = last(SQUARE, GivenMachine.plain("mapping.batch=100", "memory.cache.capacity=60000 B"));
        assertThat(many.seconds()).isEqualTo(100 * 131_072 / 1e12, EXACT);
        assertThat(many.memoryS()).isEqualTo(65_536 / DRAM, EXACT);
    }

    @Test
    void values_that_fit_into_no_smaller_memory_pass_as_well() {
        // 40 inputs have 20,480 values: more than the cache of 20,000 bytes holds, and 39 do not
        assertThat(last(SQUARE, GivenMachine.plain("mapping.batch=39")).memoryS())
                .isEqualTo(65_536 / DRAM, EXACT);
        assertThat(last(SQUARE, GivenMachine.plain("mapping.batch=40")).memoryS())
                .isEqualTo((65_536 + 20_480) / DRAM, EXACT);
        Network small = Given.network("100, 1, 1", "dense: {out: 100, bias: false}");
        assertThat(last(small, GivenMachine.plain("mapping.batch=1")).memoryS())
                .as("nothing is above the smallest")
                .isEqualTo((10_000 + 200) / 100e9, EXACT);
    }

    @Test
    void weights_come_from_the_smallest_memory_that_holds_those_of_all_layers() {
        Network two = Given.network("100, 1, 1", "dense: {out: 100, bias: false}", "dense: {out: 100, bias: false}");
        assertThat(HomeLevel.of(GivenMachine.plain(), two.folded()).memory().name())
                .isEqualTo("cache");
        assertThat(HomeLevel.of(GivenMachine.plain("memory.cache.capacity=19999 B"), two.folded())
                        .memory()
                        .name())
                .isEqualTo("dram");
        assertThat(HomeLevel.of(GivenMachine.plain("precision.values=16 bit"), two.folded())
                        .memory()
                        .name())
                .as("twice the bytes")
                .isEqualTo("dram");
    }

    @Test
    void what_no_memory_holds_is_refused_with_what_would_do() {
        assertThatThrownBy(() -> RooflineCompiler.times(
                        GivenMachine.plain("memory.cache.capacity=1 kB", "memory.dram.capacity=60 kB"),
                        SQUARE.folded()))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessage(
                        "plain: the 64 KiB of weights of test are more than memory.dram, the largest of plain, holds, 60 kB: give narrower operands (precision.values), or a larger memory (memory.dram.capacity)");
    }

    @Test
    void the_precision_chooses_the_peak_and_the_bytes() {
        LayerTime wide = last(SQUARE, GivenMachine.plain("precision.values=16 bit", "mapping.batch=1"));
        assertThat(wide.computeS()).isEqualTo(131_072 / 0.25e12, EXACT);
        assertThat(wide.memoryS()).isEqualTo(2 * 65_536 / DRAM, EXACT);
        LayerTime odd = last(SQUARE, GivenMachine.plain("precision.values=12 bit", "mapping.batch=1"));
        assertThat(odd.computeS()).as("in operands of 16").isEqualTo(131_072 / 0.25e12, EXACT);
        assertThat(odd.memoryS()).isEqualTo(1.5 * 65_536 / DRAM, EXACT);
    }

    @Test
    void efficiency_is_that_of_the_largest_stated_batch_up_to_the_machine_s_own() {
        double[] expected = {0.5, 0.5, 0.8, 0.8, 1, 1};
        int[] batches = {1, 7, 8, 63, 64, 1000};
        for (int i = 0; i < batches.length; i++) {
            assertThat(GivenMachine.plain("mapping.batch=" + batches[i]).opsPerSecond())
                    .as("batch %d", batches[i])
                    .isEqualTo(expected[i] * 1e12);
        }
    }

    @Test
    void overhead_is_added_to_every_layer_but_inputs() {
        Network pooled = Given.network("4, 8, 8", "pool: {kernel: 2}", "flatten", "dense: {out: 10, bias: false}");
        List<LayerTime> without = RooflineCompiler.times(GivenMachine.plain("mapping.batch=1"), pooled.folded());
        List<LayerTime> with =
                RooflineCompiler.times(GivenMachine.plain("mapping.batch=1", "overhead=5 us"), pooled.folded());
        assertThat(with.get(0).seconds()).isZero();
        for (int layer = 1; layer < with.size(); layer++) {
            assertThat(with.get(layer).seconds()).isEqualTo(without.get(layer).seconds() + 5e-6, EXACT);
        }
    }

    @Test
    void of_a_table_only_what_is_looked_up_is_read() {
        Network words = Given.network("1, 1, 3", "embedding: {vocabulary: 5000, width: 24}");
        assertThat(last(words, GivenMachine.plain("mapping.batch=1")).memoryS())
                .as("three rows of 24, while 120,000 are held by the large memory")
                .isEqualTo(3 * 24 / DRAM, EXACT);
    }

    @Test
    void published_layers_by_hand() {
        Network square = SQUARE;
        String noCache = "memory.cache.capacity=1 kB";
        assertThat(last(
                                square,
                                GivenMachine.shipped(
                                        "haswell-2699v3", "precision.values=8 bit", "mapping.batch=1", noCache))
                        .seconds())
                .as("65,536 bytes at 51 GB/s, and 512 values that fit")
                .isEqualTo(1.285e-6, within(1e-9));
        assertThat(last(square, GivenMachine.shipped("k80", "mapping.batch=1", "memory.on-chip.capacity=3 kB"))
                        .seconds())
                .as("262,144 bytes at 160 GB/s")
                .isEqualTo(1.638e-6, within(1e-9));
    }
}
