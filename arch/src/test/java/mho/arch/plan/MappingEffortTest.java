package mho.arch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.run.InputCount;
import mho.arch.run.Run;
import mho.core.engine.ModelSaysNo;
import mho.core.engine.Watcher;
import mho.workloads.network.Axis;
import mho.workloads.network.Network;
import mho.workloads.network.ReceptiveField;
import org.junit.jupiter.api.Test;

/** What mapping takes is bounded by counts: on huge maps, with many layers, with many arrays. */
final class MappingEffortTest {
    /** Long enough for a loaded machine: each takes a fraction of a second. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static ChipSpec chip(String... settings) {
        return Given.chip("isaac-ce", settings);
    }

    /** Rows and columns one after the other: kernels add, they do not multiply. 500 x 500 taps of 500 x 500 windows are 6 x 10^10. */
    @Test
    void what_windows_wait_for_takes_the_sum_of_the_kernel_and_not_its_square() {
        int side = 500;
        ReceptiveField field =
                ReceptiveField.of(new Axis(501, 1, 250, 1, 1, side, side), new Axis(501, 1, 250, 1, 1, side, side));
        Integer[] shuffled = new Integer[side * side];
        Arrays.setAll(shuffled, i -> i);
        java.util.Collections.shuffle(Arrays.asList(shuffled), new Random(5));
        WindowOrder order =
                WindowOrder.byArrival(Arrays.stream(shuffled).mapToInt(i -> i).toArray());
        MappingEffort effort = new MappingEffort();
        int[] last = assertTimeoutPreemptively(SOON, () -> FieldRanks.last(field, order, effort));
        assertThat(effort.steps()).isEqualTo(2L * side * side * 501);
        // the window in the middle reads all
        assertThat(last[side / 2 * side + side / 2]).isEqualTo(side * side - 1);
    }

    @Test
    void beyond_its_bound_an_analysis_is_refused_and_says_which() {
        MappingEffort effort = new MappingEffort(1000);
        effort.spend(999, "a");
        assertThatThrownBy(() -> effort.spend(2, "finding b"))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("more than 1000 steps, finding b: give");
        effort.spend(1, "c");
        assertThat(effort.steps()).isEqualTo(1000);
    }

    /** Every join looks back to where its branches part: windows times readings in between, in all and no more. */
    @Test
    void least_room_counts_windows_times_readings_of_every_join() {
        List<String> layers = new ArrayList<>(List.of("conv: {name: a, out: 1, kernel: 1}"));
        layers.add("conv: {name: b, out: 1, kernel: 3, pad: 1}");
        layers.add("add: {name: c, from: [b, a]}");
        Network network = Given.network("1, 512, 512", layers.toArray(String[]::new));
        Pipeline pipeline = Pipeline.of(network.folded(), chip().timingView());
        int[] ones = new int[pipeline.stages().size()];
        Arrays.fill(ones, 1);
        List<Dependency> dependencies = WindowSchedule.of(pipeline, new CopyPlan(ones, false, 0), new MappingEffort())
                .dependencies();
        MappingEffort effort = new MappingEffort();
        LeastRoom.of(ones.length, dependencies, effort);
        // the join and b with one stage, a with one; a is read twice, b once
        assertThat(effort.steps()).isEqualTo(512 * 512 * 6 + ones.length);
        MappingEffort little = new MappingEffort(512 * 512);
        assertThatThrownBy(() -> LeastRoom.of(ones.length, dependencies, little))
                .hasMessageContaining("where branches join again (262144 windows");
    }

    /** On the largest maps there are, every number of copies finds its strips at once, and an order visits each window once. */
    @Test
    void strips_of_the_largest_maps_are_found_at_once() {
        int[][] maps = {
            {2039, 2053}, {1, LayerLimits.MOST_WINDOWS}, {LayerLimits.MOST_WINDOWS, 1}, {2, 1 << 21}, {1 << 21, 2}
        };
        assertTimeoutPreemptively(SOON, () -> {
            for (int[] map : maps) {
                int windows = map[0] * map[1];
                for (int copies : new int[] {1, 2, 3, 1009, windows / 2 - 1, windows - 1, windows}) {
                    int even = CopyStrips.evenly(copies, map[0], map[1]);
                    assertThat(even).isBetween(1, copies);
                    CopyStrips strips = CopyStrips.of(even, map[0], map[1], true);
                    if (strips != null && (copies == 1009 || copies == windows - 1)) {
                        assertThat(WindowOrder.strips(strips, map[0], map[1]).windowAt())
                                .hasSize(windows);
                    }
                }
            }
        });
    }

    /** 500 layers of a million arrays each, which once took all memory. */
    @Test
    void many_layers_of_many_arrays_are_refused_before_they_are_laid_out() {
        assertThatThrownBy(() -> manyArrays(500))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining(
                        "is laid out in 10923 parts, and with the layers before it these are more than the 4194304");
    }

    /** Fewer of them can be laid out, but every window of one layer goes from 10,000 tiles to 10,000. */
    @Test
    void windows_that_go_from_very_many_tiles_to_very_many_are_refused() {
        assertThatThrownBy(() -> manyArrays(3))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("layer dense1 is spread over too many tiles to write down where its windows go");
    }

    private static void manyArrays(int times) {
        String[] layers = new String[times];
        Arrays.fill(layers, "dense: {out: 4096}");
        Network network = Given.network("4096", layers);
        ChipSpec chip = chip("tile.core.array.rows=8", "tile.core.array.columns=16", "chips=100000");
        assertTimeoutPreemptively(SOON, () -> Run.run(chip, network, InputCount.exactly(1), Watcher.NONE));
    }

    @Test
    void arrays_that_cannot_be_counted_are_refused_with_their_layer() {
        Network network = Given.network("131072", "dense: {name: wide, out: 131072}");
        ChipSpec chip = chip("tile.core.array.rows=1", "tile.core.array.columns=16");
        assertThatThrownBy(() -> Run.run(chip, network, InputCount.exactly(1), Watcher.NONE))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("layer wide has 8589934592 arrays, more than the 1073741824")
                .hasMessageContaining("tile.core.array.rows");
    }

    /** Copies that are stated are counted without wrapping, however many. */
    @Test
    void copies_beyond_all_numbers_do_not_fit() {
        // each has 2^29 arrays: ten times 2^60 have no room in 63 bits
        List<String> layers = new ArrayList<>();
        List<String> copies = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            layers.add("dense: {name: l" + i + ", out: " + (i % 2 == 0 ? 1 << 20 : 1 << 12) + "}");
            copies.add("l" + i + ": 2147483647");
        }
        Network network = Given.network("4096", layers.toArray(String[]::new));
        ChipSpec chip = chip(
                "tile.core.array.rows=4",
                "tile.core.array.columns=16",
                "mapping.layers={" + String.join(", ", copies) + "}");
        assertThatThrownBy(() -> Run.run(chip, network, InputCount.exactly(1), Watcher.NONE))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("the network needs 2305843009213693952 arrays");
    }

    /** Layers that are each within their bound of windows. */
    @Test
    void the_windows_of_all_layers_are_bounded() {
        String[] layers = new String[70];
        Arrays.fill(layers, "conv: {out: 1, kernel: 1}");
        Network network = Given.network("1, 512, 512", layers);
        assertThatThrownBy(() -> Run.run(chip(), network, InputCount.exactly(1), Watcher.NONE))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining(
                        "the network has more than 16777216 windows in all, layer conv64 and those before it");
    }
}
