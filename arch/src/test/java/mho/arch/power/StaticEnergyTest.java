package mho.arch.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.plan.Cuts;
import mho.arch.run.InputCount;
import mho.arch.run.InputPrices;
import mho.arch.run.OpenLoad;
import mho.arch.run.RegularArrivals;
import mho.arch.run.Run;
import mho.arch.run.RunResult;
import mho.core.engine.Clock;
import mho.core.engine.ModelSaysNo;
import mho.core.engine.Timeline;
import mho.core.engine.Watcher;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;

/** Energy at rest by hand, on ISAAC, whose four links leak 2.6 W each and nothing else does. */
final class StaticEnergyTest {
    private static final Network SMALL =
            Given.network("64", "dense: {name: first, out: 32}", "dense: {name: second, out: 10}");

    /** The second layer waits for the first one's many windows. */
    private static final Network UNEVEN = Given.network(
            "2, 12, 12", "conv: {name: slow, out: 8, kernel: 3}", "pool: {kernel: 10}", "dense: {name: quick, out: 4}");

    @Test
    void a_network_of_one_tile_pays_for_one_link_of_four_where_unused_ones_are_off() {
        RunResult all = run(SMALL, 3);
        RunResult off = run(SMALL, 3, "link.gating={wake-up: 1 us, energy: 5 nJ}");
        RunResult some = run(SMALL, 3, "link.gating={wake-up: 1 us, energy: 5 nJ, remainder: 10 %}");
        double interval = interval(all);
        assertThat(energyJ(all, interval)).isCloseTo(10.4 * interval, within(1e-15));
        assertThat(energyJ(off, interval)).isCloseTo(2.6 * interval, within(1e-15));
        assertThat(energyJ(some, interval)).isCloseTo((2.6 + 3 * 0.26) * interval, within(1e-15));
        assertThat(off.alone().finish(0)).isEqualTo(all.alone().finish(0));
    }

    @Test
    void between_two_chips_a_link_of_each_is_used_and_one_more_for_the_inputs() {
        RunResult run = run(
                Given.network("512", "dense: {out: 512}"),
                1,
                "chips=4",
                "tiles=1",
                "mesh.columns=1",
                "link.gating={wake-up: 1 us}");
        assertThat(run.placement().chips()).isEqualTo(2);
        double interval = interval(run);
        assertThat(count(run, "link", StaticLine.LEAKAGE)).isCloseTo(3 * interval, within(1e-9 * interval));
    }

    @Test
    void what_is_drawn_in_use_is_drawn_while_either_layer_of_a_core_is_at_work() {
        RunResult run = run(SMALL, 1, "tile.core.adc.static={power: 1 mW, while: in-use}");
        Timeline timeline = run.timeline();
        long first = timeline.finish(1, 0) - timeline.start(1, 0);
        long second = timeline.finish(2, 0) - timeline.start(2, 0);
        long both = Math.max(0, timeline.finish(1, 0) - timeline.start(2, 0));
        double seconds = (double) (first + second - both) / Clock.TICKS_PER_SECOND;
        // both in one core, with its eight converters
        assertThat(count(run, "tile.core.adc", StaticLine.IN_USE)).isCloseTo(8 * seconds, within(1e-9 * seconds));
    }

    @Test
    void an_input_that_finds_tiles_at_rest_waits_for_them_once_and_pays_for_one_tile() {
        RunResult before = run(SMALL, 1, "tile.buffer.leakage=1 mW");
        RunResult run =
                run(SMALL, 1, "tile.buffer.leakage=1 mW", "tile.gating={wake-up: 100 ns, energy: 5 nJ, parts: idle}");
        // 100 ns are one cycle of the chip, so that all else comes one cycle later
        assertThat(run.alone().finish(0)).isEqualTo(before.alone().finish(0) + Clock.TICKS_PER_SECOND / 10_000_000);
        assertThat(count(run, "tile", StaticLine.WAKE_UP)).isEqualTo(1);
        double on = count(run, "tile.buffer", StaticLine.LEAKAGE);
        double until = (double) (run.alone().finish(0) - run.alone().start(0, 0)) / Clock.TICKS_PER_SECOND;
        assertThat(on).isCloseTo(until + 100e-9, within(1e-15));
        assertThat(count(before, "tile.buffer", StaticLine.LEAKAGE)).isCloseTo(168 * interval(before), within(1e-12));
    }

    /** An oracle that looks at the chip ten thousand times: on is what a layer uses, or will use within the wake-up. */
    @Test
    void a_part_is_on_from_a_wake_up_before_each_use_to_its_end() {
        String gating = "tile.core.adc.gating={wake-up: 300 ns, energy: 1 nJ, parts: idle}";
        RunResult run = run(UNEVEN, 4, "tile.core.arrays=1", "tile.core.adc.leakage=1 mW", gating);
        RunResult without = run(UNEVEN, 4, "tile.core.arrays=1", "tile.core.adc.leakage=1 mW");
        assertThat(run.pace()).isEqualTo(without.pace());
        long ahead = 3 * Clock.TICKS_PER_SECOND / 10_000_000;
        Timeline timeline = run.timeline();
        long from = timeline.finish(run.pace().from());
        long to = timeline.finish(run.pace().to());
        int looks = 10_000;
        double on = 0;
        int woken = 0;
        for (int layer : new int[] {1, 3}) { // each has an array, and a core, of its own
            boolean was = isOn(timeline, layer, from - 1, ahead);
            for (int look = 0; look < looks; look++) {
                boolean is = isOn(timeline, layer, from + (to - from) / looks * look, ahead);
                on += is ? 1.0 / looks : 0;
                woken += is && !was ? 1 : 0;
                was = is;
            }
        }
        int inputs = run.pace().to() - run.pace().from();
        double interval = interval(run);
        assertThat(on).isBetween(0.1, 1.95);
        assertThat(woken).isPositive();
        assertThat(count(run, "tile.core.adc", StaticLine.LEAKAGE))
                .isCloseTo(8 * on * interval, within(1e-3 * interval));
        assertThat(count(run, "tile.core.adc", StaticLine.WAKE_UP))
                .isCloseTo(8.0 * woken / inputs, within(1e-12)); // converters of a core
    }

    private static boolean isOn(Timeline timeline, int layer, long at, long ahead) {
        for (int input = 0; input < timeline.images(); input++) {
            if (at >= timeline.start(layer, input) - ahead && at < timeline.finish(layer, input)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void a_gap_shorter_than_the_wake_up_is_not_worth_it() {
        String leaks = "tile.core.adc.leakage=1 mW";
        String gating = "tile.core.adc.gating={wake-up: 1 ms, energy: 1 nJ, parts: ";
        RunResult never = run(UNEVEN, 4, leaks, gating + "unused}");
        RunResult slow = run(UNEVEN, 4, leaks, gating + "idle}");
        assertThat(count(slow, "tile.core.adc", StaticLine.LEAKAGE))
                .isCloseTo(count(never, "tile.core.adc", StaticLine.LEAKAGE), within(1e-18));
        assertThat(count(slow, "tile.core.adc", StaticLine.WAKE_UP)).isZero();
        // but the first input waits
        assertThat(slow.alone().finish(0)).isEqualTo(never.alone().finish(0) + Clock.TICKS_PER_SECOND / 1000);
    }

    @Test
    void a_switch_that_leaves_everything_on_changes_no_energy() {
        RunResult plain = run(UNEVEN, 3, "tile.core.adc.leakage=1 mW", "tile.core.adc.static={power: 1 mW, while: on}");
        RunResult open = run(
                UNEVEN,
                3,
                "tile.core.adc.leakage=1 mW",
                "tile.core.adc.static={power: 1 mW, while: on}",
                "tile.gating={wake-up: 1 us, remainder: 100 %, parts: idle}",
                "link.gating={wake-up: 0 s, remainder: 100 %}");
        double interval = interval(plain);
        assertThat(energyJ(open, interval))
                .isCloseTo(energyJ(plain, interval), within(1e-12 * energyJ(plain, interval)));
    }

    @Test
    void idle_and_busy_power_of_a_chip_are_those_of_the_first_tensor_processor() {
        // Jouppi et al., ISCA 2017, table 2: 28 W idle, 40 W busy.
        RunResult run =
                run(SMALL, 3, "link=null", "chips=1", "upkeep={leakage: 28 W, static: {power: 12 W, while: on}}");
        double interval = interval(run);
        assertThat(energyJ(run, interval)).isCloseTo(40 * interval, within(1e-15));
        assertThat(run.inventory().restingPowerW()).isEqualTo(28);
        assertThat(run.inventory().staticPowerW()).isEqualTo(40);
    }

    private static final String REFRESHED =
            "tile.buffer.refresh={every: 40 us, rows: 256, takes: 78.125 ns, energy: 1 nJ}";

    @Test
    void refresh_is_a_line_of_its_own_and_slows_the_port() {
        RunResult run = run(SMALL, 3, REFRESHED);
        assertThat(count(run, "tile.buffer", StaticLine.REFRESH)).isCloseTo(168 * interval(run) / 40e-6, within(1e-9));
        // half of the time is refresh's
        ChipSpec half = Given.chip("isaac-ce", "tile.buffer.clock=250 MHz");
        ChipSpec same = Given.chip("isaac-ce", REFRESHED);
        assertThat(same.tile().buffer().accessesPerBank())
                .isEqualTo(half.tile().buffer().accessesPerBank());
        assertThat(run.alone().finish(0))
                .isEqualTo(Given.run(half, SMALL, 1).alone().finish(0));
    }

    @Test
    void memory_that_no_layer_uses_may_be_off_and_is_not_refreshed_then() {
        String memory = "memory={kind: ddr3, bandwidth: 17 GB/s, channels: 2, capacity: 8 GiB, leakage: 0.5 W,"
                + " refresh: {every: 64 ms, energy: 1 mJ}";
        RunResult on = run(SMALL, 1, memory + "}");
        RunResult off = run(SMALL, 1, memory + ", gating: {wake-up: 100 us}}");
        assertThat(count(on, "memory", StaticLine.LEAKAGE)).isCloseTo(2 * interval(on), within(1e-15));
        assertThat(count(on, "memory", StaticLine.REFRESH)).isCloseTo(2 * interval(on) / 64e-3, within(1e-12));
        assertThat(count(off, "memory", StaticLine.LEAKAGE)).isZero();
        assertThat(count(off, "memory", StaticLine.REFRESH)).isZero();
    }

    @Test
    void inputs_that_come_when_they_like_are_refused_where_parts_sleep_between_uses() {
        ChipSpec chip = Given.chip("isaac-ce", "tile.gating={wake-up: 1 us, parts: idle}");
        Network folded = SMALL.folded();
        assertThatThrownBy(() -> Run.time(
                        chip.timingView(),
                        InputPrices.NONE,
                        folded,
                        Cuts.of(chip, folded),
                        InputCount.exactly(2),
                        new OpenLoad(new RegularArrivals(1e3), 3),
                        (placement, program) -> Watcher.NONE,
                        phase -> {}))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("gating.parts=unused");
    }

    private static RunResult run(Network network, int images, String... settings) {
        return Given.run(Given.chip("isaac-ce", settings), network, images);
    }

    private static double interval(RunResult run) {
        return run.pace().intervalTicks() / Clock.TICKS_PER_SECOND;
    }

    private static double energyJ(RunResult run, double interval) {
        return StaticEnergy.of(run, interval).stream()
                .mapToDouble(StaticEnergy.Line::energyJ)
                .sum();
    }

    private static double count(RunResult run, String part, StaticLine kind) {
        List<StaticEnergy.Line> lines = StaticEnergy.of(run, interval(run));
        return lines.stream()
                .filter(line -> line.component().equals(part) && line.kind() == kind)
                .mapToDouble(StaticEnergy.Line::count)
                .sum();
    }
}
